// What a plan says of an item's state where it says it in several places, and whether that differs from the true state.
import type { PlanItem, StatedStatus, Status, Via } from './plan.ts';
import type { TrueState } from './trueState.ts';

/** The nearer to the item, the more its statement counts. */
const ORDER: readonly Via[] = [
  'item',
  'table',
  'list',
  'schedule',
  'progress',
  'overview',
  'group',
  'phase',
  'milestone',
  'graph',
  'text',
  'metadata',
  'gap',
  'boxes',
];

/** The statement that counts; undefined where the plan says nothing. Computed ones only where nothing is written. */
export function statedStatusOf({ statuses }: Pick<PlanItem, 'statuses'>): StatedStatus | undefined {
  const rank = (status: StatedStatus): number => (status.isDerived === true ? 100 : ORDER.indexOf(status.via));
  return statuses.reduce<StatedStatus | undefined>(
    (best, status) => (best === undefined || rank(status) < rank(best) ? status : best),
    undefined,
  );
}

const NOT_STARTED: ReadonlySet<Status> = new Set(['planned', 'pending', 'open', 'missing']);
const COMPLETE: ReadonlySet<TrueState> = new Set(['ready', 'approved', 'done']);
/** There is more than a template. */
const BEGUN: ReadonlySet<TrueState> = new Set([
  'drafting',
  'ready',
  'approved',
  'stale',
  'in-progress',
  'done',
  'moved',
]);
const NOT_THERE: ReadonlySet<TrueState> = new Set(['missing', 'open']);

export function isNotStarted(status: Status): boolean {
  return NOT_STARTED.has(status);
}

export function isComplete(state: TrueState): boolean {
  return COMPLETE.has(state);
}

/** True where the plan's statement can not be held beside the true state. */
export function isDrift(stated: StatedStatus | undefined, state: TrueState): boolean {
  if (state === 'moved') return true;
  if (stated === undefined || state === 'unknown' || state === 'archived') return false;
  if (stated.value === 'done') return !COMPLETE.has(state);
  if (NOT_STARTED.has(stated.value)) return BEGUN.has(state);
  if (stated.value === 'in-progress' || stated.value === 'partial') return NOT_THERE.has(state) || COMPLETE.has(state);
  return stated.value === 'review' && NOT_THERE.has(state);
}
