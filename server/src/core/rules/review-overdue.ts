// A document has been in review for longer than the team wants.
import { documentReview, placeOfReview, statusFieldOf } from '../review/documentReview.ts';
import { daysBetween } from '../review/eventOrder.ts';
import type { LibraryRule } from './rule.ts';

export const reviewOverdue: LibraryRule = {
  kind: 'library',
  code: 'review-overdue',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts, today } = context;
    const status = documentReview(context)?.status;
    if (status?.isOverdue !== true || status.event === undefined || today === undefined) return [];
    const days = daysBetween(status.event.at, today);
    const names = status.waitingFor.join('、');
    return [
      {
        code: reviewOverdue.code,
        severity: reviewOverdue.defaultSeverity,
        message:
          names === ''
            ? { key: 'review-overdue', args: { days } }
            : { key: 'review-overdue.for', args: { days, names } },
        span: statusFieldOf(facts)?.valueSpan ?? placeOfReview(facts),
      },
    ];
  },
};
