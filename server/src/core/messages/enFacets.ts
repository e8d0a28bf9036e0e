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
  'facet.fix': 'Change to “{value}”',
  'facet-unknown': '“{facet}” has no value “{value}”; the vocabulary has: {values}',
  'facet-unknown.near': '“{facet}” has no value “{value}”; did you mean “{near}”',
  'facet-missing': 'there is no “{facet}”: metadata, id, folder and title do not tell it',
  'facet-synonym': 'the vocabulary writes “{written}” of “{facet}” as “{value}”',
  'facet-conflict.id': '“{facet}” is “{value}” in the metadata, but “{part}” in the id is “{other}”',
  'facet-conflict.folder': '“{facet}” is “{value}” in the metadata, but the folder or file name “{part}” is “{other}”',
};
