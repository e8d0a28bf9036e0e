// Spans of whole lines, for edits that remove or add them.
import type { SourceText, Span } from '../sourceText.ts';

/** The lines that a span touches, with the line ending of the last one. */
export function lineWithEnding(source: SourceText, span: Span): Span {
  const first = source.lineAt(span.start);
  const last = source.lineAt(Math.max(span.start, span.end - 1));
  return { start: source.lineStart(first), end: source.lineStart(last + 1) };
}
