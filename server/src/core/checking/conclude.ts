// From raw findings of one document to the list that is shown: weights, suppressions, places, the maximum.
// It needs facts only, so that a whole library is concluded without its texts.
import { isInArchive } from '../archive/archivePlace.ts';
import { defaultArchiveSettings } from '../archive/archiveSettings.ts';
import type { Analysis } from '../analysis.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { compareFindings, compareSeverity, type Finding } from '../finding.ts';
import type { Configuration } from '../library/configuration.ts';
import { rules } from '../rules/index.ts';
import type { SuppressionRule, SuppressionUse } from '../rules/rule.ts';
import { isOff, ruleOfCode } from './ruleStates.ts';
import { weigh } from './severity.ts';
import { applySuppressions } from './suppressions.ts';

export interface Conclusion {
  readonly facts: DocumentFacts;
  /** Every finding, its own and those against other documents. */
  readonly raw: readonly Finding[];
  readonly configuration: Configuration;
  /** Library rules could not run: nothing is said of suppressions that name them. */
  readonly isAlone: boolean;
  /** YYYY-MM-DD, for suppressions that expire; absent: none does. */
  readonly today?: string;
}

export type Concluded = Pick<Analysis, 'findings' | 'suppressedCount' | 'omittedCount'>;

const allCodes: ReadonlySet<string> = new Set(ruleOfCode.keys());
const listedCodes: readonly string[] = [...allCodes];
const suppressionRules: readonly SuppressionRule[] = rules.filter((rule) => rule.kind === 'suppression');

export function conclude({ facts, raw, configuration, isAlone, today }: Conclusion): Concluded {
  const isArchived = isInArchive(facts.path, configuration.archive ?? defaultArchiveSettings);
  const weighed = (findings: readonly Finding[]): readonly Finding[] =>
    findings.flatMap((finding) => {
      const rule = ruleOfCode.get(finding.code);
      return weigh(placed(finding, facts), { rule, stage: facts.stage, configuration, isArchived }) ?? [];
    });
  const isUnchecked = (code: string): boolean => {
    const rule = ruleOfCode.get(code);
    if (rule?.kind === 'library') return isAlone || (facts.kind === 'other' && rule.includesOther !== true);
    return facts.kind === 'other';
  };
  const { kept, suppressedCount, uses } = applySuppressions({
    directives: facts.suppressions,
    findings: weighed(raw),
    codes: allCodes,
    // Few documents suppress anything.
    codesOff: new Set(
      facts.suppressions.length === 0
        ? []
        : listedCodes.filter((code) => isOff(code, configuration) || isUnchecked(code)),
    ),
    ...(today === undefined ? {} : { today }),
  });
  const about = uses.length === 0 ? [] : aboutUses(uses);
  const all = [...kept, ...(facts.kind === 'other' ? [] : weighed(about))];
  const most = configuration.maxFindings;
  if (all.length <= most) return { findings: all.sort(compareFindings), suppressedCount };
  const weightiest = all
    .sort((a, b) => compareSeverity(a.severity, b.severity) || compareFindings(a, b))
    .slice(0, most);
  return { findings: weightiest.sort(compareFindings), suppressedCount, omittedCount: all.length - most };
}

function aboutUses(uses: readonly SuppressionUse[]): readonly Finding[] {
  return suppressionRules.flatMap((rule) => uses.flatMap((use) => rule.check(use, { codes: listedCodes })));
}

/** Invariant 5: a finding that lost its place goes to the first line, and one that reaches too far is cut. */
function placed(finding: Finding, { sizes }: DocumentFacts): Finding {
  const { start, end } = finding.span;
  const { length, firstLineEnd } = sizes;
  if (start >= 0 && end >= start && end <= length) return finding;
  const isUseful = start >= 0 && start < length;
  const span = isUseful ? { start, end: Math.max(start, Math.min(end, length)) } : { start: 0, end: firstLineEnd };
  return { ...finding, span };
}
