// Conflict markers in a review record. Both sides are made whole texts again, with the other side blanked out, so that every
// offset stays that of the file: then each side is read like any record.
import type { Span } from '../sourceText.ts';

export interface ConflictSides {
  /** As long as the file; what belongs to the other side and the markers are blanks. */
  readonly ours: string;
  readonly theirs: string;
  /** Opening marker lines, in order. */
  readonly markers: readonly Span[];
}

type Side = 'both' | 'ours' | 'base' | 'theirs';

/** Undefined for a text without conflict markers. A conflict that does not close goes to the end of the text. */
export function conflictSides(text: string): ConflictSides | undefined {
  if (!/^<{7}(?: |$)/m.test(text)) return undefined;
  const ours: string[] = [];
  const theirs: string[] = [];
  const markers: Span[] = [];
  let side: Side = 'both';
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const next = sideAfter(line, side);
    if (next === 'ours' && side === 'both') markers.push({ start: offset, end: offset + line.trimEnd().length });
    const isMarker = next !== undefined;
    side = next ?? side;
    ours.push(!isMarker && (side === 'both' || side === 'ours') ? line : blank(line));
    theirs.push(!isMarker && (side === 'both' || side === 'theirs') ? line : blank(line));
    offset += line.length;
  }
  return { ours: ours.join(''), theirs: theirs.join(''), markers };
}

/** One side as a text of its own: blanked lines are gone. `masked` is of the same length as `text`. */
export function unmasked(text: string, masked: string): string {
  const lines: string[] = [];
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const kept = masked.slice(offset, offset + line.length);
    if (kept === line) lines.push(line);
    offset += line.length;
  }
  return lines.join('');
}

function sideAfter(line: string, side: Side): Side | undefined {
  if (/^<{7}(?:\s|$)/.test(line)) return 'ours';
  if (side === 'both') return undefined;
  if (/^\|{7}(?:\s|$)/.test(line)) return 'base';
  if (/^={7}\s*$/.test(line)) return 'theirs';
  return /^>{7}(?:\s|$)/.test(line) ? 'both' : undefined;
}

function blank(line: string): string {
  return line.replace(/[^\r\n]/g, ' ');
}
