// Whether a link is the matter of a list item of one line, so that the whole line can go with it.
import type { SourceText, Span } from '../sourceText.ts';

const BULLET = /^[ \t]{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]+/;
/** Emphasis, an emoji, a few words in front of the link. */
const LONGEST_LEAD = 40;

/** The line with its line ending; undefined where something else would be lost with it. */
export function listItemOf(span: Span, source: SourceText): Span | undefined {
  const line = source.lineAt(span.start);
  const { start, end } = source.lineSpan(line);
  if (span.end > end || end - start > 1000) return undefined;
  const bullet = BULLET.exec(source.lineText(line))?.[0];
  if (bullet === undefined || span.start - start - bullet.length > LONGEST_LEAD) return undefined;
  const others = source.text.slice(start, span.start) + source.text.slice(span.end, end);
  if (/\]\(|<http|https?:/.test(others)) return undefined;
  const next = source.lineText(line + 1);
  const isFollowed = next.trim() !== '' && !BULLET.test(next) && !/^#{1,6} /.test(next);
  const hasChildren = indentOf(next) > indentOf(bullet) && next.trim() !== '';
  return isFollowed || hasChildren ? undefined : { start, end: source.lineStart(line + 1) };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
