// The review record of a document that is archived or restored: it goes along and gets one more event. A document without a
// record gets one.
import { withEvent } from '../../core/archive/archiveEvent.ts';
import type { KeptLines } from '../../core/archive/keptLines.ts';
import type { Message } from '../../core/finding.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import { recordPathOf } from '../../core/review/recordPath.ts';
import type { Snapshot } from '../../core/review/reviewRecord.ts';
import type { Move } from '../../core/roadmap/edits/movedPaths.ts';
import type { ArchiveAct, ChangedFile, MovedFile } from './archiveChange.ts';
import type { LibraryTexts } from './libraryTexts.ts';

export interface NewEvent {
  readonly kind: 'archive' | 'restore';
  readonly act: ArchiveAct;
  readonly snapshot?: Snapshot;
  readonly kept?: readonly KeptLines[];
}

/** Into a record with conflict markers nothing is written. */
export function recordRefusal({ source }: LibraryTexts, path: string): Message | undefined {
  const record = source.records.get(path);
  const isConflicted = record?.problems.some(({ code }) => code === 'review-record-conflict') === true;
  return isConflicted ? { key: 'archive.record-conflict', args: { path: record.path } } : undefined;
}

export function recordAfter(
  texts: LibraryTexts,
  move: Move,
  { act, ...event }: NewEvent,
): { readonly move?: MovedFile; readonly file?: ChangedFile } {
  const facts = texts.index.documents.get(move.from);
  const id = facts && ownIdOf(facts)?.id;
  const known = texts.source.records.get(move.from)?.path;
  const before = known === undefined ? undefined : texts.textOf(known);
  const from = known ?? recordPathOf(move.from);
  const to = recordPathOf(move.to);
  const { at, by, random, reason, successor } = act;
  const after = withEvent(
    before,
    { document: move.to, ...(id !== undefined && { id }) },
    {
      ...event,
      ...move,
      ...{ at, by, random },
      ...(reason !== undefined && { reason }),
      ...(successor !== undefined && { successor }),
    },
  );
  if (before === undefined) return { file: { path: to, after } };
  return from === to ? { file: { path: to, before, after } } : { move: { from, to, before, after } };
}
