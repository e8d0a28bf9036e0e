// A region without its end, or an end without its region: nothing is generated, because nobody knows how far it reaches.
import type { Finding } from '../finding.ts';
import type { LibraryRule } from './rule.ts';

export const regionUnclosed: LibraryRule = {
  kind: 'library',
  code: 'region-unclosed',
  defaultSeverity: 'error',
  isFixable: true,
  strictness: 'always',
  includesOther: true,
  check: ({ facts }) =>
    facts.regions.flatMap(({ fault, markSpan: span }): readonly Finding[] => {
      const base = { code: regionUnclosed.code, severity: regionUnclosed.defaultSeverity, span };
      // Where a region was meant to end is for a person to say.
      if (fault === 'unclosed') return [{ ...base, message: { key: 'region-unclosed' } }];
      if (fault !== 'stray-end') return [];
      const fix = { title: { key: 'region-unclosed.fix' }, edits: [{ span, newText: '' }] } as const;
      return [{ ...base, message: { key: 'region-unclosed.stray' }, fixes: [fix] }];
    }),
};
