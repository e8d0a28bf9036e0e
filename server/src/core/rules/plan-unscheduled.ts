// Items with a priority or an effort that no line of the schedule names, in a plan that schedules its items.
import type { Finding, RelatedSpan } from '../finding.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import { listNames, MOST_RELATED, planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { isCancelled, isPaused, itemStanding } from '../roadmap/checks/standing.ts';
import type { Plan, PlanItem, PlanPhase } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

/** Below this share of scheduled items the schedule is not one of items. */
const SCHEDULED_SHARE = 0.6;
const FEWEST_SCHEDULED = 3;

export const planUnscheduled: PlanRule = {
  kind: 'plan',
  code: 'plan-unscheduled',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => {
    const wanted = plan.items.filter((item) => needsTime(item, plan));
    const missing = wanted.filter((item) => item.slots.length === 0);
    const scheduled = wanted.length - missing.length;
    if (scheduled < FEWEST_SCHEDULED || scheduled < wanted.length * SCHEDULED_SHARE) return [];
    return byGroup(missing).map((items) => unscheduledFinding(items, plan));
  },
};

function needsTime(item: PlanItem, plan: Plan): boolean {
  if (item.kind === 'existing-case' || item.isOptional === true) return false;
  const phase = item.phase === undefined ? undefined : indexOf(plan).phases.get(item.phase);
  if (isCancelled(item) || isPaused(item.statuses) || isPaused(phase?.statuses ?? [])) return false;
  return (item.priority !== undefined || item.effort !== undefined) && itemStanding(item) !== 'done';
}

function byGroup(items: readonly PlanItem[]): readonly (readonly PlanItem[])[] {
  const groups = new Map<string, PlanItem[]>();
  for (const item of items) {
    const same = groups.get(item.group ?? '');
    if (same === undefined) groups.set(item.group ?? '', [item]);
    else same.push(item);
  }
  return [...groups.values()];
}

function unscheduledFinding(items: readonly PlanItem[], plan: Plan): Finding {
  const [first, ...others] = items as readonly [PlanItem, ...PlanItem[]]; // groups are made of at least one item
  const titles = listNames(items.map(({ title }) => title));
  const one = { key: 'plan-unscheduled', args: { title: first.title } } as const;
  const many = { key: 'plan-unscheduled.many', args: { titles, count: items.length } } as const;
  return planFinding(planUnscheduled, {
    place: first,
    message: items.length === 1 ? one : many,
    related: [...relate(others, { key: 'plan-unscheduled.other' }), ...whereExpected(items, plan)],
  });
}

/** Where the plan names their group with figures, and the stretch of the schedule that should hold them. */
function whereExpected([first]: readonly PlanItem[], plan: Plan): readonly RelatedSpan[] {
  if (first === undefined) return [];
  const group = first.group === undefined ? undefined : indexOf(plan).groups.get(first.group);
  const mentions = (group?.mentions ?? []).filter(({ via }) => via === 'overview' || via === 'list');
  const phases = phasesOfPriority(first, plan);
  return [
    ...relate(mentions, { key: 'plan-unscheduled.overview' }),
    ...relate(phases, { key: 'plan-unscheduled.phase', args: { priority: first.priority ?? '' } }),
  ];
}

function phasesOfPriority({ priority }: PlanItem, { phases }: Plan): readonly PlanPhase[] {
  const found: PlanPhase[] = [];
  for (const phase of phases) {
    if (phase.range !== undefined && phase.priorities.some(({ value }) => value === priority)) found.push(phase);
    if (found.length > MOST_RELATED) break;
  }
  return found;
}
