// How far something is, in the four steps that exclude each other. Status words have more shades than a contradiction needs.
import type { PlanItem, Stated, StatedStatus, Status } from '../plan.ts';

export type Standing = 'waiting' | 'active' | 'done' | 'dropped';

const STANDINGS: Readonly<Record<Status, Standing | undefined>> = {
  planned: 'waiting',
  pending: 'waiting',
  open: 'waiting',
  missing: 'waiting',
  // Paused work may have begun or not.
  paused: undefined,
  'in-progress': 'active',
  partial: 'active',
  review: 'active',
  done: 'done',
  cancelled: 'dropped',
};

/** Undefined where the status leaves it open. */
export function standingOf({ value }: Pick<Stated<Status>, 'value'>): Standing | undefined {
  return STANDINGS[value];
}

/** Written in the item's own places, not computed and not taken over from a group, a phase or a gap. */
export function ownStatuses(item: PlanItem): readonly StatedStatus[] {
  return item.statuses.filter(
    ({ isDerived, via }) => isDerived !== true && via !== 'boxes' && via !== 'gap' && !isShared(via),
  );
}

/** Said of several items at once. */
export function sharedStatuses(item: PlanItem): readonly StatedStatus[] {
  return item.statuses.filter(({ isDerived, via }) => isDerived !== true && isShared(via));
}

function isShared(via: StatedStatus['via']): boolean {
  return via === 'phase' || via === 'group' || via === 'progress' || via === 'milestone' || via === 'metadata';
}

/** Boxes decide where there are any; else the words of the item itself, else what is said of its group. */
export function itemStanding(item: PlanItem): Standing | undefined {
  if (item.tasks.length > 0) {
    const done = item.tasks.filter((task) => task.isDone).length;
    if (done === 0) return 'waiting';
    return done === item.tasks.length ? 'done' : 'active';
  }
  const standings = ownStatuses(item).flatMap((status) => standingOf(status) ?? []);
  if (standings.length > 0) return standings.every((standing) => standing === standings[0]) ? standings[0] : undefined;
  const shared = sharedStatuses(item).flatMap((status) => standingOf(status) ?? []);
  return shared[0];
}

export function isPaused(statuses: readonly StatedStatus[]): boolean {
  return statuses.some(({ value }) => value === 'paused');
}

export function isCancelled(item: PlanItem): boolean {
  return item.statuses.some(({ value }) => value === 'cancelled');
}
