// How many lines does the document have? Length says nothing about worth; standards ask for it.
import type { Measure } from './measure.ts';

const ENOUGH = 800;
const HALF = 400;

export const topicLength: Measure = {
  id: 'topic-length',
  names: {
    zh: ['行数', '篇幅', '文档长度', '文档行数'],
    en: ['lines', 'document length', 'length'],
  },
  measure({ model }) {
    const { source } = model;
    const end = source.text.trimEnd().length;
    if (end === 0)
      return { amount: 'none', count: 0, summary: { key: 'measure.length.none' }, evidence: [], missing: [] };
    const count = source.lineAt(end - 1) + 1;
    return {
      amount: count >= ENOUGH ? 'all' : count >= HALF ? 'most' : 'some',
      count,
      summary: { key: 'measure.length.found', args: { count } },
      evidence: [{ span: source.lineSpan(count - 1) }],
      missing: [],
    };
  },
};
