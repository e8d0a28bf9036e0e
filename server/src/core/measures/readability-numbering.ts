// Numbers of headings without gaps and repeats.
import { numberingSequence } from '../rules/numbering-sequence.ts';
import { amountOf, type Measure } from './measure.ts';
import { missingOf, ruleFindings } from './readability/ruleFindings.ts';

export const readabilityNumbering: Measure = {
  id: 'readability-numbering',
  names: {
    zh: ['连续的编号', '编号连续', '章节编号', '章节编号清晰', '章节编号连续'],
    en: ['continuous numbering', 'section numbers', 'numbered sections', 'numbering'],
  },
  asks: 'all',
  measure: (context) => {
    const numbered = context.model.sections.filter(
      ({ level, heading }) => level > 1 && (heading.identity.ordinal?.numbers.length ?? 0) > 0,
    );
    if (numbered.length === 0) return { notApplicable: { key: 'readability-numbering.none' } };
    const findings = ruleFindings(context, [numberingSequence]);
    const of = numbered.length;
    // The first number of all can not be wrong.
    const amount = findings.length === 0 ? 'all' : amountOf({ met: Math.max(0, of - 1 - findings.length), of });
    const outermost = Math.min(...numbered.map(({ level }) => level));
    const chapters = numbered.filter(({ level }) => level === outermost);
    return {
      amount,
      summary: { key: 'readability-numbering', args: { count: of, wrong: findings.length } },
      evidence: amount === 'none' ? [] : chapters.map(({ heading }) => ({ span: heading.span })),
      missing: missingOf(findings),
    };
  },
};
