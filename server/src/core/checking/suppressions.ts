// Which findings suppression comments take away, and what each comment came to. Reads no clock: `today` comes in.
import type { Finding } from '../finding.ts';
import type { SuppressionDirective } from '../facts/documentFacts.ts';
import type { SuppressedCode, SuppressionUse } from '../rules/rule.ts';

export interface SuppressionInput {
  readonly directives: readonly SuppressionDirective[];
  readonly findings: readonly Finding[];
  /** Codes of all rules. */
  readonly codes: ReadonlySet<string>;
  /** Codes that are switched off, or could not be checked this time. */
  readonly codesOff: ReadonlySet<string>;
  /** YYYY-MM-DD; absent: nothing expires. */
  readonly today?: string;
}

export interface SuppressionResult {
  readonly kept: readonly Finding[];
  readonly suppressedCount: number;
  readonly uses: readonly SuppressionUse[];
}

export function applySuppressions(input: SuppressionInput): SuppressionResult {
  const hidden = new Set<Finding>();
  const uses = input.directives.map((directive): SuppressionUse => {
    const { span, removalSpan, codes, reason, until } = directive;
    const isExpired = until !== undefined && input.today !== undefined && input.today > until;
    const matched = isExpired ? [] : input.findings.filter((finding) => isCovered(finding, directive));
    for (const finding of matched) hidden.add(finding);
    return {
      span,
      removalSpan,
      codes: codes.map((use) => ({ ...use, state: stateOf(use.code, matched, input) })),
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { until }),
      isExpired,
    };
  });
  return { kept: input.findings.filter((finding) => !hidden.has(finding)), suppressedCount: hidden.size, uses };
}

function isCovered({ code, span }: Finding, { codes, covered }: SuppressionDirective): boolean {
  if (!codes.some((use) => use.code === code)) return false;
  return covered === undefined || (span.start >= covered.start && span.start < covered.end);
}

function stateOf(code: string, matched: readonly Finding[], input: SuppressionInput): SuppressedCode['state'] {
  if (!input.codes.has(code)) return 'unknown';
  if (input.codesOff.has(code)) return 'unchecked';
  return matched.some((finding) => finding.code === code) ? 'used' : 'unused';
}
