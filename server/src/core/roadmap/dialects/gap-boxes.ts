// Gaps as boxes: `- [ ] **name缺失**` with points below, under headings that say what is missing. A box that is ticked is a gap that
// has been closed. Boxes of work are no gaps.
import type { Dialect, GapFact } from '../facts.ts';
import { listRuns, type ListRun, type RunEntry } from '../listRuns.ts';

export const gapBoxes: Dialect = {
  name: 'gap-boxes',
  read: (plan) =>
    listRuns(plan).flatMap((run) => {
      const gaps = run.entries.flatMap((entry) => gapOf(entry) ?? []);
      return gaps.some(({ text }) => LACK.test(text)) && (isUnderLack(run) || gaps.every(({ text }) => LACK.test(text)))
        ? gaps
        : [];
    }),
};

const LACK =
  /(?:缺失|缺少|缺口|不足|不全|未覆盖|空白|不完整|不统一|不一致|不规范)[）)]?$|^(?:缺少|缺失|没有|missing|no|lack of)\b|(?:is |are )?(?:missing|incomplete|insufficient|not covered|absent)$/i;
const LACK_AREA = /缺失|缺口|不足|差距|短板|空白|missing|gaps?\b|weakness|lacking/i;

function gapOf({ line, block }: RunEntry): GapFact | undefined {
  if (line.box === undefined || line.label === undefined || line.label.value !== '') return undefined;
  const { text, span } = line.label;
  return {
    fact: 'gap',
    text,
    area: areaOf(text),
    line: line.line,
    span,
    isDone: line.isChecked === true,
    bullets: block.flatMap((each) => {
      if (each.kind !== 'list' || each.depth !== line.depth + 1) return [];
      const at = { start: each.rawStart, end: each.span.end };
      return [{ line: each.line, span: at, value: each.text, text: each.text, via: 'gap' as const }];
    }),
  };
}

/** What is missing: 物流系统案例缺失 without 缺失; 文档不统一 is about 文档统一. */
function areaOf(text: string): string {
  const area = text
    .replace(/(?:的)?(?:缺失|缺少|缺口|不足|不全|未覆盖|空白)[）)]?$/, '')
    .replace(/不(完整|统一|一致|规范)$/, '$1')
    .replace(/^(?:缺少|缺失|没有|missing|no|lack of)[ \t]*/i, '')
    .replace(/[ \t]+(?:(?:is|are) )?(?:missing|incomplete|insufficient|not covered|absent)$/i, '')
    .trim();
  return area === '' ? text : area;
}

function isUnderLack({ head, section }: ListRun): boolean {
  if (head?.label !== undefined && LACK_AREA.test(head.label.text)) return true;
  for (let each = section; each !== undefined && each.level > 1; each = each.parent)
    if (LACK_AREA.test(each.heading.text)) return true;
  return false;
}
