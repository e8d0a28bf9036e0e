// Finds where the address of a link, image or definition stands in the source.
import type { Definition, Image, Link } from 'mdast';
import type { SourceText, Span } from '../sourceText.ts';
import { contentSpanOf, spanOf } from './plainText.ts';

/** Span of the address of `[text](address)`, `![alt](address)`, `[label]: address`, `<address>` or a bare address. */
export function urlSpanOf(node: Link | Image | Definition, source: SourceText): Span {
  const span = spanOf(node);
  if (node.type === 'definition') return addressAfter(source, span, ']:');
  if (node.type === 'image') return addressAfter(source, span, '](');
  const opener = source.text.charAt(span.start);
  if (opener === '<') return { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) };
  if (opener !== '[' || isBareAddress(node, source)) return span;
  const inner = contentSpanOf(node, { start: span.start + 1, end: span.start + 1 });
  return addressAfter(source, { start: inner.end, end: span.end }, '](');
}

/** Form of a link node that the parser made without brackets or with them. */
export function linkForm(node: Link, source: SourceText): 'inline' | 'autolink' {
  return source.text.charAt(spanOf(node).start) === '[' && !isBareAddress(node, source) ? 'inline' : 'autolink';
}

function isBareAddress(node: Link, source: SourceText): boolean {
  const span = spanOf(node);
  const inner = contentSpanOf(node, span);
  return inner.start === span.start && inner.end === span.end && source.text.charAt(span.start) !== '!';
}

/** The address that follows `mark` inside `span`: in pointed brackets, or up to a blank or the closing bracket. */
function addressAfter(source: SourceText, span: Span, mark: string): Span {
  const at = source.text.indexOf(mark, span.start);
  if (at < 0 || at >= span.end) return { start: span.end, end: span.end };
  let start = at + mark.length;
  while (start < span.end && /[\s>]/.test(source.text.charAt(start)) && source.text.charAt(start) !== '<') start += 1;
  if (source.text.charAt(start) === '<') {
    const close = source.text.indexOf('>', start);
    return { start: start + 1, end: close < 0 || close > span.end ? span.end : close };
  }
  return { start, end: endOfAddress(source.text, start, mark === '](' ? span.end - 1 : span.end) };
}

function endOfAddress(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let index = start; index < limit; index++) {
    const unit = text.charAt(index);
    if (/\s/.test(unit)) return index;
    if (unit === '\\') index += 1;
    else if (unit === '(') depth += 1;
    else if (unit === ')' && depth-- === 0) return index;
  }
  return Math.max(start, limit);
}
