// The review record of a document has conflict markers in it.
import { recordTrouble } from '../review/recordTrouble.ts';
import type { LibraryRule } from './rule.ts';

export const reviewRecordConflict: LibraryRule = {
  kind: 'library',
  code: 'review-record-conflict',
  defaultSeverity: 'error',
  isFixable: false,
  strictness: 'always',
  check: (context) => recordTrouble(reviewRecordConflict.code, context, 'error'),
};
