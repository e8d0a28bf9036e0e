// What came of it: the effect, in figures.
import type { Measure } from './measure.ts';
import { describedParts } from './parts/describedParts.ts';

const HEADING =
  /(?:优化|实践|实施|改进|应用|上线|业务)?(?:效果|成效|成果|收益)(?!图)|优化前后|前后对比|结果分析|性能提升|\bresults?\b|outcomes?|\bbenefits?\b|\beffects?\b|impact/i;

export const caseEffect: Measure = {
  id: 'case-effect',
  names: {
    zh: ['效果分析', '优化效果', '实践效果', '实施效果', '效果'],
    en: ['analysis of results', 'results', 'effect', 'outcome'],
  },
  measure: ({ model }) =>
    describedParts(model, HEADING, { found: 'case-effect', none: 'case-effect.none', words: 'case-effect.words' }),
};
