// The team's configuration, `.casewright/config.json`, as narrowed values. Types only; narrowing is in narrowConfiguration.ts.
import type { ArchiveSettings } from '../archive/archiveSettings.ts';
import type { FacetsConfiguration } from '../classification/facets.ts';
import type { Severity } from '../finding.ts';
import type { Constraint } from '../constraints/constraint.ts';
import type { RelationType } from '../relations/relation.ts';
import type { TemplateVersionSettings } from '../migration/templateVersionSettings.ts';
import type { LinkSettings } from '../links/linkSettings.ts';
import type { IdsConfiguration } from '../ids/idScheme.ts';
import type { MaintenanceConfiguration } from '../versions/maintenanceConfiguration.ts';
import type { ReviewConfiguration } from '../review/reviewConfiguration.ts';

/** A document kind. case, topic, plan, template, standard and other exist always; teams may add their own. */
export type Kind = string;

export interface KindConfiguration {
  readonly kind: Kind;
  /** Globs relative to the library root; a leading `!` excludes. */
  readonly files: readonly string[];
  /** Path of the template relative to the root, `#skeleton name` where it holds several; `builtin:case.zh` and the like. */
  readonly template?: string;
  readonly standard?: string;
  /** Where new documents go, with `{domain}`, `{title}`, `{id}`, e.g. `cases/{title}.md`. */
  readonly newPath?: string;
  /** Id pattern for new documents, e.g. `SCENARIO-{DOMAIN}-{NNN}`. */
  readonly id?: string;
}

export interface Configuration {
  readonly kinds: readonly KindConfiguration[];
  /** Not looked at, besides node_modules, dot folders and .gitignore. */
  readonly exclude: readonly string[];
  readonly rules: Readonly<Record<string, RuleConfiguration>>;
  /** Extra names: section or key name -> names that mean the same. */
  readonly sectionSynonyms: Readonly<Record<string, readonly string[]>>;
  readonly keySynonyms: Readonly<Record<string, readonly string[]>>;
  /** Status words that make a document a draft, or strict, besides the built-in ones. */
  readonly draftStatus: readonly string[];
  readonly readyStatus: readonly string[];
  /** smart: severity follows the status; strict: always as stated; gentle: never above warning. */
  readonly enforcement: 'smart' | 'strict' | 'gentle';
  readonly maxFindings: number;
  /** What documents are classified by; absent: the built-in vocabulary alone. */
  readonly facets?: FacetsConfiguration;
  /** Types of relations, the built-in ones included; absent: the built-in ones. */
  readonly relations?: readonly RelationType[];
  /** What documents have to do with each other. */
  readonly constraints?: readonly Constraint[];
  /** How links are read; absent: as on GitHub. */
  readonly links?: LinkSettings;
  /** How ids of documents are formed, allotted and withdrawn; absent: only what follows from the ids themselves. */
  readonly ids?: IdsConfiguration;
  /** How versions and dates are kept; absent: by the built-in rules. */
  readonly maintenance?: MaintenanceConfiguration;
  /** How reviews are done; absent: the built-in guards and words. */
  readonly review?: ReviewConfiguration;
  /** Where archived documents go; absent: `archive/`, with a redirect at the old path. */
  readonly archive?: ArchiveSettings;
  /** How documents say which version of their template they follow. */
  readonly templateVersion?: TemplateVersionSettings;
  /** Every document is of this kind, because a person said so. */
  readonly chosenKind?: Kind;
}

export interface RuleConfiguration {
  readonly severity?: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}
