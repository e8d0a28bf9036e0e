// An approved document says something else than what was approved.
import { documentReview, placeOfReview } from '../review/documentReview.ts';
import { changeSummary } from '../review/changeSummary.ts';
import type { LibraryRule } from './rule.ts';

export const reviewChanged: LibraryRule = {
  kind: 'library',
  code: 'review-changed',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts } = context;
    const review = documentReview(context);
    const changed = review?.status.changed;
    if (review === undefined || changed === undefined) return [];
    const related = changed.sections.flatMap(({ kind, heading }) => {
      const span = heading === undefined ? undefined : facts.headings[heading]?.span;
      return span === undefined ? [] : [{ message: { key: `review-changed.${kind}` } as const, span }];
    });
    return [
      {
        code: reviewChanged.code,
        severity: reviewChanged.defaultSeverity,
        message: changeSummary(changed),
        span: placeOfReview(facts),
        related,
      },
    ];
  },
};
