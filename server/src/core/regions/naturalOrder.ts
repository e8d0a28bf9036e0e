// Order of ids, names and values that is the same on every machine: numbers by size, everything else by code units.
import { compareText } from '../finding.ts';

const parts = /\d+|\D+/g;

/** `CASE-2` before `CASE-10`. */
export function compareNatural(a: string, b: string): number {
  const left = a.match(parts) ?? [];
  const right = b.match(parts) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = comparePart(left[index] ?? '', right[index] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compareText(a, b);
}

function comparePart(a: string, b: string): number {
  const areNumbers = /^\d/.test(a) && /^\d/.test(b);
  if (!areNumbers) return compareText(a, b);
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || compareText(left, right);
}

/** Absent values come last, whichever way round the others stand. */
export function compareAbsentLast(a: boolean, b: boolean): number {
  return a === b ? 0 : a ? 1 : -1;
}
