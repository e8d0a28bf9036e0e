// Finds HTML comments in HTML nodes. What a comment means (annotation, suppression) is decided elsewhere.
import type { SourceText, Span } from '../sourceText.ts';
import type { Comment } from './documentModel.ts';

/** The comments inside the span of one HTML node; a comment that is never closed is none. */
export function readComments(source: SourceText, span: Span): Comment[] {
  const comments: Comment[] = [];
  // Searched in the node's own text: where the file has no comment, each tag would search the rest of the file.
  const html = source.slice(span);
  let position = 0;
  for (;;) {
    const opened = html.indexOf('<!--', position);
    if (opened < 0) return comments;
    const closed = html.indexOf('-->', opened + 4);
    if (closed < 0) return comments;
    const [start, close] = [span.start + opened, span.start + closed];
    const textSpan = { start: start + 4, end: close };
    comments.push({ span: { start, end: close + 3 }, text: source.slice(textSpan), textSpan });
    position = closed + 3;
  }
}
