// The requests about archiving and restoring. Plain types.
import type { Range } from './place.ts';

/** `casewright/archive`, `casewright/restore`: what is to change. The client shows it, asks, and applies it as one edit. */
export interface ArchiveParams {
  /** The document; for restoring the archived one, or the note in its old place. */
  readonly uri: string;
  /** ISO 8601, UTC, seconds. */
  readonly at: string;
  /** ISO date of the person's today. */
  readonly today: string;
  readonly reason?: string;
  /** URI of the document that takes its place. */
  readonly successor?: string;
}

/** In this order: files that go, edits, moves, files that are new. */
export interface ArchiveResult {
  readonly removed: readonly string[];
  readonly edits: readonly ArchiveEdits[];
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  readonly created: readonly { readonly uri: string; readonly text: string }[];
  /** Why nothing is to change; in the display language. */
  readonly refusal?: string;
  /** What a person should know; in the display language. */
  readonly notices: readonly string[];
}

/** Of files that move: at their old place. */
export interface ArchiveEdits {
  readonly uri: string;
  /** Absent for a document that is not open. */
  readonly version?: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}
