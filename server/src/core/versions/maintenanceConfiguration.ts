// What the team says about keeping documents up to date: key `maintenance` of the configuration. Types and defaults only.
import type { Origin } from '../finding.ts';
import type { BumpLevel, VersionForm } from './versionForm.ts';

export interface MaintenanceConfiguration {
  /** Days that the content may be ahead of the stated date or version. */
  readonly behindDays: number;
  /** Days without a change after which a document is stale, by kind; `*` for the others. Empty: none ever is. */
  readonly staleAfter: readonly StaleAfter[];
  /** Versions of subjects that are current. */
  readonly subjects: readonly CurrentSubject[];
  /** What each kind of change asks for. */
  readonly bump: BumpRule;
  /** How versions are written; absent: as each document writes its own. */
  readonly versionForm?: VersionForm;
}

export interface StaleAfter {
  readonly kind: string;
  readonly days: number;
}

export interface CurrentSubject {
  readonly name: string;
  /** As written. */
  readonly version: string;
  readonly origin: Origin;
}

export interface BumpRule {
  readonly removed: BumpLevel;
  readonly added: BumpLevel;
  readonly text: BumpLevel;
}

export const defaultMaintenance: MaintenanceConfiguration = {
  behindDays: 7,
  staleAfter: [],
  subjects: [],
  bump: { removed: 'major', added: 'minor', text: 'patch' },
};

/** Days after which a document of the kind is stale; undefined: never. */
export function staleDays({ staleAfter }: MaintenanceConfiguration, kind: string): number | undefined {
  return (staleAfter.find((each) => each.kind === kind) ?? staleAfter.find((each) => each.kind === '*'))?.days;
}
