// Finds HTML comments in HTML nodes. What a comment means (annotation, suppression) is decided elsewhere.
import type { SourceText, Span } from '../sourceText.ts';
import type { Comment } from './documentModel.ts';

/** The comments inside the span of one HTML node; a comment that is never closed is none. */
export function readComments(source: SourceText, span: Span): Comment[] {
  const comments: Comment[] = [];
  let position = span.start;
  for (;;) {
    const start = source.text.indexOf('<!--', position);
    if (start < 0 || start >= span.end) return comments;
    const close = source.text.indexOf('-->', start + 4);
    if (close < 0 || close >= span.end) return comments;
    const textSpan = { start: start + 4, end: close };
    comments.push({ span: { start, end: close + 3 }, text: source.slice(textSpan), textSpan });
    position = close + 3;
  }
}
