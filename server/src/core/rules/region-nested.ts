// A region in another one, or marks in a list, a quote or a paragraph: writing it would spoil what stands around it.
import type { Finding } from '../finding.ts';
import type { LibraryRule } from './rule.ts';

export const regionNested: LibraryRule = {
  kind: 'library',
  code: 'region-nested',
  defaultSeverity: 'error',
  isFixable: false,
  strictness: 'always',
  includesOther: true,
  check: ({ facts }) =>
    facts.regions.flatMap(({ fault, markSpan: span }): readonly Finding[] => {
      if (fault !== 'nested' && fault !== 'misplaced') return [];
      const key = fault === 'nested' ? 'region-nested' : 'region-nested.misplaced';
      return [{ code: regionNested.code, severity: regionNested.defaultSeverity, message: { key }, span }];
    }),
};
