// Papers, and standards such as RFC and ISO.
import type { Measure } from './measure.ts';
import { citedSources } from './references/citedSources.ts';

export const referencesPapers: Measure = {
  id: 'references-papers',
  names: {
    zh: ['论文', '学术论文', '权威学术论文', '论文引用', '学术论文引用', '论文或规范', '标准规范引用'],
    en: ['papers', 'academic papers', 'paper', 'papers or standards', 'a paper or a standard'],
  },
  measure: (context) => citedSources(context, 'paper', 'references-papers'),
};
