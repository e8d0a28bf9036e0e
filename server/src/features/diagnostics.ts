// Findings as plain diagnostics: rendered in the reader's language, with ranges. No protocol types.
import type { Finding, Fix, Message, Origin, RelatedSpan, Severity } from '../core/finding.ts';
import { limits } from '../core/limits.ts';
import type { Locale } from '../core/messages/catalog.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Range, SourceText, Span } from '../core/sourceText.ts';

export interface PlainEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface PlainFix {
  readonly title: string;
  readonly edits: readonly PlainEdit[];
  readonly isPreferred: boolean;
}

export interface PlainRelated {
  readonly message: string;
  /** Relative to the library root; absent: the document itself. */
  readonly path?: string;
  readonly range: Range;
  /** The place in a text that was not at hand; `range` says nothing then. */
  readonly span?: Span;
}

export interface PlainDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly origin?: Origin;
  readonly dimension?: string;
  readonly related: readonly PlainRelated[];
  readonly isUnnecessary: boolean;
}

/** Turns spans of one text into ranges. */
export interface Places {
  rangeOf(span: Span): Range;
}

/** How places in other files are found for the ranges of related places; undefined where they are not known. */
export type SourceLookup = (path: string) => Places | undefined;

export interface Rendering {
  readonly source: Places;
  readonly locale: Locale;
  readonly sourceOf: SourceLookup;
}

/** One finding as a plain diagnostic. */
export function toDiagnostic(finding: Finding, rendering: Rendering): PlainDiagnostic {
  const { source, locale } = rendering;
  return {
    code: finding.code,
    severity: finding.severity,
    message: messageText(finding.message, locale),
    range: source.rangeOf(finding.span),
    ...(finding.origin && { origin: finding.origin }),
    ...(finding.dimension !== undefined && { dimension: finding.dimension }),
    related: (finding.related ?? []).map((related) => toRelated(related, rendering)),
    isUnnecessary: finding.isUnnecessary ?? false,
  };
}

function toRelated({ message, path, span }: RelatedSpan, { source, locale, sourceOf }: Rendering): PlainRelated {
  const places = path === undefined ? source : sourceOf(path);
  return {
    message: messageText(message, locale),
    ...(path !== undefined && { path }),
    range: places?.rangeOf(span) ?? emptyRange,
    ...(places === undefined && { span }),
  };
}

/** A fix with its edits as ranges; edits always belong to the version of `source`. */
export function toFix(fix: Fix, source: SourceText, locale: Locale): PlainFix {
  return {
    title: renderMessage(fix.title, locale),
    edits: fix.edits.map((edit) => ({ range: source.rangeOf(edit.span), newText: edit.newText })),
    isPreferred: fix.isPreferred ?? false,
  };
}

export const emptyRange: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Rendered and cut to the length that a list of problems can show, never inside a surrogate pair. */
export function messageText(message: Message, locale: Locale): string {
  const text = renderMessage(message, locale);
  if (text.length <= limits.messageLength) return text;
  const cut = text.slice(0, limits.messageLength - 1);
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}
