// Requests about reviews between client and server: plain types.
import type { Range } from './place.ts';

/** Draft, in review, approved, published, stale, archived: follows from the events of the record, never stored. */
export type ReviewStateName = 'draft' | 'in-review' | 'approved' | 'published' | 'stale' | 'archived';

export type ReviewActionName =
  | 'start'
  | 'answer'
  | 'level'
  | 'approve'
  | 'reject'
  | 'publish'
  | 'reopen'
  | 'look'
  | 'comment'
  | 'reply'
  | 'resolve'
  | 'unresolve'
  | 'mend';

/** `casewright/review`: everything that is known of the review of one document; null where it has none to have. */
export interface ReviewParams {
  readonly uri: string;
}
export interface ReviewResult {
  readonly uri: string;
  /** Relative to the library. */
  readonly path: string;
  readonly title: string;
  /** Where the record is, or would be. */
  readonly recordUri: string;
  readonly hasRecord: boolean;
  readonly state: ReviewStateName;
  /** In the team's words, with its emoji. */
  readonly label: string;
  /** Who, when, why; in the display language. */
  readonly reason: string;
  /** ISO 8601, UTC; absent before the first event. */
  readonly since?: string;
  /** The document's own status field, and what it means. */
  readonly stated?: { readonly words: string; readonly state?: ReviewStateName; readonly range: Range };
  readonly reviewers: readonly ReviewerStatus[];
  /** What changed since the last approval; absent where nothing was approved. */
  readonly changed?: ReviewChanges;
  /** What the last approval measured; absent where nothing was approved. */
  readonly approvedLevels?: readonly { readonly dimension: string; readonly level: number }[];
  /** Documents that it depends on and that changed since it was approved or looked at. */
  readonly suspect: readonly { readonly uri: string; readonly path: string; readonly title: string }[];
  /** Questions of the review standard. */
  readonly questions: readonly ReviewQuestion[];
  /** What can be done now, and why not. `answer`, `level`, `reply`, `resolve` and `unresolve` are not listed: nothing guards them. */
  readonly actions: readonly ReviewActionStatus[];
  readonly threads: readonly ReviewThread[];
  /** Oldest first. */
  readonly history: readonly ReviewHistoryEntry[];
  /** What is wrong with the record file, in the display language. */
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
}

export interface ReviewerStatus {
  readonly name: string;
  /** outdated: approved what the document was before. */
  readonly decision: 'waiting' | 'approved' | 'outdated' | 'rejected';
  readonly at?: string;
  readonly note?: string;
}

export interface ReviewChanges {
  /** `审查后改动了 9 节中的 3 节`, in the display language. */
  readonly summary: string;
  readonly sections: readonly {
    readonly kind: 'changed' | 'added' | 'removed' | 'renamed';
    /** As it is called now; of a removed one as it was called. */
    readonly name: string;
    /** Name before, of a renamed one. */
    readonly before?: string;
    /** Of the heading; absent for a removed one. */
    readonly range?: Range;
  }[];
}

export interface ReviewQuestion {
  readonly key: string;
  readonly text: string;
  readonly dimension: string;
  readonly answer?: 'yes' | 'no' | 'not-applicable';
  readonly by?: string;
  readonly at?: string;
  readonly note?: string;
}

export interface ReviewActionStatus {
  readonly action: ReviewActionName;
  /** In the display language. */
  readonly label: string;
  readonly isAllowed: boolean;
  /** Every reason why not. */
  readonly reasons: readonly ReviewRefusal[];
}

export interface ReviewRefusal {
  readonly text: string;
  /** What would satisfy it. */
  readonly remedy: string;
}

export interface ReviewThread {
  readonly id: string;
  /** Where it belongs now; the title where its place is gone. */
  readonly range: Range;
  /** `lost`: its section is gone. `line-lost`: its line is gone, shown at the heading. */
  readonly place: 'found' | 'moved' | 'line-lost' | 'lost';
  /** Why it stands there, in the display language; empty where it is found. */
  readonly note: string;
  /** Heading of the section, as it reads now, else as it read. */
  readonly heading: string;
  readonly isResolved: boolean;
  readonly comments: readonly {
    readonly key: string;
    readonly by: string;
    readonly at: string;
    readonly text: string;
  }[];
}

export interface ReviewHistoryEntry {
  readonly key: string;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  /** One line, in the display language. */
  readonly text: string;
  /** In the record file. */
  readonly range: Range;
}

/** `casewright/reviews`: every document that has a record, or should have one. */
export interface ReviewsParams {
  /** Only of this library; absent: of all. */
  readonly rootUri?: string;
}
export interface ReviewsResult {
  /** Who works here, as git says; absent where it does not. */
  readonly me?: string;
  readonly documents: readonly ReviewRow[];
  /** States in their order with the team's words. */
  readonly states: readonly { readonly state: ReviewStateName; readonly label: string; readonly count: number }[];
}
export interface ReviewRow {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly state: ReviewStateName;
  readonly label: string;
  readonly since?: string;
  /** In review longer than the team wants. */
  readonly isOverdue: boolean;
  readonly waitingFor: readonly string[];
  readonly openComments: number;
  /** Sections that changed since approval. */
  readonly changed: number;
  readonly suspect: number;
}

/**
 * `casewright/review/act`: the edits that record what a person does: to the record, and to the document's status field
 * where it states one. Applied by the client as one undoable workspace edit; the record is saved at once.
 */
export interface ReviewActParams {
  readonly uri: string;
  readonly act: ReviewAct;
  /** Name of the person; absent: git's user.name. */
  readonly by?: string;
}
export type ReviewAct =
  | { readonly action: 'start'; readonly reviewers: readonly string[] }
  | {
      readonly action: 'answer';
      readonly question: string;
      readonly answer: 'yes' | 'no' | 'not-applicable';
      readonly note?: string;
    }
  | { readonly action: 'level'; readonly dimension: string; readonly level: number; readonly reason?: string }
  | { readonly action: 'approve' | 'publish' | 'look' }
  /** Of a record with conflict markers both sides are kept, and it names the place where the document is now. */
  | { readonly action: 'mend' }
  | { readonly action: 'reject'; readonly note: string }
  | { readonly action: 'reopen'; readonly note?: string }
  /** At a line of the document, its section as a whole without one. */
  | { readonly action: 'comment'; readonly line?: number; readonly text: string }
  | { readonly action: 'reply'; readonly thread: string; readonly text: string }
  | { readonly action: 'resolve' | 'unresolve'; readonly thread: string };

export interface ReviewActResult {
  /** Empty where it is refused. */
  readonly changes: readonly {
    readonly uri: string;
    /** Create the file with this text where it does not exist. */
    readonly create?: string;
    readonly version?: number | null;
    readonly edits?: readonly { readonly range: Range; readonly newText: string }[];
  }[];
  /** Why it is refused: every reason, with what would satisfy it. */
  readonly reasons: readonly ReviewRefusal[];
  /** Id of the thread that a comment began. */
  readonly thread?: string;
}
