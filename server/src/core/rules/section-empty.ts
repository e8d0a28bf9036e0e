// A heading with nothing under it.
import { isBlankBody } from '../model/sectionText.ts';
import type { DocumentRule } from './rule.ts';

export const sectionEmpty: DocumentRule = {
  kind: 'document',
  code: 'section-empty',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  check: ({ model }) =>
    model.sections
      .filter((section) => section.children.length === 0 && section !== model.toc?.section && section !== model.title)
      .filter((section) => isBlankBody(model, section))
      .map((section) => ({
        code: sectionEmpty.code,
        severity: sectionEmpty.defaultSeverity,
        message: { key: 'section-empty', args: { name: section.heading.identity.name } },
        span: section.heading.textSpan,
      })),
};
