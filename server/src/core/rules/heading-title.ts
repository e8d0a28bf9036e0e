// More than one H1 in a document.
import { changeLevel } from '../fixes/headingEdit.ts';
import type { DocumentRule } from './rule.ts';

export const headingTitle: DocumentRule = {
  kind: 'document',
  code: 'heading-title',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model }) => {
    const title = model.title;
    if (title === undefined) return [];
    return model.sections
      .filter((section) => section.level === 1 && section !== title)
      .map((section) => ({
        code: headingTitle.code,
        severity: headingTitle.defaultSeverity,
        message: { key: 'heading-title', args: { first: title.heading.text } },
        span: section.heading.span,
        related: [{ message: { key: 'heading-title.first' }, span: title.heading.textSpan }],
        // Only a suggestion: the other H1 may be a second document pasted in.
        fixes: [{ title: { key: 'heading-title.fix' }, edits: changeLevel(model.source, section, 1) }],
      }));
  },
};
