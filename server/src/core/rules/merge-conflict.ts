// Merge conflict markers: one finding, and nothing else is worth checking until they are gone.
import type { DocumentRule } from './rule.ts';

export const mergeConflict: DocumentRule = {
  kind: 'document',
  code: 'merge-conflict',
  defaultSeverity: 'error',
  isFixable: false,
  includesTemplates: true,
  countsInArchive: true,
  strictness: 'always',
  check: ({ model }) =>
    model.problems
      .filter((problem) => problem.kind === 'merge-conflict')
      .slice(0, 1)
      .map((problem) => ({
        code: mergeConflict.code,
        severity: mergeConflict.defaultSeverity,
        message: { key: 'merge-conflict' },
        span: problem.span,
      })),
};
