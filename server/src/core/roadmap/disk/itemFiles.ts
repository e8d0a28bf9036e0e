// The files of a plan's items: where each stated path leads, and the one file that an item stands for.
import { sameInOthers } from '../joinPlans.ts';
import type { LibraryFiles } from '../libraryFiles.ts';
import type { Plan, PlanItem, StatedPath } from '../plan.ts';
import type { RoadmapContext } from '../roadmapContext.ts';
import { resolveStatedPath, type PathResolution } from './resolvePath.ts';

/** Notes that say that the file is older than the plan: that it is there is no sign of work. */
const CHANGED_ONLY = /修改|更新|改动|扩展|modif|update|change|extend/i;

/** Notes that say that the file is there already. */
const SAYS_IT_EXISTS = /已创建|已有|已存在|已完成|现有|existing|created|done/i;

export interface ItemFile {
  readonly item: PlanItem;
  readonly stated: StatedPath;
  readonly resolution: PathResolution;
}

export function itemFiles(plan: Plan, files: LibraryFiles): readonly ItemFile[] {
  return plan.items.flatMap((item) =>
    item.paths.map((stated) => ({
      item,
      stated,
      resolution: resolveStatedPath(stated.path, plan.path, files.paths),
    })),
  );
}

export function isChangedOnly({ note }: StatedPath): boolean {
  return CHANGED_ONLY.test(note ?? '');
}

export function saysItExists({ note }: StatedPath): boolean {
  return SAYS_IT_EXISTS.test(note ?? '');
}

/** The plan itself names the file, or another plan does for the same item. */
export interface FileOfItem {
  readonly path: string;
  readonly stated?: StatedPath;
}

/**
 * The one file that an item stands for and that is there. Undefined for items with several files, with files that are only
 * changed, and where something is missing.
 */
export function fileOfItem(item: PlanItem, context: RoadmapContext): FileOfItem | undefined {
  const { plan, files, otherPlans } = context;
  if (files === undefined) return undefined;
  if (item.paths.length > 0) return ownFile(item, plan, files);
  for (const same of sameInOthers(plan, otherPlans, files.paths).get(item.key) ?? []) {
    const found = ownFile(same.item, same.plan, files);
    if (found !== undefined) return { path: found.path };
  }
  return undefined;
}

function ownFile(item: PlanItem, plan: Plan, files: LibraryFiles): FileOfItem | undefined {
  const [stated, ...others] = item.paths;
  if (stated === undefined || others.length > 0 || isChangedOnly(stated)) return undefined;
  const resolution = resolveStatedPath(stated.path, plan.path, files.paths);
  return resolution.kind === 'file' ? { path: resolution.path, stated } : undefined;
}
