// Review records and history of a library, read from the texts of the state once for each state.
import { readRecord } from '../core/review/readRecord.ts';
import { recordsByDocument } from '../core/review/recordsByDocument.ts';
import type { LibraryLife } from '../core/review/libraryLife.ts';
import type { ReviewRecord } from '../core/review/reviewRecord.ts';
import type { EngineLife } from './engineState.ts';

const lives = new WeakMap<EngineLife, LibraryLife>();
/** By path and text: of many records few change at once. */
const known = new WeakMap<readonly [path: string, text: string], ReviewRecord>();

/** Undefined for a library of which nothing is known yet. The same object for the same state. */
export function lifeOf(life: EngineLife | undefined): LibraryLife | undefined {
  if (life === undefined) return undefined;
  const before = lives.get(life);
  if (before !== undefined) return before;
  const records = recordsByDocument(life.records.map(recordOf));
  const { history } = life;
  const made: LibraryLife = {
    records,
    ...(history && { history: { ...history, documents: new Map(history.documents) } }),
  };
  lives.set(life, made);
  return made;
}

function recordOf(entry: readonly [path: string, text: string]): ReviewRecord {
  const record = known.get(entry) ?? readRecord(...entry);
  known.set(entry, record);
  return record;
}
