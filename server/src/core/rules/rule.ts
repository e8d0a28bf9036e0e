// What a rule is. One rule, one file, one page in test/rules/, one code.
import type { BoundDocument } from '../binding/boundDocument.ts';
import type { Finding, Severity } from '../finding.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { LibraryLife } from '../review/libraryLife.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { RoadmapContext } from '../roadmap/roadmapContext.ts';
import type { Span } from '../sourceText.ts';
import type { TemplateVersionSettings } from '../migration/templateVersionSettings.ts';
import type { Violation } from '../schema/violation.ts';
import type { Template } from '../template/template.ts';

export interface RuleContext {
  readonly model: DocumentModel;
  /** Absent for documents without a template (plans, templates, standards). */
  readonly template?: Template;
  readonly bound?: BoundDocument;
  /** Values of `rules.<code>` options in the configuration, already narrowed to JSON. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where documents say which version of their template they follow. */
  readonly templateVersion?: TemplateVersionSettings;
  /** Language of the document, for inserted text. */
  readonly language: 'zh' | 'en';
}

interface RuleBase {
  readonly code: string;
  readonly defaultSeverity: Severity;
  readonly isFixable: boolean;
  /** draft: weaker in drafts; always: keeps its severity whatever the document's status. */
  readonly strictness: 'by-status' | 'always';
  /** What it weighs in a document that calls itself finished; absent: the same as elsewhere. */
  readonly severityWhenReady?: Severity;
  /** Says nothing until the configuration gives it a weight: what it reports is a matter of taste. */
  readonly isOffByDefault?: boolean;
  /** Weighs in archived documents what it weighs elsewhere; all else is a hint there. */
  readonly countsInArchive?: boolean;
  /** Looks at templates and standards too, which are full of placeholders and examples by design. */
  readonly includesTemplates?: boolean;
}

/** Looks at the document model itself. */
export interface DocumentRule extends RuleBase {
  readonly kind: 'document';
  check(context: RuleContext): readonly Finding[];
}

/** Turns one violation of the derived schema into one finding. */
export interface SchemaRule extends RuleBase {
  readonly kind: 'schema';
  report(violation: Violation, context: RuleContext): Finding | undefined;
}

/** One suppression comment, and what came of it. */
export interface SuppressionUse {
  /** The whole comment. */
  readonly span: Span;
  /** What goes when the comment goes. */
  readonly removalSpan: Span;
  readonly codes: readonly SuppressedCode[];
  readonly reason?: string;
  /** Last day, YYYY-MM-DD. */
  readonly until?: string;
  readonly isExpired: boolean;
}

export interface SuppressedCode {
  readonly code: string;
  /** Where the code stands in the comment. */
  readonly span: Span;
  /** unchecked: the rule is off, so nothing can be said. */
  readonly state: 'used' | 'unused' | 'unknown' | 'unchecked';
}

/** Looks at the suppression comments after everything else is done. */
export interface SuppressionRule extends RuleBase {
  readonly kind: 'suppression';
  check(use: SuppressionUse, context: SuppressionContext): readonly Finding[];
}

export interface SuppressionContext {
  /** Codes of all rules, for did-you-mean. */
  readonly codes: readonly string[];
}

/** Looks at a plan: holds its statements against each other, and against the files where they are known. */
export interface PlanRule extends RuleBase {
  readonly kind: 'plan';
  check(context: RoadmapContext, options: RuleContext['options']): readonly Finding[];
}

export interface LibraryRuleContext {
  readonly facts: DocumentFacts;
  /** Every document of the library; the one at hand as it stands now. */
  readonly index: LibraryIndex;
  /** The plans of the library, where they are known. */
  readonly plans?: readonly Plan[];
  /** Review records and history, where they are known. */
  readonly life?: LibraryLife;
  /** YYYY-MM-DD; absent: nothing is too old or in the future. */
  readonly today?: string;
  readonly configuration: Configuration;
  /** Values of `rules.<code>` options in the configuration. */
  readonly options: RuleContext['options'];
}

/**
 * Holds a document against the rest of the library: links, ids, relations, classification. It sees facts, never texts, so
 * that a whole library is checked again without reading it.
 */
export interface LibraryRule extends RuleBase {
  readonly kind: 'library';
  /** Looks at readmes, reports and other documents that no template speaks of, too. */
  readonly includesOther?: boolean;
  check(context: LibraryRuleContext): readonly Finding[];
}

export type Rule = DocumentRule | SchemaRule | SuppressionRule | PlanRule | LibraryRule;
