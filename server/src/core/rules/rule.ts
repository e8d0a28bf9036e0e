// What a rule is. One rule, one file, one page in test/rules/, one code.
import type { BoundDocument } from '../binding/boundDocument.ts';
import type { Finding, Severity } from '../finding.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Violation } from '../schema/violation.ts';
import type { Template } from '../template/template.ts';

export interface RuleContext {
  readonly model: DocumentModel;
  /** Absent for documents without a template (plans, templates, standards). */
  readonly template?: Template;
  readonly bound?: BoundDocument;
  /** Values of `rules.<code>` options in the configuration, already narrowed to JSON. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Language of the document, for inserted text. */
  readonly language: 'zh' | 'en';
}

interface RuleBase {
  readonly code: string;
  readonly defaultSeverity: Severity;
  readonly isFixable: boolean;
  /** draft: weaker in drafts; always: keeps its severity whatever the document's status. */
  readonly strictness: 'by-status' | 'always';
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

export type Rule = DocumentRule | SchemaRule;
