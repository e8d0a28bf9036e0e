// Lookups in a plan that several rules need. It computes nothing that the plan says.
import type { Plan, PlanGroup, PlanItem, PlanPhase, ScheduleSlot } from '../plan.ts';

export interface PlanIndex {
  readonly items: ReadonlyMap<string, PlanItem>;
  readonly groups: ReadonlyMap<string, PlanGroup>;
  readonly phases: ReadonlyMap<string, PlanPhase>;
  /** Items of a phase, by what the phase lists and what the items say. */
  itemsOfPhase(key: string): readonly PlanItem[];
  /** Items of a group and of the groups in it. */
  itemsOfGroup(key: string): readonly PlanItem[];
  /** The group and those that it stands in, from the inside out. */
  groupsAbove(key: string | undefined): readonly string[];
  slotsOf(item: PlanItem): readonly ScheduleSlot[];
}

const known = new WeakMap<Plan, PlanIndex>();

export function indexOf(plan: Plan): PlanIndex {
  const found = known.get(plan);
  if (found !== undefined) return found;
  const index = build(plan);
  known.set(plan, index);
  return index;
}

function build(plan: Plan): PlanIndex {
  const items = new Map(plan.items.map((item) => [item.key, item]));
  const groups = new Map(plan.groups.map((group) => [group.key, group]));
  const phases = new Map(plan.phases.map((phase) => [phase.key, phase]));
  const groupsAbove = (key: string | undefined): readonly string[] => {
    const above: string[] = [];
    for (let next = key; next !== undefined && !above.includes(next); next = groups.get(next)?.parent) above.push(next);
    return above;
  };
  const byPhase = gather(plan.items, (item) => (item.phase === undefined ? [] : [item.phase]));
  const byGroup = gather(plan.items, (item) => groupsAbove(item.group));
  const listed = (keys: readonly string[] = []): readonly PlanItem[] => keys.flatMap((key) => items.get(key) ?? []);
  return {
    items,
    groups,
    phases,
    groupsAbove,
    itemsOfPhase: (key) => unique([...listed(phases.get(key)?.items), ...(byPhase.get(key) ?? [])]),
    itemsOfGroup: (key) => unique([...listed(groups.get(key)?.items), ...(byGroup.get(key) ?? [])]),
    slotsOf: (item) => item.slots.flatMap((slot) => plan.slots[slot] ?? []),
  };
}

function gather(
  items: readonly PlanItem[],
  keysOf: (item: PlanItem) => readonly string[],
): ReadonlyMap<string, readonly PlanItem[]> {
  const found = new Map<string, PlanItem[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [item]);
      else list.push(item);
    }
  }
  return found;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
