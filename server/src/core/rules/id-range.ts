// The number of an id lies outside the range that its scheme was given.
import { idForm } from '../ids/idForm.ts';
import { replacementOf, withFixes } from '../ids/idFixes.ts';
import { judgeId } from '../ids/judgeId.ts';
import type { LibraryRule } from './rule.ts';

export const idRange: LibraryRule = {
  kind: 'library',
  code: 'id-range',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const judged = judgeId(context);
    if (judged?.fault.kind !== 'range') return [];
    const { own, fault } = judged;
    const { width } = idForm(fault.scheme);
    const padded = (number: number): string => String(number).padStart(width, '0');
    const args = { id: own.id, from: padded(fault.range.from), to: padded(fault.range.to) };
    return [
      {
        code: idRange.code,
        severity: idRange.defaultSeverity,
        message: { key: 'id-range', args },
        span: own.span,
        origin: fault.range.origin,
        fixes: withFixes([replacementOf(context, own)]),
      },
    ];
  },
};
