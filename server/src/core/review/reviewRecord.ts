// The review record of a document: an append-only list of what people did, readable, mergeable, in the repository. The state
// of a review is never stored, it follows from the events. Types only; read by readRecord.ts, written by recordEdits.ts.
import type { KeptLines } from '../archive/keptLines.ts';
import type { Fix, Message } from '../finding.ts';
import type { Span } from '../sourceText.ts';

export const reviewStates = ['draft', 'in-review', 'approved', 'published', 'stale', 'archived'] as const;
export type ReviewState = (typeof reviewStates)[number];

export interface ReviewRecord {
  /** Of the record file, relative to the root: `.casewright/reviews/<document without .md>.yaml`. */
  readonly path: string;
  /** Of the document, relative to the root. */
  readonly document: string;
  /** Where the file says so; absent where it does not. */
  readonly documentSpan?: Span;
  /** Own id of the document, where it had one: finds it again after a move. */
  readonly id?: string;
  /** In order of time, then of key; broken ones left out. */
  readonly events: readonly ReviewEvent[];
  /** What is wrong with the file, with places in it; conflict markers included. */
  readonly problems: readonly RecordProblem[];
}

export interface RecordProblem {
  readonly code: 'review-record-invalid' | 'review-record-conflict';
  readonly message: Message;
  /** In the record file. */
  readonly span: Span;
  /** In the record file. */
  readonly fix?: Fix;
}

interface EventBase {
  /** Unique in the record: `20261121T101530Z-3f9a`. */
  readonly key: string;
  /** ISO 8601, UTC, seconds. */
  readonly at: string;
  /** As git's user.name, or as the setting says. */
  readonly by: string;
  /** In the record file. */
  readonly span: Span;
}

/** Fingerprints of a document's content at one moment. */
export interface Snapshot {
  /** Of the whole content. */
  readonly content: string;
  /** In document order; the part above the first heading has the name ''. */
  readonly sections: readonly { readonly name: string; readonly print: string }[];
  /** The document's own version, where it states one. */
  readonly version?: string;
}

export type ReviewEvent = EventBase &
  (
    | { readonly kind: 'start'; readonly reviewers: readonly string[] }
    /** Answer to a question of the rubric. */
    | {
        readonly kind: 'answer';
        readonly question: string;
        /** The question as it read, for people. */
        readonly words?: string;
        readonly answer: 'yes' | 'no' | 'not-applicable';
        readonly note?: string;
      }
    | {
        readonly kind: 'level';
        readonly dimension: string;
        readonly level: number;
        readonly reason?: string;
        readonly content: string;
      }
    | {
        readonly kind: 'approve';
        readonly snapshot: Snapshot;
        /** Measured levels then, by dimension. */
        readonly levels: Readonly<Record<string, number>>;
        /** Content print of each document that it depends on, by path. */
        readonly dependsOn: Readonly<Record<string, string>>;
        readonly standard?: string;
      }
    | { readonly kind: 'reject'; readonly note: string }
    | { readonly kind: 'publish' }
    | { readonly kind: 'reopen'; readonly note?: string }
    /** A dependant was looked at after what it depends on had changed. */
    | { readonly kind: 'look'; readonly dependsOn: Readonly<Record<string, string>> }
    | {
        readonly kind: 'archive';
        readonly from: string;
        readonly to: string;
        readonly snapshot: Snapshot;
        readonly reason?: string;
        /** What takes its place. */
        readonly successor?: string;
        /** Lines that restoring puts back. */
        readonly kept?: readonly KeptLines[];
      }
    | { readonly kind: 'restore'; readonly from: string; readonly to: string }
    | { readonly kind: 'comment'; readonly thread: string; readonly anchor?: CommentAnchor; readonly text: string }
    | { readonly kind: 'resolve'; readonly thread: string }
    | { readonly kind: 'unresolve'; readonly thread: string }
  );

/** Where a comment belongs, in words that survive edits: section, then the words around. */
export interface CommentAnchor {
  /** Key of the section's heading (FactHeading.key); '' for the part above the first heading. */
  readonly section: string;
  /** Which of several sections with this key, from 0; absent: the first. */
  readonly occurrence?: number;
  /** The heading as it read, for people and for renamed sections. */
  readonly heading: string;
  /** Print of the section then. */
  readonly print: string;
  /** The line that it was put at, trimmed; absent: the section as a whole. */
  readonly line?: string;
  /** Which of several equal lines of the section, from 0. */
  readonly nth?: number;
}
