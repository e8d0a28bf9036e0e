// What a finding weighs in the end: stated weight, configuration, and how finished the document says it is.
import type { Stage } from '../analysis.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Configuration } from '../library/configuration.ts';
import type { Rule } from '../rules/rule.ts';

/** Nobody is told off for what a draft does not have yet; it is still told. */
const inDrafts: Readonly<Record<Severity, Severity>> = {
  error: 'information',
  warning: 'hint',
  information: 'hint',
  hint: 'hint',
};

export interface Weighing {
  readonly rule: Rule | undefined;
  readonly stage: Stage;
  readonly configuration: Configuration;
  /** The document is laid aside: nobody mends it. */
  readonly isArchived?: boolean;
}

/** Undefined where the configuration switches the rule off. */
export function weigh(finding: Finding, { rule, stage, configuration, isArchived }: Weighing): Finding | undefined {
  const configured = configuration.rules[finding.code]?.severity;
  if (configured === 'off') return undefined;
  const stated = configured ?? finding.severity;
  const isFree = rule?.strictness === 'always' || configuration.enforcement === 'strict';
  const whenReady = configured === undefined ? rule?.severityWhenReady : undefined;
  const staged = isFree ? stated : byStage(stated, stage, whenReady);
  const isFrozen = isArchived === true && rule?.countsInArchive !== true;
  const severity = isFrozen ? 'hint' : enforced(staged, configuration);
  return severity === finding.severity ? finding : { ...finding, severity };
}

function enforced(severity: Severity, { enforcement }: Pick<Configuration, 'enforcement'>): Severity {
  return enforcement === 'gentle' && severity === 'error' ? 'warning' : severity;
}

function byStage(stated: Severity, stage: Stage, whenReady: Severity | undefined): Severity {
  if (stage === 'draft') return inDrafts[stated];
  return stage === 'ready' ? (whenReady ?? stated) : stated;
}
