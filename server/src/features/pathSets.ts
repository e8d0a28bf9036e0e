// The paths of a library as a set, one set for each listing: caches hang on its identity.
import type { EnginePaths } from './engineState.ts';

const nothing: ReadonlySet<string> = new Set();
const sets = new WeakMap<EnginePaths, ReadonlySet<string>>();

export function pathSetOf(paths: EnginePaths | undefined): ReadonlySet<string> {
  if (paths === undefined) return nothing;
  const known = sets.get(paths) ?? new Set(paths.paths);
  sets.set(paths, known);
  return known;
}
