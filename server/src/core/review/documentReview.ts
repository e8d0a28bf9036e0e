// The review of one document within its library: its record, and the state that follows. For rules, views and the roadmap.
import type { DocumentFacts, FactField } from '../facts/documentFacts.ts';
import { statusKeys } from '../checking/statusWords.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import type { Span } from '../sourceText.ts';
import type { LibraryLife } from './libraryLife.ts';
import { recordOf } from './recordOf.ts';
import type { ReviewRecord } from './reviewRecord.ts';
import { reviewStatus, type ReviewStatus } from './states.ts';

export interface DocumentReview {
  readonly record: ReviewRecord;
  readonly status: ReviewStatus;
}

export interface ReviewGround {
  readonly facts: DocumentFacts;
  readonly index: LibraryIndex;
  readonly life?: LibraryLife | undefined;
  readonly configuration: Configuration;
  readonly today?: string | undefined;
}

interface Known extends DocumentReview {
  readonly configuration: Configuration;
  readonly today: string | undefined;
}

const known = new WeakMap<DocumentFacts, Known>();

/** Undefined where the document has no record. */
export function documentReview({ facts, index, life, configuration, today }: ReviewGround): DocumentReview | undefined {
  const record = life === undefined || life.records.size === 0 ? undefined : recordOf(facts, index, life);
  if (record === undefined) return undefined;
  const before = known.get(facts);
  if (before?.record === record && before.configuration === configuration && before.today === today) return before;
  const review = { record, status: reviewStatus(record, facts, { configuration, today }), configuration, today };
  known.set(facts, review);
  return review;
}

/** The field in which a document states its status. */
export function statusFieldOf({ fields }: Pick<DocumentFacts, 'fields'>): FactField | undefined {
  return fields.find(({ normalKey, value }) => statusKeys.has(normalKey) && value !== '');
}

/** Where something is said of the review as a whole. */
export function placeOfReview(facts: DocumentFacts): Span {
  return facts.title?.span ?? { start: 0, end: facts.sizes.firstLineEnd };
}
