// The id standard allots this id to another file, or another id to this file.
import { isSafeChange, renumber } from '../ids/idFixes.ts';
import { judgeId } from '../ids/judgeId.ts';
import type { LibraryRule } from './rule.ts';

export const idAllocation: LibraryRule = {
  kind: 'library',
  code: 'id-allocation',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const judged = judgeId(context);
    if (judged?.fault.kind !== 'allotted') return [];
    const { own, fault } = judged;
    const { id: allotted, file, origin } = fault.allocation;
    const key = fault.isOfThisFile ? 'id-allocation.file' : 'id-allocation.other';
    const isFree = fault.isOfThisFile && isSafeChange(context, own.id, allotted);
    return [
      {
        code: idAllocation.code,
        severity: idAllocation.defaultSeverity,
        message: { key, args: { id: own.id, allotted, file } },
        span: own.span,
        origin,
        fixes: fault.isOfThisFile ? [renumber(context, own.id, allotted, isFree)] : [],
      },
    ];
  },
};
