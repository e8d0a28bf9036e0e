// The reviews of a whole library: every document with a record, in which state, and who is waited for. Facts and records
// only; no text is read.
import { compareText } from '../../core/finding.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import { threadsOf } from '../../core/review/comments.ts';
import { documentReview, type ReviewGround } from '../../core/review/documentReview.ts';
import { reviewStates, type ReviewState } from '../../core/review/reviewRecord.ts';
import { labelOfState } from '../../core/review/stateWords.ts';
import { suspectsOf } from '../../core/review/suspects.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import type { EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';

export interface PlainReviewRow {
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly state: ReviewState;
  readonly label: string;
  readonly since?: string;
  readonly isOverdue: boolean;
  readonly waitingFor: readonly string[];
  readonly openComments: number;
  readonly changed: number;
  readonly suspect: number;
}

export interface PlainReviews {
  readonly documents: readonly (PlainReviewRow & { readonly uri: string })[];
  readonly states: readonly PlainStateCount[];
}

export interface PlainStateCount {
  readonly state: ReviewState;
  readonly label: string;
  readonly count: number;
}

export interface ReviewsQuestion {
  readonly roots: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

export function reviews(view: EngineView, { roots, today }: ReviewsQuestion): PlainReviews {
  const { locale } = view;
  const documents = roots.flatMap((root) => {
    const { index, life, configuration } = view.ground(root) ?? {};
    if (index === undefined || configuration === undefined) return [];
    const rows = reviewRows({ index, life, configuration, today }, locale);
    return rows.map((row) => ({ ...row, uri: uriOfPath(root, row.path) }));
  });
  const [first = ''] = roots;
  return { documents, states: stateCounts(documents, view.library(first)?.configuration ?? {}, locale) };
}

/** Documents with a record, by path. */
export function reviewRows(ground: Omit<ReviewGround, 'facts'>, locale: Locale): readonly PlainReviewRow[] {
  const rows = [...ground.index.documents.values()].flatMap((facts) => rowOf(facts, ground, locale));
  return rows.sort((a, b) => compareText(a.path, b.path));
}

export function stateCounts(
  rows: readonly Pick<PlainReviewRow, 'state'>[],
  configuration: Parameters<typeof labelOfState>[1],
  locale: Locale,
): readonly PlainStateCount[] {
  return reviewStates.map((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return { state, label: labelOfState(state, configuration, locale), count };
  });
}

function rowOf(facts: DocumentFacts, ground: Omit<ReviewGround, 'facts'>, locale: Locale): readonly PlainReviewRow[] {
  const found = documentReview({ ...ground, facts });
  if (found === undefined) return [];
  const { record, status } = found;
  const isApproved = status.basis === 'approved' || status.basis === 'published';
  return [
    {
      path: facts.path,
      title: facts.title?.text ?? facts.path,
      kind: facts.kind,
      state: status.state,
      label: labelOfState(status.state, ground.configuration, locale),
      ...(status.event && { since: status.event.at }),
      isOverdue: status.isOverdue,
      waitingFor: status.waitingFor,
      openComments: threadsOf(record).filter(({ isResolved }) => !isResolved).length,
      changed: status.changed?.sections.length ?? 0,
      suspect: isApproved ? suspectsOf(record, ground.index, ground.today).length : 0,
    },
  ];
}
