// An id that was withdrawn is in use again. Documents that are laid aside keep theirs.
import { replacementOf, withFixes } from '../ids/idFixes.ts';
import { judgeId } from '../ids/judgeId.ts';
import type { LibraryRule } from './rule.ts';

export const idRetired: LibraryRule = {
  kind: 'library',
  code: 'id-retired',
  defaultSeverity: 'error',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const judged = judgeId(context);
    if (judged?.fault.kind !== 'retired') return [];
    const { own, fault } = judged;
    return [
      {
        code: idRetired.code,
        severity: idRetired.defaultSeverity,
        message: { key: 'id-retired', args: { id: own.id } },
        span: own.span,
        origin: fault.retired.origin,
        fixes: withFixes([replacementOf(context, own)]),
      },
    ];
  },
};
