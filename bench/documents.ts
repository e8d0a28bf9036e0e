// The documents that the benchmarks read: a folder given on the command line, else the real ones beside the repository,
// else the bundled examples.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface BenchDocument {
  readonly path: string;
  readonly text: string;
}

const repository = join(import.meta.dirname, '..');
const candidates = [join(repository, '..', 'shared', 'corpus', 'libraries'), join(repository, 'examples')];

/** The folder that is measured. */
export function benchFolder(argument: string | undefined): string {
  if (argument !== undefined) return resolve(argument);
  const found = candidates.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error('no documents to measure; give a folder');
  return found;
}

/** Every `step`-th Markdown document below the folder, in order of its path. */
export function readDocuments(folder: string, step = 1): BenchDocument[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .filter((_, index) => index % step === 0)
    .map((path) => ({ path: path.slice(folder.length + 1), text: readFileSync(path, 'utf8') }));
}

/** Milliseconds that one call takes. */
export function time(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** The value below which the given part of the sorted values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
