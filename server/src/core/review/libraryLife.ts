// What is known of the life of a library's documents besides their texts: review records, and what git tells. Types only.
import type { ReviewRecord } from './reviewRecord.ts';

export interface LibraryLife {
  /** By path of the document. */
  readonly records: ReadonlyMap<string, ReviewRecord>;
  /** Absent where git is not there, or was not asked. */
  readonly history?: LibraryHistory;
}

export interface LibraryHistory {
  /** By path of the document. */
  readonly documents: ReadonlyMap<string, DocumentHistory>;
  /** Older commits are not here (shallow clone, or too many): what git does not show proves nothing. */
  readonly isCut: boolean;
  /** Oldest first; months without a change are left out. */
  readonly months?: readonly HistoryMonth[];
}

/** How many documents were changed in a month, YYYY-MM; commits that only move or reformat are left out. */
export interface HistoryMonth {
  readonly month: string;
  readonly documents: number;
}

/** Days are YYYY-MM-DD of the commit, in its own time zone. */
export interface DocumentHistory {
  /** Day of the first commit that is known. */
  readonly first: string;
  /** Day of the last commit that changed the file. */
  readonly last: string;
  /** Day of the last commit that changed its words: no mere move, no commit that went through many documents at once. */
  readonly edited?: string;
  readonly commits: number;
  /** Differs from the last commit, or is not committed at all. */
  readonly isChanged?: boolean;
  /** Day on which the stated version, or date, was changed last, where that was asked for. */
  readonly versioned?: string;
  readonly dated?: string;
}
