// The order in which events of a record are taken. A clock that runs ahead must not put its event behind everything that
// people do afterwards: an event of the future counts from where it stands in the file, which grows at its end.
import { compareText } from '../finding.ts';
import type { ReviewEvent } from './reviewRecord.ts';

/** A day ahead is a time zone, not a fault. */
export function isInFuture({ at }: Pick<ReviewEvent, 'at'>, today: string | undefined): boolean {
  return today !== undefined && at.slice(0, 10) > dayAfter(today);
}

/** `events` in order of time. @param today YYYY-MM-DD; without it no event is of the future */
export function orderedEvents(events: readonly ReviewEvent[], today?: string): readonly ReviewEvent[] {
  if (!events.some((event) => isInFuture(event, today))) return events;
  let next = `${today ?? ''}T24`;
  const timed = events
    .toSorted((a, b) => b.span.start - a.span.start)
    .map((event) => {
      const at = isInFuture(event, today) ? next : event.at;
      next = at;
      return { event, at };
    });
  return timed
    .toSorted((a, b) => compareText(a.at, b.at) || a.event.span.start - b.event.span.start)
    .map(({ event }) => event);
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one moment to a day; 0 where one of them is no day. */
export function daysBetween(from: string, today: string): number {
  const days =
    (Date.parse(`${today.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : 0;
}
