// What a library needs from the people who keep it, for views.
import { countsOf, maintenanceOf, type Maintenance, type MaintenanceCounts } from '../core/maintenance/maintenance.ts';
import type { EngineView } from './engineView.ts';

export interface MaintenanceAnswer extends Maintenance {
  readonly counts: MaintenanceCounts;
}

/** undefined for a root that is not known, and while its library is being read. */
export function maintenance(
  view: EngineView,
  { root, today }: { readonly root: string; readonly today?: string },
): MaintenanceAnswer | undefined {
  const ground = view.ground(root);
  if (ground?.index === undefined) return undefined;
  const { index, configuration, life } = ground;
  const found = maintenanceOf({ index, configuration, ...(life && { life }), ...(today !== undefined && { today }) });
  return { ...found, counts: countsOf(found) };
}
