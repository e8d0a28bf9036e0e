// The situation that a case comes from: who, what for, how much.
import type { Measure } from './measure.ts';
import { describedParts } from './parts/describedParts.ts';

const HEADING =
  /业务(?:场景|背景|需求)|案例(?:背景|描述|介绍)|真实(?:场景|案例)|实际(?:应用|案例|场景)|应用(?:场景|案例)|场景(?:描述|分析|说明)|项目背景|scenario|case study|use case|business background/i;

export const caseScenario: Measure = {
  id: 'case-scenario',
  names: {
    zh: ['真实场景', '业务场景', '实际案例', '案例描述', '场景描述', '应用场景'],
    en: ['real scenario', 'scenario', 'business scenario', 'case description'],
  },
  measure: ({ model }) =>
    describedParts(model, HEADING, {
      found: 'case-scenario',
      none: 'case-scenario.none',
      words: 'case-scenario.words',
    }),
};
