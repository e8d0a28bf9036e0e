// Content nested so deeply that the rest of it was not looked at; said, so that silence never means "no problems".
import type { DocumentRule } from './rule.ts';

export const depthCut: DocumentRule = {
  kind: 'document',
  code: 'depth-cut',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ model }) =>
    model.problems
      .filter((problem) => problem.kind === 'depth-cut')
      .map((problem) => ({
        code: depthCut.code,
        severity: depthCut.defaultSeverity,
        message: { key: 'depth-cut' },
        span: problem.span,
      })),
};
