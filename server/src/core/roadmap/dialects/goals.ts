// Goals of the whole plan: a numbered list of bold titles under a heading such as 目标, and the list of its scope. Goals of
// a phase or task are not listed here.
import type { Section } from '../../model/documentModel.ts';
import type { Dialect, GoalFact } from '../facts.ts';
import type { PlanLine, PlanText } from '../planText.ts';

export const goals: Dialect = {
  name: 'goals',
  read: (plan) => [
    ...plan.model.sections.flatMap((section) => (isGoals(section) ? goalsOf(plan, section) : [])),
    ...scopeOf(plan),
  ],
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

const SCOPE = /^(?:建设|项目|计划|工作|实施|覆盖)?范围$|^(?:in )?scope$/i;

/** The bullets right below `**建设范围**：` or a heading of that name. */
function scopeOf({ lines }: PlanText): readonly GoalFact[] {
  const found: GoalFact[] = [];
  let isScope = false;
  for (const line of lines) {
    if (line.kind !== 'list') isScope = isScopeTitle(line);
    else if (isScope && line.depth === 0 && line.isChecked === undefined) found.push(scopeFact(line));
  }
  return found;
}

function isScopeTitle({ kind, section, label }: PlanLine): boolean {
  if (kind === 'heading') return SCOPE.test(section?.heading.identity.name ?? '');
  return label !== undefined && label.value === '' && SCOPE.test(label.text);
}

function scopeFact({ text, label, line, rawStart, span }: PlanLine): GoalFact {
  return { fact: 'goal', text, title: label?.text ?? text, line, span: { start: rawStart, end: span.end } };
}
