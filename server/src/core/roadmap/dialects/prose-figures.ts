// Figures that a sentence states of the whole plan: 分为 5 个阶段, 总计 8-13 周, divided into 3 phases. Labels, tables and headings with
// figures are read elsewhere.
import type { Dialect, TotalFact } from '../facts.ts';
import type { PlanLine, PlanText } from '../planText.ts';
import { placeOfWords } from '../statedValues.ts';
import { figuresIn } from '../words/figures.ts';

export const proseFigures: Dialect = {
  name: 'prose-figures',
  read: (plan) =>
    plan.lines.flatMap((line) => (line.kind === 'text' || line.kind === 'list' ? figuresOf(plan, line) : [])),
};

const LEAD =
  /(?:分为|分成|划分为|共分|总计|合计|共计|总共|divided into|split into|consists? of|a total of)[ \t]*(?:约|about )?[ \t]*$/i;

function figuresOf(plan: PlanText, line: PlanLine): readonly TotalFact[] {
  // `**总计**: 8 周` is a label.
  const isLabelled = line.label?.hasColon === true && LEAD.test(line.label.text);
  if (isLabelled || line.text.length > 500) return [];
  return figuresIn(line.text).flatMap(({ value, text, index }): readonly TotalFact[] => {
    const { unit, min, max, bound } = value;
    const lead = LEAD.exec(line.text.slice(0, index))?.[0];
    if (unit === undefined || lead === undefined) return [];
    const scope = { kind: 'all', label: lead.trim() } as const;
    return [{ fact: 'total', text, min, max, unit, scope, ...(bound && { bound }), ...placeOfWords(plan, line, text) }];
  });
}
