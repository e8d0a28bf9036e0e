// The baseline: debt that is known and does not fail a run. Matched by fingerprint, so that moved lines stay known.
import { readFileSync } from 'node:fs';
import { compareText } from '../../core/finding.ts';
import { isSystemError } from '../nodeFiles.ts';
import { CommandFailure } from './failure.ts';
import type { ReportedFile } from './report.ts';

interface BaselineEntry {
  readonly path: string;
  readonly code: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** How many findings of each fingerprint are known. */
export type Baseline = ReadonlyMap<string, number>;

/** Throws CommandFailure for a file that is not there or is no baseline. */
export function readBaseline(path: string): Baseline {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error)) throw new CommandFailure({ key: 'cli.baseline-missing', args: { path } });
    throw error;
  }
  const known = parse(text);
  if (known === undefined) throw new CommandFailure({ key: 'cli.baseline-broken', args: { path } });
  return known;
}

/** Text of a baseline that holds all findings of a report; equal findings give equal text. */
export function baselineText(files: readonly ReportedFile[]): string {
  const entries = new Map<string, BaselineEntry>();
  for (const file of files) {
    for (const { fingerprint, code } of file.findings) {
      const count = (entries.get(fingerprint)?.count ?? 0) + 1;
      entries.set(fingerprint, { path: file.path, code, fingerprint, count });
    }
  }
  const findings = [...entries.values()].sort(
    (a, b) => compareText(a.path, b.path) || compareText(a.code, b.code) || compareText(a.fingerprint, b.fingerprint),
  );
  return `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`;
}

/** The files with known findings left out, and how many those were. */
export function withoutKnown(
  files: readonly ReportedFile[],
  baseline: Baseline,
): { readonly files: ReportedFile[]; readonly known: number } {
  const left = new Map(baseline);
  let known = 0;
  const kept = files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ fingerprint }) => {
      const count = left.get(fingerprint) ?? 0;
      if (count === 0) return true;
      left.set(fingerprint, count - 1);
      known += 1;
      return false;
    }),
  }));
  return { files: kept, known };
}

function parse(text: string): Map<string, number> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isRecord(value) || value['version'] !== 1 || !Array.isArray(value['findings'])) return undefined;
  const known = new Map<string, number>();
  for (const entry of value['findings'] as readonly unknown[]) {
    if (!isRecord(entry)) return undefined;
    const { fingerprint, count } = entry;
    if (typeof fingerprint !== 'string' || typeof count !== 'number' || !Number.isInteger(count)) return undefined;
    known.set(fingerprint, count);
  }
  return known;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
