// YAML front matter that can not be parsed.
import type { DocumentRule } from './rule.ts';

export const frontMatterInvalid: DocumentRule = {
  kind: 'document',
  code: 'front-matter-invalid',
  defaultSeverity: 'error',
  isFixable: false,
  includesTemplates: true,
  strictness: 'always',
  check: ({ model }) =>
    model.problems
      .filter((problem) => problem.kind === 'front-matter-invalid')
      .map((problem) => ({
        code: frontMatterInvalid.code,
        severity: frontMatterInvalid.defaultSeverity,
        message: { key: 'front-matter-invalid', args: { detail: problem.detail ?? '' } },
        span: problem.span,
      })),
};
