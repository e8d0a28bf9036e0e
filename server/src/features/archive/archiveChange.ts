// What archiving or restoring a document changes, as plain texts: files that move, files that are written anew, files that
// come and go. Everything is one step, for people and for undo.
import type { Message } from '../../core/finding.ts';

/** A file that gets another path, and maybe another text. Paths are relative to the library root. */
export interface MovedFile {
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
}

/** `before` absent: the file is new; `after` absent: it goes. */
export interface ChangedFile {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ArchiveChange {
  /** The document first. */
  readonly moves: readonly MovedFile[];
  /** In order of their paths. */
  readonly files: readonly ChangedFile[];
  /** What a person should know of it: what could not be done, or was done in another way. */
  readonly notices: readonly Message[];
}

export type ArchiveOutcome = ArchiveChange | { readonly refusal: Message };

/** Who does it, when and why. */
export interface ArchiveAct {
  readonly by: string;
  /** ISO 8601, UTC, seconds. */
  readonly at: string;
  /** YYYY-MM-DD, as people there count days. */
  readonly day: string;
  /** A few characters that make the key of the event unique. */
  readonly random: string;
  readonly reason?: string;
  /** Path of the document that takes the place of an archived one, relative to the library root. */
  readonly successor?: string;
}

export function changedFile(path: string, before: string | undefined, after: string | undefined): ChangedFile {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

export function sorted({ moves, files, notices }: ArchiveChange): ArchiveChange {
  return {
    moves,
    files: files.filter(({ before, after }) => before !== after).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    notices,
  };
}
