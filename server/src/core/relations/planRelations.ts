// What plans state of documents: an item that needs another, an item that fills a gap, for items whose files are there.
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { resolveStatedPath } from '../roadmap/disk/resolvePath.ts';
import type { Plan, PlanItem } from '../roadmap/plan.ts';
import type { RelationEdge } from './relation.ts';

interface Known {
  readonly documents: object;
  readonly paths: object;
  readonly edges: readonly RelationEdge[];
}

const known = new WeakMap<readonly Plan[], Known>();

/** Kept as long as plans, paths and the set of documents stay the same. */
export function planRelations(plans: readonly Plan[], index: LibraryIndex): readonly RelationEdge[] {
  const found = known.get(plans);
  const { identity, paths } = index.aspects;
  if (found?.documents === identity && found.paths === paths) return found.edges;
  const edges = plans.flatMap((plan) => edgesOf(plan, index));
  known.set(plans, { documents: identity, paths, edges });
  return edges;
}

/** The documents that an item of a plan stands for, as far as they are there. */
export function filesOfItem(item: PlanItem, plan: Plan, { documents, paths }: LibraryIndex): readonly string[] {
  const files = item.paths.flatMap(({ path }) => {
    const resolution = resolveStatedPath(path, plan.path, paths);
    return resolution.kind === 'file' && documents.has(resolution.path) ? [resolution.path] : [];
  });
  return [...new Set(files)];
}

function edgesOf(plan: Plan, index: LibraryIndex): readonly RelationEdge[] {
  const files = new Map(plan.items.map((item) => [item.key, filesOfItem(item, plan, index)]));
  const common = { via: 'plan', statedIn: plan.path } as const;
  const needs = plan.items.flatMap(({ key, dependsOn }) =>
    (files.get(key) ?? []).flatMap((from) =>
      dependsOn
        .flatMap((other) => files.get(other) ?? [])
        .filter((to) => to !== from)
        .map((to): RelationEdge => ({ type: 'prerequisite', from, to, item: key, ...common })),
    ),
  );
  const covers = plan.gaps.flatMap((_, position) =>
    itemsOfGap(plan, position).flatMap(({ key }) =>
      (files.get(key) ?? []).map((from): RelationEdge => ({
        type: 'covers-gap',
        from,
        to: plan.path,
        gap: position,
        item: key,
        ...common,
      })),
    ),
  );
  return [...needs, ...covers];
}

/** Items that are to fill a gap: named by it, or in a group that is. */
export function itemsOfGap({ items, gaps }: Plan, position: number): readonly PlanItem[] {
  const covering = new Set(gaps[position]?.coveredBy);
  return items.filter(
    ({ key, group, gap }) => gap === position || covering.has(key) || (group !== undefined && covering.has(group)),
  );
}
