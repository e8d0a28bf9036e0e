// A suppression that does not say why.
import type { SuppressionRule } from './rule.ts';

export const suppressionReasonMissing: SuppressionRule = {
  kind: 'suppression',
  code: 'suppression-reason-missing',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check(use) {
    if (use.reason !== undefined && use.reason.trim() !== '') return [];
    const args = { codes: use.codes.map(({ code }) => code).join(', ') };
    return [
      {
        code: suppressionReasonMissing.code,
        severity: suppressionReasonMissing.defaultSeverity,
        message: { key: 'suppression-reason-missing', args },
        span: use.span,
      },
    ];
  },
};
