// Times of review records: ISO 8601 in UTC, to the second. Reads what people write by hand, writes one form.

const form = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const keyForm = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/;

/** `2026-11-21T18:15:30+08:00` → `2026-11-21T10:15:30Z`; undefined for what is no time. Without a zone it is UTC. */
export function normalTime(text: string): string | undefined {
  const match = form.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = match;
  return timeOf([year, month, day, hour, minute, second], zoneMinutes(zone));
}

/** The time that a key of our own making begins with. */
export function timeOfKey(key: string): string | undefined {
  const match = keyForm.exec(key);
  return match === null ? undefined : timeOf(match.slice(1), 0);
}

/** `2026-11-21T10:15:30Z` and a few random characters → `20261121T101530Z-3f9a`. */
export function keyOfTime(at: string, random: string): string {
  return `${at.replace(/[-:]/g, '')}-${random}`;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function timeOf(parts: readonly (string | undefined)[], zone: number): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal) return undefined;
  const shifted = new Date(date.getTime() - zone * 60_000);
  return `${shifted.toISOString().slice(0, 19)}Z`;
}
