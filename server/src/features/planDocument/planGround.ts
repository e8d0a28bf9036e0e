// What features inside a plan document need: the plan, its model, and where its paths lead.
import type { Plan } from '../../core/roadmap/plan.ts';
import { resolveStatedPath, type PathResolution } from '../../core/roadmap/disk/resolvePath.ts';
import type { DocumentModel } from '../../core/model/documentModel.ts';
import type { DocumentView, RoadmapView } from '../engineView.ts';

export interface PlanGround {
  readonly plan: Plan;
  readonly model: DocumentModel;
  /** Absent while nothing is known of the disk. */
  readonly roadmap?: RoadmapView;
  readonly resolve: (stated: string) => PathResolution | undefined;
}

/** Undefined for documents that hold no roadmap. */
export function planGround({ analysis, document, view }: DocumentView): PlanGround | undefined {
  const { plan, model } = analysis;
  if (plan === undefined) return undefined;
  const roadmap = view.roadmap(document.root);
  const isKnown = roadmap !== undefined && roadmap.paths.size > 0;
  return {
    plan,
    model,
    ...(isKnown && { roadmap }),
    resolve: (stated) => (isKnown ? resolveStatedPath(stated, document.path, roadmap.paths) : undefined),
  };
}

/** The file that a path leads to, moved files included. */
export function fileOf(resolution: PathResolution | undefined): string | undefined {
  return resolution?.kind === 'file' || resolution?.kind === 'moved' ? resolution.path : undefined;
}
