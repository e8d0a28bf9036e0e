// What is missing, line by line in a text fence: `🔶 name:   ❌ 缺失：remark`, `name: ⚠️ remark`. One such line alone is no list of gaps.
import type { Dialect, GapFact } from '../facts.ts';
import type { FenceLine } from '../planText.ts';
import { leadingMark } from '../words/status.ts';

export const fenceGaps: Dialect = {
  name: 'fence-gaps',
  read: (plan) => {
    const found = plan.lines.flatMap((line) => (line.kind === 'fence' ? gapOf(line) : []));
    return found
      .filter((gap) => found.some((other) => other !== gap && other.block === gap.block))
      .map(({ fact }) => fact);
  },
};

interface FoundGap {
  readonly block: number;
  readonly fact: GapFact;
}

const LEAD = /^[\p{Extended_Pictographic}\uFE0F\u200D\s*•-]{1,20}/u;
const LINE = /^([^:：]{2,60})[:：]\s*(\S.*)$/u;

function gapOf({ text, line, span, rawStart, block }: FenceLine): readonly FoundGap[] {
  const match = LINE.exec(text.replace(LEAD, ''));
  const [, before, rest] = match ?? [];
  const area = before?.trim();
  const mark = rest === undefined ? undefined : leadingMark(rest);
  if (area === undefined || rest === undefined || mark === undefined) return [];
  if (mark.status !== 'missing' && mark.status !== 'partial') return [];
  const said = rest.slice(mark.length).trim();
  const at = rawStart + text.indexOf(area);
  const fact: GapFact = {
    fact: 'gap',
    text: said === '' ? area : said,
    area,
    isDone: false,
    mark: mark.mark,
    bullets: [],
    line,
    span: { start: at, end: span.end },
  };
  return [{ block, fact }];
}
