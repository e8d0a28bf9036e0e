// How a team reviews: its words, its guards, its people. Types and defaults; narrowed in library/narrowReview.ts.
import type { Severity } from '../finding.ts';
import type { ReviewState } from './reviewRecord.ts';

export interface ReviewConfiguration {
  /** The team's words for states. */
  readonly states?: Readonly<Partial<Record<ReviewState, StateWords>>>;
  readonly guards?: Readonly<Partial<Record<GuardedAction, Guard>>>;
  /** Kinds whose documents have to have a record once they call themselves approved; absent: none. */
  readonly required?: readonly string[];
  /** Days in review after which it is overdue. */
  readonly overdueDays?: number;
  /** Days after which an approval is out of date. */
  readonly maxAgeDays?: number;
  /** Other names of a person: one who was renamed, or writes from two machines. */
  readonly people?: Readonly<Record<string, readonly string[]>>;
}

export interface StateWords {
  /** The first one is written, all are read. */
  readonly names: readonly string[];
  readonly emoji?: string;
}

export const guardedActions = ['start', 'approve', 'publish'] as const;
export type GuardedAction = (typeof guardedActions)[number];

/** What has to hold before an action; what is absent is not asked for. */
export interface Guard {
  /** Most findings of a severity. */
  readonly findings?: Readonly<Partial<Record<Severity, number>>>;
  /** Least total. */
  readonly score?: number;
  /** Least grade, by the name that the standard gives it. */
  readonly grade?: string;
  /** Least level, by dimension of the standard. */
  readonly levels?: Readonly<Record<string, number>>;
  /** Of `approve`: who approves must not be the author. Of `publish`: so many have approved. */
  readonly reviewers?: number;
  /** The author may approve, too. */
  readonly allowsAuthor?: boolean;
  /** Every question of the standard is answered. */
  readonly questions?: boolean;
  /** Every comment is resolved. */
  readonly comments?: boolean;
  /** Nothing changed since the approval. */
  readonly unchanged?: boolean;
}

/** Where the configuration says nothing. A team that names a guard replaces it as a whole. */
export const defaultGuards: Readonly<Record<GuardedAction, Guard>> = {
  start: {},
  approve: { findings: { error: 0 }, comments: true },
  publish: { findings: { error: 0 }, comments: true, unchanged: true },
};

export const defaultOverdueDays = 30;
