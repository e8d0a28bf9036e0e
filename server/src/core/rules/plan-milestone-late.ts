// A milestone that is due before work that belongs to it is scheduled.
import type { Finding } from '../finding.ts';
import { itemsOfMilestone } from '../roadmap/checks/milestoneItems.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { Plan, PlanItem, PlanMilestone, ScheduleSlot } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planMilestoneLate: PlanRule = {
  kind: 'plan',
  code: 'plan-milestone-late',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => plan.milestones.flatMap((milestone) => lateFinding(milestone, plan)),
};

function lateFinding(milestone: PlanMilestone, plan: Plan): readonly Finding[] {
  const { due } = milestone;
  if (due === undefined) return [];
  const late = itemsOfMilestone(milestone, plan).flatMap((item) => {
    const slot = lastSlot(item, plan);
    return slot !== undefined && slot.range.unit === due.unit && slot.range.to > due.to ? [{ item, slot }] : [];
  });
  const first = late[0];
  if (first === undefined) return [];
  const key = late.length === 1 ? 'plan-milestone-late' : 'plan-milestone-late.many';
  const { from, to, unit } = first.slot.range;
  const when = from === to ? String(from) : `${String(from)}-${String(to)}`;
  const args = { title: milestone.title, due: due.to, item: first.item.title, when, count: late.length };
  return [
    planFinding(planMilestoneLate, {
      place: milestone,
      message: { key: `${key}.${unit}` as const, args },
      related: [
        ...relate(
          late.map(({ slot }) => slot),
          { key: 'plan-milestone-late.slot' },
        ),
        ...relate(
          late.map(({ item }) => item),
          { key: 'plan-milestone-late.item' },
        ),
      ],
    }),
  ];
}

function lastSlot(item: PlanItem, plan: Plan): ScheduleSlot | undefined {
  const slots = indexOf(plan).slotsOf(item);
  return slots.toSorted((a, b) => b.range.to - a.range.to)[0];
}
