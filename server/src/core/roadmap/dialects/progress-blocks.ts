// Lines that say how far a part of the plan is: `P4.3 P1 主题:   ⏳ 0% 完成 (0/4)`, `总体 P4.3 进度: 38% (5/13)`, in a text
// fence or a list; and the headings of those parts. Bars and boxes around the words do not matter.
import { defined } from '../defined.ts';
import type { Dialect, PhaseFact, PlanFact, TotalFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { FigureUnit, Place, Priority, Stated, StatedStatus, TotalScope } from '../plan.ts';
import type { HeadingLine, PlanLine, PlanText } from '../planText.ts';
import { partCode, planCode } from '../words/partCode.ts';
import { shareIn, unitOfNoun } from '../words/figure.ts';
import { prioritiesIn } from '../words/priority.ts';
import { statusOf } from '../words/status.ts';

export const progressBlocks: Dialect = {
  name: 'progress-blocks',
  read(plan: PlanText): readonly PlanFact[] {
    const own = planCode(plan.model.title?.heading.text ?? '');
    let unit: FigureUnit = 'item';
    const progress = plan.lines.flatMap((line) => {
      const found = progressOf(line, own, unit);
      unit = found[0]?.totals[0]?.unit ?? unit;
      return found;
    });
    const codes = new Set(progress.flatMap(({ phase }) => (phase.id === own ? [] : [phase.id])));
    const headings = plan.lines.flatMap((line) => (line.kind === 'heading' ? headingOf(line, own, codes) : []));
    return [...headings, ...progress.flatMap(({ phase, totals }) => [phase, ...totals])];
  },
};

/** Name, colon, a percentage or a share. A mark may stand before the figures. */
const PROGRESS =
  /^[│║┃|\s]*([^:：│║┃|]{2,40}?)\s*[:：]\s*((?:[✅⏳🔄⏸🚧❌📋]\uFE0F?\s*)?(?:[█▓▒░■□]+\s*)?\d{1,3}(?:\.\d+)?\s*%[^│║┃|]{0,40})[│║┃|\s]*$/u;

interface Progress {
  readonly phase: PhaseFact;
  readonly totals: readonly TotalFact[];
}

function progressOf(line: PlanLine, own: string | undefined, before: FigureUnit): readonly Progress[] {
  if (line.kind !== 'fence' && line.kind !== 'list') return [];
  const [, name, figures] = PROGRESS.exec(line.raw) ?? [];
  const code = name === undefined ? undefined : partCode(name, own);
  const words = figures?.trim() ?? '';
  const found = statusOf(words);
  if (name === undefined || code === undefined || found === undefined) return [];
  const at = (text: string): Place => {
    const start = line.rawStart + line.raw.indexOf(text);
    return { line: line.line, span: { start, end: start + text.length } };
  };
  const status: StatedStatus = {
    ...at(words),
    via: 'progress',
    value: found.value,
    text: words,
    ...defined({ percent: found.percent }),
  };
  const place = at(name);
  const phase: PhaseFact = {
    fact: 'phase',
    via: 'progress',
    ...place,
    id: code.id,
    title: code.rest === '' ? name : code.rest,
    extent: { start: place.span.start, end: place.span.start },
    statuses: [status],
  };
  const scope: TotalScope =
    code.id === own ? { kind: 'all', label: name } : { kind: 'phase', of: code.id, label: name };
  const share = shareIn(words);
  if (share === undefined) return [{ phase, totals: [] }];
  const { done, all } = share.value;
  const unit = unitOfNoun(name) ?? before;
  return [
    { phase, totals: [{ fact: 'total', ...at(share.text), text: share.text, scope, min: done, max: all, unit }] },
  ];
}

function headingOf(line: HeadingLine, own: string | undefined, codes: ReadonlySet<string>): readonly PhaseFact[] {
  const code = partCode(line.raw, own);
  if (line.level === 1 || code === undefined || !codes.has(code.id)) return [];
  const title = readTitle(code.rest, line.rawStart + code.restStart);
  if (/完成标志|里程碑|milestone/i.test(title.title)) return [];
  const priorities: Stated<Priority>[] = prioritiesIn(line.raw).map(({ value, text, index }) => {
    const start = line.rawStart + index;
    return { line: line.line, span: { start, end: start + text.length }, value, text, via: 'phase' };
  });
  return [
    {
      fact: 'phase',
      via: 'phase',
      line: line.line,
      span: title.span,
      id: code.id,
      title: title.title,
      extent: line.section?.span ?? line.span,
      ...(priorities.length > 0 && { priorities }),
    },
  ];
}
