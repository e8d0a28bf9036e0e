// What a completion offers, as plain data. Types only.
import type { Analysis } from '../../core/analysis.ts';
import type { Range } from '../../core/sourceText.ts';
import type { DocumentView } from '../engineView.ts';

export interface Suggestion {
  readonly label: string;
  readonly kind: 'section' | 'field' | 'value' | 'language' | 'anchor' | 'path' | 'id' | 'annotation';
  /** Short, beside the label. */
  readonly detail: string;
  /** Markdown; user text escaped. */
  readonly documentation?: string;
  /** VS Code snippet syntax where `isSnippet`, else plain text. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** What is replaced: always on the line of the cursor. */
  readonly range: Range;
  readonly filterText?: string;
  readonly sortText: string;
}

/** Where the cursor is. */
export interface Place {
  readonly found: DocumentView;
  readonly analysis: Analysis;
  readonly offset: number;
  readonly line: number;
  /** The line up to the cursor, and after it. */
  readonly before: string;
  readonly after: string;
}

/** Undefined: not this provider's place. An empty list: its place, and there is nothing to offer. */
export type Provider = (place: Place) => readonly Suggestion[] | undefined;

/** The range from `start` characters into the line to the cursor (and on, where `length` says so). */
export function rangeOnLine({ line, before }: Place, start: number, length = 0): Range {
  return { start: { line, character: start }, end: { line, character: before.length + length } };
}

/** Keeps the given order in editors that sort by text. */
export function sortKey(index: number): string {
  return String(index).padStart(4, '0');
}
