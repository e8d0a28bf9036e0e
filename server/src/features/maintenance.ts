// What every library needs from the people who keep it, as one Markdown page whose links open the documents.
import { countsOf, maintenanceOf, type MaintenanceCounts } from '../core/maintenance/maintenance.ts';
import { maintenanceMarkdown } from '../core/maintenance/maintenanceMarkdown.ts';
import type { EngineView } from './engineView.ts';
import { addressIn, nameOf } from './pageAddress.ts';
import { uriOfPath } from './resourceUri.ts';

export interface MaintenanceParams {
  /** URI of the first folder of the workspace. */
  readonly folder: string;
  readonly roots: readonly string[];
  /** YYYY-MM-DD */
  readonly today: string;
}

export interface MaintenancePages {
  readonly markdown: string;
  readonly libraries: readonly { readonly root: string; readonly counts: MaintenanceCounts }[];
  /** False while a library is being read: it is not in the page. */
  readonly isReady: boolean;
}

export function maintenance(view: EngineView, { folder, roots, today }: MaintenanceParams): MaintenancePages {
  const pages = roots.flatMap((root) => {
    const ground = view.ground(root);
    if (ground?.index === undefined) return [];
    const { index, configuration, life } = ground;
    const found = maintenanceOf({ index, configuration, today, ...(life && { life }) });
    const addressOf = (path: string): string => addressIn(folder, uriOfPath(root, path));
    const page = { root: nameOf(root), today, maintenance: found, configuration, locale: view.locale, addressOf };
    return [{ root, counts: countsOf(found), markdown: maintenanceMarkdown(page) }];
  });
  return {
    markdown: pages.map(({ markdown }) => markdown).join('\n'),
    libraries: pages.map(({ root, counts }) => ({ root, counts })),
    isReady: pages.length === roots.length,
  };
}
