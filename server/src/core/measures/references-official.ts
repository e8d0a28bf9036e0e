// Documentation by those who make what the document is about.
import type { Measure } from './measure.ts';
import { citedSources } from './references/citedSources.ts';

export const referencesOfficial: Measure = {
  id: 'references-official',
  names: {
    zh: ['官方文档', '官方文档引用', '官方资料', '权威资料'],
    en: ['official documentation', 'official docs', 'vendor documentation'],
  },
  measure: (context) => citedSources(context, 'official', 'references-official'),
};
