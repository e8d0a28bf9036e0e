// The record of a document: by its path, else, after a move that nobody followed, by its id.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { idsOf } from '../ids/idsOf.ts';
import { ownIdOf } from '../ids/ownId.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { LibraryLife } from './libraryLife.ts';
import type { ReviewRecord } from './reviewRecord.ts';

const byId = new WeakMap<LibraryLife, ReadonlyMap<string, readonly ReviewRecord[]>>();

/** Undefined where there is none, or where it could be that of another document with the same id. */
export function recordOf(
  facts: DocumentFacts,
  index: LibraryIndex,
  life: LibraryLife | undefined,
): ReviewRecord | undefined {
  if (life === undefined) return undefined;
  const own = life.records.get(facts.path);
  if (own !== undefined) return own;
  const id = ownIdOf(facts)?.id;
  if (id === undefined) return undefined;
  const found = recordsById(life)
    .get(id)
    ?.filter(({ document }) => !index.documents.has(document));
  const [record, ...more] = found ?? [];
  return record !== undefined && more.length === 0 && idsOf(index).get(id)?.length === 1 ? record : undefined;
}

/** Where the document of a record is: its path, else the one document that has its id; undefined where it is gone. */
export function documentOf(record: ReviewRecord, index: LibraryIndex): string | undefined {
  if (index.documents.has(record.document)) return record.document;
  const [path, ...more] = (record.id === undefined ? undefined : idsOf(index).get(record.id)) ?? [];
  return more.length === 0 ? path : undefined;
}

function recordsById(life: LibraryLife): ReadonlyMap<string, readonly ReviewRecord[]> {
  const known = byId.get(life);
  if (known !== undefined) return known;
  const found = new Map<string, ReviewRecord[]>();
  for (const record of life.records.values()) {
    if (record.id !== undefined) found.set(record.id, [...(found.get(record.id) ?? []), record]);
  }
  byId.set(life, found);
  return found;
}
