// The review record of a document can not be read as a whole: what is wrong stands in the record.
import { recordTrouble } from '../review/recordTrouble.ts';
import type { LibraryRule } from './rule.ts';

export const reviewRecordInvalid: LibraryRule = {
  kind: 'library',
  code: 'review-record-invalid',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: (context) => recordTrouble(reviewRecordInvalid.code, context, 'warning'),
};
