// An item or a phase whose places give it different priorities.
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { PlanItem, PlanPhase, Priority, Stated } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planPriority: PlanRule = {
  kind: 'plan',
  code: 'plan-priority',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) =>
    [...plan.phases, ...plan.items].flatMap((item) => {
      const stated = comparable(statedPriorities(item));
      const first = stated[0];
      const other = stated.find(({ value }) => value !== first?.value);
      if (first === undefined || other === undefined) return [];
      const args = { title: item.title, one: first.value, other: other.value };
      return planFinding(planPriority, {
        place: first,
        message: { key: 'plan-priority', args },
        related: stated.flatMap((each) =>
          relate([each], { key: 'plan-priority.here', args: { priority: each.value } }),
        ),
      });
    }),
};

/** The schedule and its days are held against an item by plan-schedule-order. */
function statedPriorities(node: PlanItem | PlanPhase): readonly Stated<Priority>[] {
  if (!('mentions' in node && 'tasks' in node)) return node.range === undefined ? node.priorities : [];
  const own = node.priorities.filter(({ via }) => via !== 'schedule' && via !== 'phase');
  // The nearest group decides; those around it hold others too.
  const nearest = own.find(({ via }) => via === 'group');
  return own.filter((each) => each.via !== 'group' || each === nearest);
}

/** What 高 is among codes differs from team to team, so words are held against words only. */
function comparable(stated: readonly Stated<Priority>[]): readonly Stated<Priority>[] {
  const codes = stated.filter(({ text, value }) => text.includes(value));
  return codes.length > 0 ? codes : stated;
}
