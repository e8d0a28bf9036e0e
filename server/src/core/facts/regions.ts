// Regions of a document that are written by this tool: what stands between an opening and a closing comment.
// What belongs into them is decided elsewhere; here only the marks are found.
import type { Comment, DocumentModel } from '../model/documentModel.ts';
import type { FactRegion } from './documentFacts.ts';

const opening = /^\s*casewright:\s+(region:[\s\S]*)$/;
const closing = /^\s*casewright:\s+end\s*$/;

/** In document order; a region that is never closed reaches to its own mark only. */
export function readRegions({ comments, source }: DocumentModel): readonly FactRegion[] {
  const found: FactRegion[] = [];
  for (const [index, comment] of comments.entries()) {
    const generator = opening.exec(comment.text)?.[1]?.trim();
    if (generator === undefined) continue;
    const end = closingOf(comments, index);
    const start = source.lineStart(Math.min(source.lineAt(comment.span.end) + 1, source.lineCount - 1));
    const last = end === undefined ? comment.span.end : source.lineStart(source.lineAt(end.span.start));
    const isClosed = end !== undefined && last >= start;
    const span = isClosed ? { start, end: last } : { start: comment.span.end, end: comment.span.end };
    found.push({ generator, span, text: source.slice(span), markSpan: comment.span, isClosed });
  }
  return found;
}

/** The next mark, where it closes. */
function closingOf(comments: readonly Comment[], index: number): Comment | undefined {
  const next = comments.slice(index + 1).find(({ text }) => opening.test(text) || closing.test(text));
  return next !== undefined && closing.test(next.text) ? next : undefined;
}
