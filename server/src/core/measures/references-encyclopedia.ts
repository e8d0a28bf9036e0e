// Encyclopedias such as Wikipedia.
import type { Measure } from './measure.ts';
import { citedSources } from './references/citedSources.ts';

export const referencesEncyclopedia: Measure = {
  id: 'references-encyclopedia',
  names: {
    zh: ['Wikipedia资源', 'Wikipedia资源引用', 'Wikipedia', '维基百科', '百科'],
    en: ['Wikipedia', 'encyclopedia'],
  },
  measure: (context) => citedSources(context, 'encyclopedia', 'references-encyclopedia'),
};
