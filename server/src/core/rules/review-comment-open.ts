// A comment of a reviewer that nobody has resolved, at the section that it is about.
import { placeOfComment, threadsOf } from '../review/comments.ts';
import { documentReview } from '../review/documentReview.ts';
import type { LibraryRule } from './rule.ts';

const MOST_SHOWN = 20;

export const reviewCommentOpen: LibraryRule = {
  kind: 'library',
  code: 'review-comment-open',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts } = context;
    // A draft is being worked on: its author knows.
    if (facts.stage === 'draft') return [];
    const record = documentReview(context)?.record;
    const open = record === undefined ? [] : threadsOf(record).filter(({ isResolved }) => !isResolved);
    return open.slice(0, MOST_SHOWN).flatMap(({ anchor, comments }) => {
      const [first] = comments;
      if (first === undefined || record === undefined) return [];
      const text = first.text.split('\n')[0] ?? '';
      return [
        {
          code: reviewCommentOpen.code,
          severity: reviewCommentOpen.defaultSeverity,
          message: { key: 'review-comment-open', args: { by: first.by, text: text.slice(0, 120) } },
          span: placeOfComment(anchor, facts),
          related: [{ message: { key: 'review-comment-open.record' }, path: record.path, span: first.span }],
        },
      ];
    });
  },
};
