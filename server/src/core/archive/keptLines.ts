// Lines that undoing a change alone would not bring back as they were: kept with the change, put back by it. A line that a
// person has changed meanwhile is left as it is.
import { diffArrays } from 'diff';

/** Whole lines with their endings. */
export interface KeptLines {
  /** Where the file is once it has come back, relative to the library root. */
  readonly path: string;
  /** One-based line at which `is` begins. */
  readonly line: number;
  readonly is: string;
  readonly was: string;
}

/** What leads from `is` back to `was`. Where lines were taken out, the piece holds the line above: its place is known by it. */
export function keptLines(path: string, is: string, was: string): readonly KeptLines[] {
  if (is === was) return [];
  const found: KeptLines[] = [];
  let line = 1;
  let before = '';
  let pending: { line: number; is: string; was: string; above: string } | undefined;
  const close = (): void => {
    if (pending !== undefined) {
      const { above, ...piece } = pending;
      const isLost = piece.is === '' && above !== '';
      found.push({ path, ...(isLost ? { line: piece.line - 1, is: above, was: above + piece.was } : piece) });
    }
    pending = undefined;
  };
  for (const { added, removed, value, count } of diffArrays(linesOf(is), linesOf(was))) {
    const text = value.join('');
    if (!added && !removed) {
      close();
      before = value.at(-1) ?? '';
      line += count;
      continue;
    }
    pending ??= { line, is: '', was: '', above: before };
    if (added) pending.was += text;
    else {
      pending.is += text;
      line += count;
    }
  }
  close();
  return found;
}

export interface Returned {
  readonly text: string;
  /** Pieces whose lines are not there any more. */
  readonly lost: readonly KeptLines[];
}

/** Each piece at its line, else at the only place where its lines stand. */
export function putBack(text: string, kept: readonly KeptLines[]): Returned {
  const lines = linesOf(text);
  const starts: number[] = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  const lost: KeptLines[] = [];
  const edits: { readonly start: number; readonly end: number; readonly newText: string }[] = [];
  for (const piece of kept) {
    const start = placeOf(text, piece, starts);
    if (start === undefined) lost.push(piece);
    else edits.push({ start, end: start + piece.is.length, newText: piece.was });
  }
  edits.sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits) {
    if (start < at) continue;
    result += text.slice(at, start) + newText;
    at = end;
  }
  return { text: result + text.slice(at), lost };
}

function placeOf(text: string, { line, is }: KeptLines, starts: readonly number[]): number | undefined {
  const stated = starts[line - 1];
  if (stated !== undefined && text.startsWith(is, stated)) return stated;
  if (is === '') return undefined;
  const places = starts.filter((start) => text.startsWith(is, start));
  return places.length === 1 ? places[0] : undefined;
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
