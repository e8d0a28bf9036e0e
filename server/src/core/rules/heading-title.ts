// More than one H1 in a document, or one that is not what the template's `title` asks for.
import type { Finding } from '../finding.ts';
import { changeLevel } from '../fixes/headingEdit.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { compilePattern, patternFault } from '../schema/pattern.ts';
import type { DocumentRule } from './rule.ts';

export const headingTitle: DocumentRule = {
  kind: 'document',
  code: 'heading-title',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model, template }) => {
    const title = model.title;
    if (title === undefined) return [];
    const others = model.sections
      .filter((section) => section.level === 1 && section !== title)
      .map((section): Finding => ({
        code: headingTitle.code,
        severity: headingTitle.defaultSeverity,
        message: { key: 'heading-title', args: { first: title.heading.text } },
        span: section.heading.span,
        related: [{ message: { key: 'heading-title.first' }, span: title.heading.textSpan }],
        // Only a suggestion: the other H1 may be a second document pasted in.
        fixes: [{ title: { key: 'heading-title.fix' }, edits: changeLevel(model.source, section, 1) }],
      }));
    return [...formOfTitle(model, template?.titlePattern), ...others];
  },
};

/** A pattern that can not be used is a finding in the template, not here. */
function formOfTitle({ title }: DocumentModel, pattern: string | undefined): readonly Finding[] {
  if (title === undefined || pattern === undefined || patternFault(pattern) !== undefined) return [];
  if (compilePattern(`^(?:${pattern})$`).test(title.heading.text)) return [];
  return [
    {
      code: headingTitle.code,
      severity: headingTitle.defaultSeverity,
      message: { key: 'heading-title.pattern', args: { title: title.heading.text, pattern } },
      span: title.heading.textSpan,
    },
  ];
}
