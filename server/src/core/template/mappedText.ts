// Text of a skeleton made readable (dedented, fences mended), with the way back to the template document.
import { SourceText, type Span } from '../sourceText.ts';
import { fenceOn, type FenceBlock } from './fences.ts';

interface MappedLine {
  /** Where the kept part of the line begins in the document. */
  readonly start: number;
  readonly end: number;
}

/** A text whose lines are lines of another text without their first characters. */
export class MappedText {
  readonly text: string;
  readonly #source: SourceText;
  readonly #lines: readonly MappedLine[];

  constructor(text: string, lines: readonly MappedLine[]) {
    this.text = text;
    this.#source = new SourceText(text);
    this.#lines = lines;
  }

  /** Offset in the document of an offset of `text`; never outside the skeleton's lines. */
  toDocument(offset: number): number {
    const number = this.#source.lineAt(Math.min(Math.max(offset, 0), this.text.length));
    const line = this.#lines[Math.min(number, this.#lines.length - 1)];
    if (line === undefined) return 0;
    return Math.min(line.start + Math.max(0, offset - this.#source.lineStart(number)), line.end);
  }

  /** Several texts one after the other; each ends in a line ending. */
  static join(texts: readonly MappedText[]): MappedText {
    // The last entry of each is where its text ends, and no line of its own.
    const lines = texts.flatMap((part, index) => (index < texts.length - 1 ? part.#lines.slice(0, -1) : part.#lines));
    return new MappedText(texts.map(({ text }) => text).join(''), lines);
  }

  spanToDocument(span: Span): Span {
    const start = this.toDocument(span.start);
    return { start, end: Math.max(start, this.toDocument(span.end)) };
  }
}

/** The whole document, unchanged. */
export function wholeText(source: SourceText): MappedText {
  const lines: MappedLine[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    lines.push({ start: source.lineStart(line), end: source.lineStart(line + 1) });
  }
  return new MappedText(source.text, lines);
}

/** Content of a block: dedented as a whole, indented headings at the margin, escaped fences as fences. */
export function blockText(source: SourceText, block: FenceBlock): MappedText {
  const lines: MappedLine[] = [];
  let text = '';
  for (const { line, removed, content } of readableLines(source, block)) {
    const span = source.lineSpan(line);
    const end = source.lineStart(line + 1);
    lines.push({ start: Math.min(span.start + removed, span.end), end });
    text += content + source.text.slice(span.end, end);
  }
  const last = source.lineStart(block.contentEnd);
  lines.push({ start: last, end: last });
  return new MappedText(text, lines);
}

interface ReadableLine {
  readonly line: number;
  /** Characters left out at the beginning. */
  readonly removed: number;
  readonly content: string;
}

function readableLines(source: SourceText, block: FenceBlock): ReadableLine[] {
  const common = commonIndent(source, block);
  const openers = new Map(block.nested.map((nested) => [nested.open, nested]));
  let inner: { until: number; close: number } | undefined;
  /** How far the text after a mended closing fence is indented. */
  let shift = 0;
  return range(block.open + 1, block.contentEnd).map((line) => {
    const written = source.lineText(line);
    const nested = openers.get(line);
    if (inner !== undefined && line > inner.until) inner = undefined;
    const isClosing = inner !== undefined && line === inner.until;
    if (isClosing) shift = Math.max(shift, inner?.close ?? 0);
    const isInside = inner !== undefined && !isClosing;
    if (nested !== undefined) {
      inner = { until: nested.close, close: nested.closeIndent - nested.openIndent > 3 ? nested.closeIndent : 0 };
    }
    const indent = indentOf(written);
    const removed = isInside
      ? Math.min(common, indent)
      : Math.min(indent, isIndentedHeading(written, common) ? indent : common + shift);
    return { line, removed, content: unescapeFence(written.slice(removed)) };
  });
}

function commonIndent(source: SourceText, block: FenceBlock): number {
  let common = Infinity;
  for (const line of range(block.open + 1, block.contentEnd)) {
    const written = source.lineText(line);
    if (written.trim() !== '') common = Math.min(common, indentOf(written));
  }
  if (!Number.isFinite(common)) return 0;
  // A list that is indented by a blank or two is not an indented skeleton.
  return common >= 4 ? common : Math.min(common, block.indent);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Right of the common indent by four blanks and more, a heading would be code. */
function isIndentedHeading(line: string, common: number): boolean {
  return indentOf(line) >= common + 4 && /^\s+#{1,6}\s/.test(line) && fenceOn(line) === undefined;
}

/** Fences written as \`\`\` or \``` so that they do not end the block around them. */
function unescapeFence(line: string): string {
  return line.replace(/^(\s*)(?:\\`\\`\\`|\\```)/, '$1```');
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_unused, index) => start + index);
}
