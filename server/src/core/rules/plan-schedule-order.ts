// An item that the schedule puts under a day or phase of another priority.
import type { Finding } from '../finding.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { Plan, PlanItem, PlanPhase, Priority, ScheduleSlot, Stated } from '../roadmap/plan.ts';
import { prioritiesIn } from '../roadmap/words/priority.ts';
import type { PlanRule } from './rule.ts';

export const planScheduleOrder: PlanRule = {
  kind: 'plan',
  code: 'plan-schedule-order',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => plan.slots.flatMap((slot) => misplaced(slot, plan)),
};

function misplaced(slot: ScheduleSlot, plan: Plan): readonly Finding[] {
  if (slot.isBlock || slot.phase === undefined) return [];
  const { phases, items } = indexOf(plan);
  const phase = phases.get(slot.phase);
  const allowed = phase === undefined ? [] : prioritiesOf(phase);
  if (phase === undefined || allowed.length === 0) return [];
  return slot.items.flatMap((key) => {
    const item = items.get(key);
    const own = item && ownPriorities(item);
    const first = own?.[0];
    if (item === undefined || own === undefined || first === undefined) return [];
    if (own.some(({ value }) => allowed.includes(value))) return [];
    return orderFinding({ slot, phase, item, own, first, allowed }, plan);
  });
}

/** `Day 3 (P1 + P2)` holds both. */
function prioritiesOf({ priorities, priority, title, id }: PlanPhase): readonly Priority[] {
  const stated = priorities.map(({ value }) => value);
  const written = prioritiesIn(
    `${id} ${title} ${priorities.map(({ text }) => text).join(' ')} ${priority?.text ?? ''}`,
  );
  return [
    ...new Set([...stated, ...(priority === undefined ? [] : [priority.value]), ...written.map(({ value }) => value)]),
  ];
}

/** What the phase or the schedule says of it is what is being checked. */
function ownPriorities({ priorities }: PlanItem): readonly Stated<Priority>[] {
  return priorities.filter(({ via }) => via !== 'schedule' && via !== 'phase');
}

interface Misplaced {
  readonly slot: ScheduleSlot;
  readonly phase: PlanPhase;
  readonly item: PlanItem;
  readonly own: readonly Stated<Priority>[];
  readonly first: Stated<Priority>;
  readonly allowed: readonly Priority[];
}

function orderFinding({ slot, phase, item, own, first, allowed }: Misplaced, plan: Plan): Finding {
  const right = plan.phases.filter((other) => other !== phase && prioritiesOf(other).includes(first.value));
  const args = { title: item.title, priority: first.value, phase: phase.id, expected: allowed.join('、') };
  return planFinding(planScheduleOrder, {
    place: slot,
    message: { key: 'plan-schedule-order', args },
    related: [
      ...relate([phase], { key: 'plan-schedule-order.phase', args: { phase: phase.id, priority: args.expected } }),
      ...relate(own, { key: 'plan-schedule-order.priority', args: { priority: first.value } }),
      ...relate([item], { key: 'plan-schedule-order.item' }),
      ...relate(right, { key: 'plan-schedule-order.right', args: { priority: first.value } }),
    ],
  });
}
