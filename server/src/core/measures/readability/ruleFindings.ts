// Findings of the rules that a measure stands on. Documents of no kind are not checked; for them the rules are asked here.
import type { Finding } from '../../finding.ts';
import type { DocumentRule } from '../../rules/rule.ts';
import type { Evidence, MeasureContext } from '../measure.ts';

export function ruleFindings(
  { facts, findings, model, language }: MeasureContext,
  rules: readonly DocumentRule[],
): readonly Finding[] {
  if (facts.kind === 'other') return rules.flatMap((rule) => rule.check({ model, language, options: {} }));
  const codes = new Set(rules.map(({ code }) => code));
  return findings.filter(({ code }) => codes.has(code));
}

/** Findings as what is missing, in document order. */
export function missingOf(findings: readonly Finding[]): readonly Evidence[] {
  return findings
    .map(({ span, message }) => ({ span, message }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
