// The lines of a text without the text: enough to turn spans into ranges for documents that are not kept in memory.
import type { Position, Range, SourceText, Span } from './sourceText.ts';

/** Converts exactly as the `SourceText` that it was made from. */
export class LineMap {
  readonly #starts: Uint32Array;
  /** Without line endings. */
  readonly #ends: Uint32Array;
  readonly #length: number;

  constructor(source: SourceText) {
    this.#starts = new Uint32Array(source.lineCount);
    this.#ends = new Uint32Array(source.lineCount);
    this.#length = source.text.length;
    for (let line = 0; line < source.lineCount; line++) {
      const { start, end } = source.lineSpan(line);
      this.#starts[line] = start;
      this.#ends[line] = end;
    }
  }

  rangeOf(span: Span): Range {
    return { start: this.#positionAt(span.start), end: this.#positionAt(span.end) };
  }

  #positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(Math.floor(offset), this.#length));
    const line = this.#lineAt(clamped);
    const start = this.#starts[line] ?? 0;
    return { line, character: Math.min(clamped, this.#ends[line] ?? start) - start };
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
