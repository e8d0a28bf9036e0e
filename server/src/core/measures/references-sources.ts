// How many different outside sources the text names.
import { amountOfCount, type Measure } from './measure.ts';
import { readSources } from './references/sources.ts';

export const referencesSources: Measure = {
  id: 'references-sources',
  names: {
    zh: ['引用', '引用数量', '参考资料', '参考文献', '引用来源', '出处', '主要引用类型'],
    en: ['references', 'sources', 'citations', 'bibliography', 'number of references'],
  },
  measure: ({ model }) => {
    const { all, unnamed } = readSources(model);
    return {
      amount: amountOfCount(all.length),
      count: all.length,
      summary: {
        key: 'references-sources',
        args: { count: all.length, works: all.filter(({ form }) => form === 'work').length },
      },
      evidence: all.map(({ span }) => ({ span })),
      missing: unnamed.map((span) => ({ span, message: { key: 'references-sources.unnamed' } })),
    };
  },
};
