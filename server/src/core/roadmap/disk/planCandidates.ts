// Which files of a library may be plans, by path and configuration alone. Reading them decides (planKind.ts).
import type { Configuration } from '../../library/configuration.ts';
import { decideKindOfPath } from '../../library/decideKind.ts';
import { matcherOf } from '../../library/globs.ts';
import { mayBePlan } from '../planKind.ts';

/** More plans than this at once help nobody; those nearest to the root are read. */
const MAX_PLANS = 300;
const MARKDOWN = /\.(?:md|markdown)$/i;

/** A listing is asked again after every change on disk, and hardly any path of it is new. */
const known = new WeakMap<Configuration, Map<string, boolean>>();

/** Paths relative to the root, sorted; at most MAX_PLANS. */
export function planCandidates(paths: Iterable<string>, configuration: Configuration): readonly string[] {
  const decided = known.get(configuration) ?? new Map<string, boolean>();
  known.set(configuration, decided);
  const isExcluded = matcherOf(configuration.exclude);
  const isCandidate = (path: string): boolean => {
    const before = decided.get(path);
    if (before !== undefined) return before;
    const now = !isExcluded(path) && mayBePlan(path, decideKindOfPath(path, configuration));
    decided.set(path, now);
    return now;
  };
  const found = [...paths].filter((path) => MARKDOWN.test(path) && isCandidate(path));
  const depth = (path: string): number => path.split('/').length;
  if (found.length <= MAX_PLANS) return found.sort();
  return found
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .slice(0, MAX_PLANS)
    .sort();
}
