// Nothing left that the author was to replace or to write. What is measured is the absence: it has no place to show.
import { placeholderLeft } from '../rules/placeholder-left.ts';
import { sectionUnwritten } from '../rules/section-unwritten.ts';
import type { Measure } from './measure.ts';
import { missingOf, ruleFindings } from './readability/ruleFindings.ts';

export const readabilityPlaceholders: Measure = {
  id: 'readability-placeholders',
  names: {
    zh: ['没有占位符', '无占位符', '没有待补充', '没有未写的章节'],
    en: ['no placeholders', 'no placeholder', 'no TODO', 'no gaps'],
  },
  measure: (context) => {
    const findings = ruleFindings(context, [placeholderLeft, sectionUnwritten]);
    return {
      amount: findings.length === 0 ? 'all' : 'none',
      summary: { key: 'readability-placeholders', args: { count: findings.length } },
      evidence: [],
      missing: missingOf(findings),
    };
  },
};
