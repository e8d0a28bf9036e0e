// An approved document rests on one that changed afterwards.
import { relationsOf } from '../relations/relationsOf.ts';
import { spanOfPlace, titleOf, titleSpanOf } from '../relations/relationPlace.ts';
import { documentReview, placeOfReview } from '../review/documentReview.ts';
import { suspectsOf } from '../review/suspects.ts';
import type { LibraryRule } from './rule.ts';

export const reviewSuspect: LibraryRule = {
  kind: 'library',
  code: 'review-suspect',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts, index, today } = context;
    const review = documentReview(context);
    const basis = review?.status.basis;
    if (review === undefined || (basis !== 'approved' && basis !== 'published')) return [];
    const suspects = suspectsOf(review.record, index, today);
    if (suspects.length === 0) return [];
    const edges = relationsOf(context).outgoing(facts.path);
    return suspects.map((path) => {
      const edge = edges.find(
        ({ to, place, statedIn }) => to === path && place !== undefined && statedIn === facts.path,
      );
      const target = index.documents.get(path);
      return {
        code: reviewSuspect.code,
        severity: reviewSuspect.defaultSeverity,
        message: { key: 'review-suspect', args: { title: titleOf(target, path) } },
        span: edge?.place === undefined ? placeOfReview(facts) : spanOfPlace(edge.place, facts),
        ...(target && { related: [{ message: { key: 'review-suspect.target' }, path, span: titleSpanOf(target) }] }),
      };
    });
  },
};
