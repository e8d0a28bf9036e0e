// English texts of the classification; the keys are those of zhFacets.ts.
import type { zhFacets } from './zhFacets.ts';

export const enFacets: Readonly<Record<keyof typeof zhFacets, string>> = {
  'facet.from-metadata': 'metadata “{key}”: {value}',
  'facet.from-mention': 'mentioned in the metadata “{key}”: {value}',
  'facet.from-id': '“{part}” in the id “{id}”',
  'facet.from-folder': 'folder or file name “{folder}”',
  'facet.from-title': 'title or file name “{title}”',
  'facet.from-plan': '“{title}” in the plan',
  'facet.from-status': 'follows from the status in the metadata',
};
