// The plain result of a check. No protocol types; offsets only (features/ turns them into ranges).
import type { Span } from './sourceText.ts';
import type { MessageKey } from './messages/catalog.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Where the rule stands: the template, standard or configuration line that demands what was not met. */
export interface Origin {
  /** Path as configured, relative to the library root, with forward slashes; `builtin:` for built-in documents. */
  readonly path: string;
  /** Zero-based line. */
  readonly line: number;
}

/** A message is a catalog key and its arguments; it is rendered at the edges, never matched on. */
export interface Message {
  readonly key: MessageKey;
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Minimal edits to the document of the finding; they never overlap. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** The one fix an editor may apply without asking (fix-all, format on save). At most one per finding. */
  readonly isPreferred?: boolean;
}

export interface RelatedSpan {
  readonly message: Message;
  /** Absent: the document of the finding itself. */
  readonly path?: string;
  readonly span: Span;
}

export interface Finding {
  /** Stable kebab-case name of the rule; never translated. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly origin?: Origin;
  /** Dimension of the review standard that the rule belongs to, in the standard's own words. */
  readonly dimension?: string;
  readonly related?: readonly RelatedSpan[];
  readonly fixes?: readonly Fix[];
  /** Plain data for features (completion, explain); JSON only. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Grayed out in the editor. */
  readonly isUnnecessary?: boolean;
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Negative when `a` weighs more. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severityRank[a] - severityRank[b];
}

/** Report order: position, then weight, then code. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    compareSeverity(a.severity, b.severity) ||
    compareText(a.code, b.code) ||
    a.span.end - b.span.end
  );
}

/** Order by code units; `localeCompare` would depend on the machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
