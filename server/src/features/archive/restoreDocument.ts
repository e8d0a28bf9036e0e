// The inverse of archiving: the document goes back with its record, the tombstone goes, everything that names it follows, and
// what could not follow by itself is put back line by line from the record. Pure: it says what changes and writes nothing.
import { originalPath } from '../../core/archive/archivePlace.ts';
import type { Message } from '../../core/finding.ts';
import type { ReviewEvent } from '../../core/review/reviewRecord.ts';
import type { Move } from '../../core/roadmap/edits/movedPaths.ts';
import { changedFile, sorted, type ArchiveAct, type ArchiveOutcome } from './archiveChange.ts';
import { broughtBack } from './broughtBack.ts';
import { settingsOf, type LibraryTexts } from './libraryTexts.ts';
import { recordAfter, recordIn, recordRefusal } from './recordAfter.ts';

type ArchiveEvent = Extract<ReviewEvent, { kind: 'archive' }>;

/** `path` is that of the archived document, or of its tombstone. */
export function restoreDocument(texts: LibraryTexts, path: string, act: ArchiveAct): ArchiveOutcome {
  const way = wayBack(texts, path);
  if ('refusal' in way) return way;
  const { move, event } = way;
  const own = texts.textOf(move.from) ?? '';
  const stone = texts.index.paths.has(move.to) ? texts.textOf(move.to) : undefined;
  const { texts: after, lost } = broughtBack(texts, move, event?.kept ?? []);
  const record = recordAfter(texts, move, { kind: 'restore' }, act);
  const others = [...after].filter(([name]) => name !== move.to && name !== move.from);
  const missing: readonly Message[] = event === undefined ? [{ key: 'restore.no-record' }] : [];
  return sorted({
    moves: [{ ...move, before: own, after: after.get(move.to) ?? own }, ...(record.move ? [record.move] : [])],
    files: [
      ...(stone === undefined ? [] : [{ path: move.to, before: stone }]),
      ...others.map(([name, text]) => changedFile(name, texts.textOf(name), text)),
      ...(record.file ? [record.file] : []),
    ],
    notices: [
      ...missing,
      ...lost.map(({ path: name, line }): Message => ({ key: 'restore.changed-line', args: { path: name, line } })),
    ],
  });
}

interface WayBack {
  readonly move: Move;
  /** Absent where nobody recorded the archiving. */
  readonly event?: ArchiveEvent;
}

/** Where the document goes back to. What stands there now, but for its tombstone, is never overwritten. */
function wayBack(texts: LibraryTexts, path: string): WayBack | { readonly refusal: Message } {
  const { index } = texts;
  const from = index.documents.get(path)?.tombstone?.to ?? path;
  if (!index.documents.has(from)) return { refusal: { key: 'restore.unknown', args: { path: from } } };
  const event = archiveEventOf(texts, from);
  const to = event?.from ?? originalPath(from, settingsOf(texts));
  if (to === undefined) return { refusal: { key: 'restore.not-archived', args: { path: from } } };
  const isStone = index.documents.get(to)?.tombstone?.to === from;
  if (index.paths.has(to) && !isStone) return { refusal: { key: 'restore.taken', args: { path: to } } };
  const refusal = recordRefusal(texts, from);
  return refusal === undefined ? { move: { from, to }, ...(event && { event }) } : { refusal };
}

function archiveEventOf(texts: LibraryTexts, path: string): ArchiveEvent | undefined {
  const events = recordIn(texts, path)?.events ?? [];
  return events.findLast((event): event is ArchiveEvent => event.kind === 'archive' && event.to === path);
}
