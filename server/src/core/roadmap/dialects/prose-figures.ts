// Figures that a sentence states of the whole plan: 分为 5 个阶段, 总计 8-13 周, divided into 3 phases. Labels, tables and headings with
// figures are read elsewhere.
import { countsIn } from '../counts.ts';
import type { Dialect, TotalFact } from '../facts.ts';
import type { PlanLine } from '../planText.ts';

export const proseFigures: Dialect = {
  name: 'prose-figures',
  read: (plan) => plan.lines.flatMap((line) => (line.kind === 'text' || line.kind === 'list' ? figuresOf(line) : [])),
};

const LEAD =
  /(?:分为|分成|划分为|共分|总计|合计|共计|总共|divided into|split into|consists? of|a total of)[ \t]*(?:约|about )?[ \t*_]*$/i;

function figuresOf({ label, raw, rawStart, span, line }: PlanLine): readonly TotalFact[] {
  // `**总计**: 8 周` is a label.
  if ((label?.hasColon === true && LEAD.test(label.text)) || raw.length > 500) return [];
  const scope = { kind: 'all', label: '' } as const;
  return countsIn({ text: raw, span: { start: rawStart, end: span.end } }, line, { scope }).flatMap((total) => {
    const lead = LEAD.exec(raw.slice(0, total.span.start - rawStart))?.[0].replace(/[*_\s]+$/, '');
    return lead === undefined || total.unit === 'item' ? [] : [{ ...total, scope: { ...scope, label: lead } }];
  });
}
