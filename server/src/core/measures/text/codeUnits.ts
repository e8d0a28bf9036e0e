// What people write inside fences: lines of drawings and plain text, and comments of code. Code itself is left out.
import type { CodeBlock } from '../../model/documentModel.ts';
import type { SourceText, Span } from '../../sourceText.ts';

export interface CodeUnit {
  readonly kind: 'figure' | 'comment';
  readonly span: Span;
  readonly words: string;
}

const PLAIN = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'ascii', 'diagram', 'md', 'markdown']);
const MAXIMUM_LINE = 1_000;
const COMMENT = /^\s{0,200}(?:\/\/[/!]?|#(?![[!])|--(?=\s)|\/\*+|\*(?=\s)|"""|<!--)(.*)$/;
const TRAILING = /\s(?:\/\/|--|#)\s(.*)$/;
const FRAME = /[─-╿▀-▟■-◿←-⇿|+=~]|-{2,}/g;

/** A drawing, or a fence that names no language of code: its lines are words. */
export function isPlainBlock({ isDiagram, language }: CodeBlock): boolean {
  return isDiagram || PLAIN.has((language ?? '').toLowerCase());
}

/** Pieces of one block, line by line, each with the span of the line without blanks at its ends. */
export function codeUnits(source: SourceText, block: CodeBlock): readonly CodeUnit[] {
  const isPlain = isPlainBlock(block);
  const units: CodeUnit[] = [];
  const { start, end } = block.contentSpan;
  if (end <= start) return units;
  const last = source.lineAt(end);
  for (let line = source.lineAt(start); line <= last; line++) {
    const span = source.lineSpan(line);
    const text = source.slice({ start: span.start, end: Math.min(span.end, span.start + MAXIMUM_LINE) });
    const words = isPlain ? text.replace(FRAME, ' ') : commentOf(text);
    if (words === undefined || !/[\p{L}\p{N}]/u.test(words)) continue;
    const left = span.start + (text.length - text.trimStart().length);
    units.push({
      kind: isPlain ? 'figure' : 'comment',
      span: { start: left, end: Math.max(left, span.start + text.trimEnd().length) },
      words: words.replace(/\s+/g, ' '),
    });
  }
  return units;
}

function commentOf(line: string): string | undefined {
  return COMMENT.exec(line)?.[1] ?? TRAILING.exec(line)?.[1];
}
