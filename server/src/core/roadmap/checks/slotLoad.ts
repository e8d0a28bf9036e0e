// The time that a line of the schedule gives, against the efforts of the items that it names.
import type { Effort, Plan, PlanItem, ScheduleSlot, TimeRange } from '../plan.ts';
import { DAYS } from '../words/effort.ts';
import { indexOf } from './planIndex.ts';

const DAYS_OF_RANGE: Readonly<Record<TimeRange['unit'], number>> = {
  day: 1,
  week: DAYS.week,
  month: DAYS.month,
  quarter: 3 * DAYS.month,
};
/** A week of six days is still called a week. */
const TOLERANCE = 1.2;

export interface SlotLoad {
  readonly slot: ScheduleSlot;
  readonly items: readonly PlanItem[];
  /** One item alone needs more than the line gives. */
  readonly isTooShort: boolean;
  /** Only all items together do. */
  readonly isOnlyInParallel: boolean;
  /** What the items need one after the other. */
  readonly needed: Effort;
  readonly given: number;
}

/** Lines whose items all stand on this line alone: work spread over several lines is not judged. */
export function slotLoads(plan: Plan): readonly SlotLoad[] {
  const { items: known } = indexOf(plan);
  return plan.slots.flatMap((slot) => {
    if (slot.isBlock || slot.range.to < slot.range.from) return [];
    const items = [...new Set(slot.items)].flatMap((key) => known.get(key) ?? []);
    const timed = items.filter(({ effort, slots }) => effort !== undefined && slots.length === 1);
    if (timed.length === 0 || timed.length < items.length) return [];
    const given = (slot.range.to - slot.range.from + 1) * DAYS_OF_RANGE[slot.range.unit];
    const needs = timed.map(({ effort }) => (effort === undefined ? 0 : effort.value.min * DAYS[effort.value.unit]));
    const sum = needs.reduce((total, days) => total + days, 0);
    const isTooShort = Math.max(...needs) > given * TOLERANCE;
    return {
      slot,
      items: timed,
      isTooShort,
      isOnlyInParallel: !isTooShort && sum > given * TOLERANCE,
      needed: inUnit(sum, slot.range.unit),
      given,
    };
  });
}

function inUnit(days: number, unit: TimeRange['unit']): Effort {
  const wanted = unit === 'quarter' ? 'month' : unit;
  const value = Math.round((days / DAYS[wanted]) * 10) / 10;
  return { min: value, max: value, unit: wanted };
}
