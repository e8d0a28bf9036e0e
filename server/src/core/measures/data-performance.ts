// Measured performance figures with units. Targets, bounds and settings are none.
import type { Measure } from './measure.ts';
import { figureGroups } from './data/figures.ts';

/** One figure in passing is no performance data. */
const FEW = 3;
const SEVERAL = 10;
const MANY = 20;

export const dataPerformance: Measure = {
  id: 'data-performance',
  names: {
    zh: ['性能测试数据', '性能分析数据', '性能数据支撑', '性能数据', '性能指标', '实测数据', '测试结果'],
    en: ['performance figures', 'performance data', 'performance numbers', 'benchmark results', 'measured figures'],
  },
  measure({ model }) {
    const groups = figureGroups(model);
    const count = groups.reduce((sum, { figures }) => sum + figures.length, 0);
    if (count < FEW) {
      const key = count === 0 ? 'data-performance.none' : 'data-performance.few';
      return { amount: 'none', count, summary: { key, args: { count } }, evidence: [], missing: [] };
    }
    const tables = groups.filter(({ kind }) => kind === 'table').length;
    return {
      amount: count >= MANY ? 'all' : count >= SEVERAL ? 'most' : 'some',
      count,
      summary: { key: 'data-performance.summary', args: { count, places: groups.length, tables } },
      evidence: [...groups]
        .sort((a, b) => b.figures.length - a.figures.length)
        .map(({ span, figures }) => ({
          span,
          message: { key: 'data-performance.figures', args: { count: figures.length } },
        })),
      missing: [],
    };
  },
};
