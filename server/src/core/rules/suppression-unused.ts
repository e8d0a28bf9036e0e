// A suppression that takes nothing away.
import type { Finding } from '../finding.ts';
import type { SuppressionRule } from './rule.ts';

export const suppressionUnused: SuppressionRule = {
  kind: 'suppression',
  code: 'suppression-unused',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'always',
  check(use) {
    if (use.isExpired) return [];
    const isWhole = use.codes.every(({ state }) => state === 'unused');
    const shown = use.codes.filter(({ state }) => state === 'unused').slice(0, isWhole ? 1 : undefined);
    return shown.map(({ code, span }): Finding => ({
      code: suppressionUnused.code,
      severity: suppressionUnused.defaultSeverity,
      message: {
        key: 'suppression-unused',
        args: { code: isWhole ? use.codes.map((each) => each.code).join(', ') : code },
      },
      span: isWhole ? use.span : span,
      isUnnecessary: true,
      ...(isWhole && {
        fixes: [
          {
            title: { key: 'suppression-unused.fix' },
            edits: [{ span: use.removalSpan, newText: '' }],
            isPreferred: true,
          },
        ],
      }),
    }));
  },
};
