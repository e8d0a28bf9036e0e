// The review record of a document that is archived or restored: it goes along and gets one more event. A document without a
// record gets one.
import { applyEdits } from '../../core/applyEdits.ts';
import type { KeptLines } from '../../core/archive/keptLines.ts';
import type { Message } from '../../core/finding.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import { addEvents, type NewEvent } from '../../core/review/recordEdits.ts';
import { recordOf } from '../../core/review/recordOf.ts';
import { recordPathOf } from '../../core/review/recordPath.ts';
import { keyOfTime } from '../../core/review/recordTime.ts';
import type { ReviewRecord, Snapshot } from '../../core/review/reviewRecord.ts';
import type { Move } from '../../core/roadmap/edits/movedPaths.ts';
import type { ArchiveAct, ChangedFile, MovedFile } from './archiveChange.ts';
import type { LibraryTexts } from './libraryTexts.ts';

export function recordIn({ source, index }: LibraryTexts, path: string): ReviewRecord | undefined {
  const facts = index.documents.get(path);
  return facts && recordOf(facts, index, source.life);
}

/** Into a record that is no right YAML, or holds conflict markers, nothing is written. */
export function recordRefusal(texts: LibraryTexts, path: string): Message | undefined {
  const record = recordIn(texts, path);
  const text = record && texts.textOf(record.path);
  if (record === undefined || text === undefined) return undefined;
  const change = addEvents(text, [], { document: path });
  return change.kind === 'refused'
    ? { key: `archive.record-${change.because}`, args: { path: record.path } }
    : undefined;
}

export type EventDetails =
  | { readonly kind: 'archive'; readonly snapshot: Snapshot; readonly kept: readonly KeptLines[] }
  | { readonly kind: 'restore' };

export function recordAfter(
  texts: LibraryTexts,
  move: Move,
  details: EventDetails,
  act: ArchiveAct,
): { readonly move?: MovedFile; readonly file?: ChangedFile } {
  const facts = texts.index.documents.get(move.from);
  const known = recordIn(texts, move.from);
  const before = known && texts.textOf(known.path);
  const head = { document: move.to, id: facts && ownIdOf(facts)?.id };
  const change = addEvents(before, [eventOf(move, details, act)], head);
  if (change.kind === 'refused') return {};
  const after = change.kind === 'create' ? change.text : applyEdits(before ?? '', change.edits);
  const to = recordPathOf(move.to);
  if (known === undefined || before === undefined) return { file: { path: to, after } };
  return known.path === to ? { file: { path: to, before, after } } : { move: { from: known.path, to, before, after } };
}

function eventOf(move: Move, details: EventDetails, { at, by, random, reason, successor }: ArchiveAct): NewEvent {
  const common = { key: keyOfTime(at, random), at, by, ...move };
  if (details.kind === 'restore') return { ...common, ...details };
  return {
    ...common,
    ...details,
    ...(reason !== undefined && { reason }),
    ...(successor !== undefined && { successor }),
  };
}
