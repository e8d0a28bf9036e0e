// What plans say of the classification of documents that they list: the titles of the groups and items that name them.
import type { Plan, PlanGroup, PlanItem } from '../roadmap/plan.ts';

interface PlannedPath {
  /** As stated, forward slashes. */
  readonly path: string;
  /** The item first, then its groups from the inside out. */
  readonly titles: readonly string[];
}

const known = new WeakMap<readonly Plan[], ReadonlyMap<string, readonly PlannedPath[]>>();

/** Titles that plans put a document under, the nearest first; none for a document that no plan lists. */
export function plannedTitles(path: string, plans: readonly Plan[]): readonly string[] {
  const byName = known.get(plans) ?? indexPaths(plans);
  known.set(plans, byName);
  const candidates = byName.get(baseName(path)) ?? [];
  return candidates.find((planned) => path === planned.path || path.endsWith(`/${planned.path}`))?.titles ?? [];
}

function indexPaths(plans: readonly Plan[]): ReadonlyMap<string, readonly PlannedPath[]> {
  const byName = new Map<string, PlannedPath[]>();
  for (const plan of plans) {
    const groups = new Map(plan.groups.map((group) => [group.key, group]));
    for (const item of plan.items) {
      const titles = titlesOf(item, groups);
      for (const { path: stated } of item.paths) {
        const path = stated.replaceAll('\\', '/').replace(/^(?:\.{0,2}\/)+/, '');
        const name = baseName(path);
        byName.set(name, [...(byName.get(name) ?? []), { path, titles }]);
      }
    }
  }
  return byName;
}

const MOST_GROUPS = 8;

function titlesOf(item: PlanItem, groups: ReadonlyMap<string, PlanGroup>): readonly string[] {
  const titles = [item.title];
  let group = item.group === undefined ? undefined : groups.get(item.group);
  for (let depth = 0; group !== undefined && depth < MOST_GROUPS; depth++) {
    titles.push(group.title);
    group = group.parent === undefined ? undefined : groups.get(group.parent);
  }
  return titles;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
