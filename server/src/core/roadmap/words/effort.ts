// Efforts as people write them: 2周, 3-4 天, 约 5.5-6.5 小时, 2 weeks, 10个工作日, 可选，1-2 天.
import type { Effort, EffortUnit } from '../plan.ts';

export interface Found<T> {
  readonly value: T;
  /** As written. */
  readonly text: string;
  /** Offset in the text that was looked at. */
  readonly index: number;
}

const UNITS: readonly (readonly [RegExp, EffortUnit])[] = [
  [/^(?:小时|hours?|hrs?|h)$/i, 'hour'],
  [/^(?:个?工作日|天|日|人日|人天|days?|d)$/i, 'day'],
  [/^(?:个?星期|周|weeks?|w)$/i, 'week'],
  [/^(?:个月|月|months?)$/i, 'month'],
];

const EFFORT =
  /(\d+(?:\.\d+)?)[ \t]*(?:(?:-|–|—|~|～|至|到)[ \t]*(\d+(?:\.\d+)?))?[ \t]*(小时|hours?|hrs?|h|个?工作日|人日|人天|天|日|days?|d|个?星期|周|weeks?|w|个月|months?)(?![A-Za-z\d年月])/gi;

/** Every effort in the text, in order. Dates (10月8日, 2025年10月) are none. */
export function effortsIn(text: string): readonly Found<Effort>[] {
  const found: Found<Effort>[] = [];
  for (const match of text.matchAll(EFFORT)) {
    const [whole, low, high, word] = match;
    const unit = UNITS.find(([pattern]) => pattern.test(word ?? ''))?.[1];
    if (unit === undefined || low === undefined) continue;
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    if (/月[ \t]*$|第[ \t]*$|[\d,]$|(?:week|day|month)[ \t]*$/i.test(before)) continue;
    const min = Number(low);
    const max = high === undefined ? min : Number(high);
    const isOptional = /可选|optional/i.test(text);
    found.push({
      value: { min: Math.min(min, max), max: Math.max(min, max), unit, ...(isOptional && { isOptional }) },
      text: whole,
      index: match.index,
    });
  }
  return found;
}

/** The first effort of the text. */
export function effortIn(text: string): Found<Effort> | undefined {
  return effortsIn(text)[0];
}

/** Working days: a week has five, a day eight hours, a month twenty-one days. */
export const DAYS: Readonly<Record<EffortUnit, number>> = { hour: 1 / 8, day: 1, week: 5, month: 21 };
