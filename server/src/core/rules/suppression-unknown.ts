// A suppression of a rule that does not exist.
import { closest, distance } from 'fastest-levenshtein';
import type { Finding } from '../finding.ts';
import type { SuppressionRule } from './rule.ts';

export const suppressionUnknown: SuppressionRule = {
  kind: 'suppression',
  code: 'suppression-unknown',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check(use, { codes }) {
    return use.codes
      .filter(({ state }) => state === 'unknown')
      .map(({ code, span }): Finding => {
        const base = { code: suppressionUnknown.code, severity: suppressionUnknown.defaultSeverity, span };
        const near = nearest(code, codes);
        if (near === undefined) return { ...base, message: { key: 'suppression-unknown', args: { code } } };
        return {
          ...base,
          message: { key: 'suppression-unknown.near', args: { code, near } },
          fixes: [
            {
              title: { key: 'suppression-unknown.fix', args: { near } },
              edits: [{ span, newText: near }],
              isPreferred: true,
            },
          ],
        };
      });
  },
};

function nearest(code: string, codes: readonly string[]): string | undefined {
  if (code.length > 60 || codes.length === 0) return undefined;
  const near = closest(code.toLowerCase(), [...codes]);
  return distance(code.toLowerCase(), near) <= Math.max(2, Math.floor(code.length / 3)) ? near : undefined;
}
