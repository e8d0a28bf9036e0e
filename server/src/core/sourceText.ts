// Text and its line index. The only place that does position arithmetic (Invariant 4).
// Offsets and characters are UTF-16 code units of the whole file; a byte order mark counts as offset 0.

/** Zero-based line and zero-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open pair of positions. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Half-open pair of UTF-16 offsets into the whole file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Immutable text of one file with O(log n) conversion between offsets and positions. */
export class SourceText {
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** The line ending that the file uses first; `\n` for a file of one line. */
  readonly lineEnding: '\n' | '\r\n' | '\r';
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.hasByteOrderMark = text.startsWith('\uFEFF');
    this.#lineStarts = computeLineStarts(text);
    this.lineEnding = firstLineEnding(text);
  }

  /** Number of lines; a text that ends in a line ending has an empty last line (as LSP counts). */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Position of an offset; out-of-range offsets are clamped. An offset inside CRLF belongs before the line ending. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(Math.floor(offset), this.text.length));
    const line = this.lineAt(clamped);
    const character = clamped - this.#lineStart(line);
    return { line, character: Math.min(character, this.lineSpan(line).end - this.#lineStart(line)) };
  }

  /** Offset of a position; lines and characters beyond the end are clamped (LSP 3.17, Position). */
  offsetAt(position: Position): number {
    if (!Number.isFinite(position.line) || position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
    const span = this.lineSpan(Math.floor(position.line));
    const character = Number.isFinite(position.character) ? Math.max(0, Math.floor(position.character)) : 0;
    return Math.min(span.start + character, span.end);
  }

  /** Zero-based line that holds the offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Span of a line without its line ending; empty at the end of the text for a line that is not there. */
  lineSpan(line: number): Span {
    if (line < 0 || line >= this.lineCount) return { start: this.text.length, end: this.text.length };
    const start = this.#lineStart(line);
    let end = line + 1 < this.lineCount ? this.#lineStart(line + 1) : this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === LINE_FEED) end -= 1;
    if (end > start && this.text.charCodeAt(end - 1) === CARRIAGE_RETURN) end -= 1;
    return { start, end };
  }

  /** Text of a line without its line ending. */
  lineText(line: number): string {
    const span = this.lineSpan(line);
    return this.text.slice(span.start, span.end);
  }

  /** Offset where the line begins; the length of the text for lines beyond the last. */
  lineStart(line: number): number {
    return line >= this.lineCount ? this.text.length : this.#lineStart(Math.max(0, line));
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  spanOf(range: Range): Span {
    const start = this.offsetAt(range.start);
    return { start, end: Math.max(start, this.offsetAt(range.end)) };
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  #lineStart(line: number): number {
    return this.#lineStarts[line] ?? this.text.length;
  }
}

/** Offset where each line begins. */
function computeLineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === CARRIAGE_RETURN && text.charCodeAt(index + 1) === LINE_FEED) index += 1;
    else if (code !== CARRIAGE_RETURN && code !== LINE_FEED) continue;
    starts.push(index + 1);
  }
  return starts;
}

function firstLineEnding(text: string): '\n' | '\r\n' | '\r' {
  const match = /\r\n|\n|\r/.exec(text)?.[0];
  return match === '\r\n' || match === '\r' ? match : '\n';
}
