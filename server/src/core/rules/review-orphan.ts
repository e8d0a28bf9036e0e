// The record of a document still names the place where the document was before. A record whose document is gone altogether
// is reported in the record file (review/recordFindings.ts).
import { documentReview, placeOfReview } from '../review/documentReview.ts';
import type { LibraryRule } from './rule.ts';

export const reviewOrphan: LibraryRule = {
  kind: 'library',
  code: 'review-orphan',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts } = context;
    const record = documentReview(context)?.record;
    if (record === undefined || record.document === facts.path) return [];
    return [
      {
        code: reviewOrphan.code,
        severity: reviewOrphan.defaultSeverity,
        message: { key: 'review-orphan.document', args: { document: record.document, path: record.path } },
        span: placeOfReview(facts),
        related: [{ message: { key: 'review-orphan.record' }, path: record.path, span: { start: 0, end: 0 } }],
      },
    ];
  },
};
