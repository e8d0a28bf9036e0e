// Files that are about to be moved or renamed: what plans have to say afterwards.
import { movedPaths, type Move } from '../../core/roadmap/edits/movedPaths.ts';
import type { Range } from '../../core/sourceText.ts';
import type { EngineView } from '../engineView.ts';

export interface MovedFilesQuestion {
  readonly root: string;
  /** Relative to the root. */
  readonly moves: readonly Move[];
}

export interface PlanEdits {
  readonly root: string;
  readonly path: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Plans without a change are left out; so are plans that move themselves, whose own paths mean another folder then. */
export function movedFiles(view: EngineView, { root, moves }: MovedFilesQuestion): readonly PlanEdits[] {
  const roadmap = view.roadmap(root);
  if (roadmap === undefined) return [];
  return roadmap.plans.flatMap(({ plan, model }) => {
    const isMoved = moves.some(({ from }) => plan.path === from || plan.path.startsWith(`${from}/`));
    if (isMoved) return [];
    const edits = movedPaths(plan, model, roadmap.paths, moves).map(({ span, newText }) => ({
      range: model.source.rangeOf(span),
      newText,
    }));
    return edits.length === 0 ? [] : [{ root, path: plan.path, edits }];
  });
}
