// Goals of the whole plan: a numbered list of bold titles under a heading such as 目标. Goals of a phase or task are not listed here.
import type { Section } from '../../model/documentModel.ts';
import type { Dialect, GoalFact } from '../facts.ts';
import type { PlanText } from '../planText.ts';

export const goals: Dialect = {
  name: 'goals',
  read: (plan) => plan.model.sections.flatMap((section) => (isGoals(section) ? goalsOf(plan, section) : [])),
};

const GOALS =
  /(?:^|[^\p{L}]|计划|项目|总体|核心|主要|本轮|轮|本次|整体|\p{Script=Han})(?:目标|愿景)$|^(?:\w+ ){0,3}(?:goals|objectives)$/iu;

function isGoals({ heading, level, parent }: Section): boolean {
  return level <= 3 && GOALS.test(heading.identity.name) && (parent === undefined || parent.level === 1);
}

function goalsOf(plan: PlanText, section: Section): readonly GoalFact[] {
  return plan.linesOf(section).flatMap((line): readonly GoalFact[] => {
    if (line.section !== section || line.kind !== 'list' || line.depth > 0 || line.number === undefined) return [];
    const { label, text, rawStart, span } = line;
    if (label === undefined) return [];
    return [{ fact: 'goal', text, title: label.text, line: line.line, span: { start: rawStart, end: span.end } }];
  });
}
