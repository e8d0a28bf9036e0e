// What a person may do in a review, and what it takes to say so. Types only; carried out by actOnReview.ts.
import type { TextEdit } from '../finding.ts';
import type { Refusal } from './guards.ts';
import type { RecordChange } from './recordEdits.ts';

export type ReviewAct =
  | { readonly action: 'start'; readonly reviewers: readonly string[] }
  | {
      readonly action: 'answer';
      readonly question: string;
      readonly answer: 'yes' | 'no' | 'not-applicable';
      readonly note?: string | undefined;
    }
  | {
      readonly action: 'level';
      readonly dimension: string;
      readonly level: number;
      readonly reason?: string | undefined;
    }
  | { readonly action: 'approve' | 'publish' | 'look' }
  /** Of a record with conflict markers both sides are kept, and it names the place where the document is now. */
  | { readonly action: 'mend' }
  | { readonly action: 'reject'; readonly note: string }
  | { readonly action: 'reopen'; readonly note?: string | undefined }
  /** `line` zero-based; absent: about the document as a whole. */
  | { readonly action: 'comment'; readonly line?: number | undefined; readonly text: string }
  | { readonly action: 'reply'; readonly thread: string; readonly text: string }
  | { readonly action: 'resolve' | 'unresolve'; readonly thread: string };

/** Who, when, and a few characters that nobody else draws at the same second. */
export interface ActStamp {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly random: string;
}

export type ActOutcome =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | {
      readonly kind: 'done';
      /** Of the record file. */
      readonly path: string;
      readonly record: Exclude<RecordChange, { readonly kind: 'refused' }>;
      /** The status field of the document, where it states another state. */
      readonly document: readonly TextEdit[];
      /** Of a comment: the thread that it began or went on with. */
      readonly thread?: string;
    };
