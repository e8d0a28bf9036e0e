// A figure that does not add up and stands in other plans too: correcting one place leaves the others.
import type { Finding } from '../finding.ts';
import { folderOf } from '../library/pathScope.ts';
import { nameKey } from '../roadmap/join/names.ts';
import type { Plan, StatedTotal } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planCrossTotal: PlanRule = {
  kind: 'plan',
  code: 'plan-cross-total',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, otherPlans }) => {
    const near = otherPlans.filter((other) => folderOf(other.path) === folderOf(plan.path));
    return plan.totals.filter(isWrong).flatMap((total) => copiesOf(total, near));
  },
};

/** A figure that a word says it is at least may be lower than what is there. */
function isWrong({ computed, min, max, bound }: StatedTotal): boolean {
  if (computed === undefined) return false;
  return bound === 'at-least' ? computed.max < min : computed.max < min || computed.min > max;
}

function copiesOf(total: StatedTotal, plans: readonly Plan[]): readonly Finding[] {
  const label = nameKey(total.scope.label);
  const copies = plans.flatMap((plan) =>
    plan.totals
      .filter((other) => other.unit === total.unit && other.min === total.min && other.max === total.max)
      .filter((other) => isSameLabel(label, nameKey(other.scope.label)))
      .map((other) => ({ plan, other })),
  );
  const [first] = copies;
  if (first === undefined) return [];
  const { code, defaultSeverity: severity } = planCrossTotal;
  const args = {
    label: total.scope.label,
    stated: total.text,
    path: first.plan.path,
    line: first.other.line + 1,
    count: copies.length,
  };
  const related = copies.map(({ plan, other }) => ({
    message: { key: 'plan-cross-total.other', args: { stated: other.text } } as const,
    path: plan.path,
    span: other.span,
  }));
  return [{ code, severity, message: { key: 'plan-cross-total', args }, span: total.span, related }];
}

/** 新案例开发 and 新案例开发计划. */
function isSameLabel(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.includes(short);
}
