// Ids that the plans of a library give to documents, written or not.
import type { EngineView } from '../engineView.ts';

export function plannedIds(view: EngineView, root: string): readonly string[] {
  const plans = view.roadmap(root)?.plans ?? [];
  return plans.flatMap(({ plan }) => plan.items.flatMap(({ id }) => (id === undefined ? [] : [id])));
}
