// A suppression whose last day is over.
import type { SuppressionRule } from './rule.ts';

export const suppressionExpired: SuppressionRule = {
  kind: 'suppression',
  code: 'suppression-expired',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check(use) {
    if (!use.isExpired || use.until === undefined) return [];
    const args = { codes: use.codes.map(({ code }) => code).join(', '), until: use.until };
    return [
      {
        code: suppressionExpired.code,
        severity: suppressionExpired.defaultSeverity,
        message: { key: 'suppression-expired', args },
        span: use.span,
      },
    ];
  },
};
