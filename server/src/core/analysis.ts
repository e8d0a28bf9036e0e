// One document looked at, by itself and in its library: the values that every feature starts from. Types only; built by
// examineDocument.ts and analyzeDocument.ts.
import type { BoundDocument } from './binding/boundDocument.ts';
import type { DocumentFacts } from './facts/documentFacts.ts';
import type { Finding, Message } from './finding.ts';
import type { Kind } from './library/configuration.ts';
import type { KindContext } from './library/libraryContext.ts';
import type { DocumentModel } from './model/documentModel.ts';
import type { Plan } from './roadmap/plan.ts';

export interface DocumentInput {
  /** Relative to the library root, forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface KindDecision {
  readonly kind: Kind;
  /** Why, for the status item and `explain`. */
  readonly reason: Message;
  readonly certainty: 'configured' | 'stated' | 'name' | 'content' | 'default';
}

/** How strictly findings weigh. */
export type Stage = 'draft' | 'normal' | 'ready';

/** What one document says by itself. */
export interface Examination {
  readonly path: string;
  readonly model: DocumentModel;
  readonly kind: KindDecision;
  readonly context?: KindContext;
  readonly stage: Stage;
  readonly bound?: BoundDocument;
  /** What a plan says; absent for other kinds, and for plans that hold no roadmap. */
  readonly plan?: Plan;
  readonly facts: DocumentFacts;
  /** Raw findings that need no other document: not weighed, not suppressed. */
  readonly ownFindings: readonly Finding[];
}

export interface Analysis extends Omit<Examination, 'ownFindings'> {
  /** In report order, suppressed ones left out. */
  readonly findings: readonly Finding[];
  readonly suppressedCount: number;
  /** Findings beyond the configured maximum, left out; the weightiest stay. */
  readonly omittedCount?: number;
}
