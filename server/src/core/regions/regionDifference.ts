// How a region differs from what belongs into it, and the edits that bring it up to date: whole lines, inside the region only.
import { diffArrays, type ArrayChange } from 'diff';
import type { FactRegion } from '../facts/documentFacts.ts';
import type { TextEdit } from '../finding.ts';
import type { GeneratorInput } from './generator.ts';
import { regionLines } from './regionText.ts';

export interface RegionDifference {
  /** Rows of tables and items of lists, heads left aside, that are not there, are too many, or read otherwise. */
  readonly missing: number;
  readonly extra: number;
  readonly changed: number;
  /** Nothing was written yet. */
  readonly isEmpty: boolean;
  readonly edits: readonly TextEdit[];
}

/** Undefined where the region is as it should be, or nothing can be written into it. */
export function regionDifference(input: GeneratorInput): RegionDifference | undefined {
  const wanted = regionLines(input);
  if (wanted === undefined) return undefined;
  const { region } = input;
  const found = linesOf(region.text);
  if (found.length === wanted.length && found.every(({ text }, index) => text === wanted[index])) return undefined;
  return {
    ...rowsThatDiffer(
      found.map(({ text }) => text),
      wanted,
    ),
    isEmpty: region.text.trim() === '',
    edits: editsBetween(found, wanted, region),
  };
}

interface Line {
  readonly text: string;
  readonly length: number;
}

/** Every line has an ending: a region ends where the line of its closing mark begins. */
function linesOf(text: string): readonly Line[] {
  const found = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return found.map((line) => ({ text: line.replace(/[\r\n]+$/, ''), length: line.length }));
}

// ---- what differs

const address = /\]\(([^()\s]{1,2000})\)/;

/** A row is known by the document that it leads to, or by its first cell. */
function rowKey(line: string): string | undefined {
  const link = address.exec(line)?.[1];
  if (link !== undefined) return link;
  const cell = /^\| (.{1,400}?) \|/.exec(line)?.[1];
  return cell;
}

function rowsThatDiffer(
  found: readonly string[],
  wanted: readonly string[],
): Pick<RegionDifference, 'missing' | 'extra' | 'changed'> {
  const old = rowsByKey(found);
  const now = rowsByKey(wanted);
  const counts = { missing: 0, extra: 0, changed: 0 };
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [before, after] = [old.get(key) ?? [], now.get(key) ?? []];
    const same = commonCount(before, after);
    const changed = Math.min(before.length, after.length) - same;
    counts.changed += changed;
    counts.missing += Math.max(0, after.length - before.length);
    counts.extra += Math.max(0, before.length - after.length);
  }
  return counts;
}

function rowsByKey(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const [index, line] of lines.entries()) {
    const isHead = lines[index + 1]?.startsWith('|-') === true;
    const key = isHead ? undefined : rowKey(line);
    if (key === undefined) continue;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [line]);
    else known.push(line);
  }
  return rows;
}

function commonCount(before: readonly string[], after: readonly string[]): number {
  if (before.length === 1 && after.length === 1) return before[0] === after[0] ? 1 : 0;
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  let same = 0;
  for (const line of after) {
    const count = left.get(line) ?? 0;
    if (count > 0) same += 1;
    left.set(line, count - 1);
  }
  return same;
}

// ---- edits

/** Beyond so many differing lines all of them are replaced at once: a finer comparison would take too long. */
const MOST_DIFFERENCES = 1000;

function editsBetween(found: readonly Line[], wanted: readonly string[], region: FactRegion): readonly TextEdit[] {
  let start = 0;
  while (start < found.length && start < wanted.length && found[start]?.text === wanted[start]) start += 1;
  let end = 0;
  const most = Math.min(found.length, wanted.length) - start;
  while (end < most && found.at(-1 - end)?.text === wanted.at(-1 - end)) end += 1;
  const old = found.slice(start, found.length - end);
  const fresh = wanted.slice(start, wanted.length - end);
  const offset = region.span.start + lengthOf(found.slice(0, start));
  const asText = (lines: readonly string[]): string => lines.map((line) => `${line}${region.lineEnding}`).join('');
  const parts = diffArrays(
    old.map(({ text }) => text),
    [...fresh],
    { maxEditLength: MOST_DIFFERENCES },
  );
  // Given up on: one edit for all.
  if (parts === undefined) {
    return [{ span: { start: offset, end: offset + lengthOf(old) }, newText: asText(fresh) }];
  }
  return editsOf(parts, old, { offset, asText });
}

function editsOf(
  parts: readonly ArrayChange<string>[],
  old: readonly Line[],
  { offset, asText }: { readonly offset: number; readonly asText: (lines: readonly string[]) => string },
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = offset;
  let line = 0;
  let pending: { start: number; end: number; newText: string } | undefined;
  const close = (): void => {
    if (pending !== undefined)
      edits.push({ span: { start: pending.start, end: pending.end }, newText: pending.newText });
    pending = undefined;
  };
  for (const { added, removed, value } of parts) {
    if (added) {
      pending ??= { start: at, end: at, newText: '' };
      pending.newText += asText(value);
      continue;
    }
    const length = lengthOf(old.slice(line, line + value.length));
    line += value.length;
    if (removed) {
      pending ??= { start: at, end: at, newText: '' };
      pending.end = at + length;
    } else close();
    at += length;
  }
  close();
  return edits;
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}
