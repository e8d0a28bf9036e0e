// A document that covers only versions of its subject that are older than the one which the team works with.
import type { Finding } from '../finding.ts';
import { isArchived } from '../ids/archived.ts';
import { coverageOf } from '../versions/subjectCoverage.ts';
import type { LibraryRule } from './rule.ts';

export const subjectOutdated: LibraryRule = {
  kind: 'library',
  code: 'subject-outdated',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ facts, configuration }) => {
    const subjects = configuration.maintenance?.subjects ?? [];
    if (subjects.length === 0 || isArchived(facts)) return [];
    return subjects.flatMap(({ name, version, origin }): readonly Finding[] => {
      const coverage = coverageOf(facts.fields, name, version);
      if (coverage === undefined || coverage.isCurrent) return [];
      const args = { name, covered: coverage.versions.join('、'), version };
      const { valueSpan: span } = coverage.field;
      return [
        {
          code: subjectOutdated.code,
          severity: subjectOutdated.defaultSeverity,
          message: { key: 'subject-outdated', args },
          span,
          origin,
        },
      ];
    });
  },
};
