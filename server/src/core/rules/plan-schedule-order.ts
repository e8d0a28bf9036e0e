// An item that the schedule puts under a day or phase of another priority.
import type { Finding } from '../finding.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import { MOST_RELATED, planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { Plan, PlanItem, PlanPhase, Priority, ScheduleSlot, Stated } from '../roadmap/plan.ts';
import { prioritiesIn } from '../roadmap/words/priority.ts';
import type { PlanRule } from './rule.ts';

export const planScheduleOrder: PlanRule = {
  kind: 'plan',
  code: 'plan-schedule-order',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => {
    const prioritized = new Map(plan.phases.map((phase) => [phase.key, { phase, allowed: prioritiesOf(phase) }]));
    return plan.slots.flatMap((slot) => misplaced(slot, plan, prioritized));
  },
};

interface PrioritizedPhase {
  readonly phase: PlanPhase;
  readonly allowed: readonly Priority[];
}

type Phases = ReadonlyMap<string, PrioritizedPhase>;

function misplaced(slot: ScheduleSlot, plan: Plan, phases: Phases): readonly Finding[] {
  if (slot.isBlock || slot.phase === undefined) return [];
  const found = phases.get(slot.phase);
  if (found === undefined || found.allowed.length === 0) return [];
  const { phase, allowed } = found;
  return slot.items.flatMap((key) => {
    const item = indexOf(plan).items.get(key);
    const own = item && ownPriorities(item);
    const first = own?.[0];
    if (item === undefined || own === undefined || first === undefined) return [];
    if (own.some(({ value }) => allowed.includes(value))) return [];
    return orderFinding({ slot, phase, item, own, first, allowed }, phases);
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

function orderFinding({ slot, phase, item, own, first, allowed }: Misplaced, phases: Phases): Finding {
  const right = phasesOf(first.value, phases).filter((other) => other !== phase);
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

/** The first phases of the priority: more than these nobody would look at. */
function phasesOf(priority: Priority, phases: Phases): readonly PlanPhase[] {
  const found: PlanPhase[] = [];
  for (const { phase, allowed } of phases.values()) {
    if (allowed.includes(priority)) found.push(phase);
    if (found.length > MOST_RELATED) break;
  }
  return found;
}
