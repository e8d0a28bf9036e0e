// Counts and efforts of a set of items, each once. Working days: a week has five, a day eight hours.
import type { Effort } from './plan.ts';
import { isComplete } from './statedStatus.ts';
import type { TrueState } from './trueState.ts';
import { DAYS } from './words/effort.ts';

export interface RolledItem {
  readonly state: TrueState;
  readonly effort?: Effort;
  readonly hasDrift: boolean;
}

export interface RollUp {
  readonly items: number;
  readonly byState: Readonly<Partial<Record<TrueState, number>>>;
  /** Items that are done by their file or boxes. */
  readonly complete: number;
  /** Working days; `complete` is the mean estimate of what is done. */
  readonly effort: {
    readonly min: number;
    readonly max: number;
    readonly complete: number;
    readonly unestimated: number;
  };
  readonly drift: number;
}

export function rollUp(items: readonly RolledItem[]): RollUp {
  const byState: Partial<Record<TrueState, number>> = {};
  let complete = 0;
  let drift = 0;
  const effort = { min: 0, max: 0, complete: 0, unestimated: 0 };
  for (const item of items) {
    byState[item.state] = (byState[item.state] ?? 0) + 1;
    if (item.hasDrift) drift += 1;
    const days = daysOf(item.effort);
    effort.min += days?.min ?? 0;
    effort.max += days?.max ?? 0;
    if (days === undefined) effort.unestimated += 1;
    if (!isComplete(item.state)) continue;
    complete += 1;
    effort.complete += days === undefined ? 0 : (days.min + days.max) / 2;
  }
  return { items: items.length, byState, complete, effort, drift };
}

export function daysOf(effort: Effort | undefined): { readonly min: number; readonly max: number } | undefined {
  return effort && { min: effort.min * DAYS[effort.unit], max: effort.max * DAYS[effort.unit] };
}
