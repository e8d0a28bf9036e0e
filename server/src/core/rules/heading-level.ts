// A heading more than one level below the one above it.
import { changeLevel } from '../fixes/headingEdit.ts';
import type { DocumentRule } from './rule.ts';

export const headingLevel: DocumentRule = {
  kind: 'document',
  code: 'heading-level',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model }) =>
    model.sections.flatMap((section) => {
      const from = section.parent?.level;
      if (from === undefined || section.level <= from + 1) return [];
      // Siblings after the first of a jump share its fault.
      if (section.parent?.children[0] !== section) return [];
      const level = from + 1;
      const siblings = section.parent.children.filter((sibling) => sibling.level > level);
      return [
        {
          code: headingLevel.code,
          severity: headingLevel.defaultSeverity,
          message: { key: 'heading-level', args: { from, to: section.level } },
          span: section.heading.span,
          fixes: [
            {
              title: { key: 'heading-level.fix', args: { level } },
              edits: siblings.flatMap((sibling) => changeLevel(model.source, sibling, level - sibling.level)),
              isPreferred: true,
            },
          ],
        } as const,
      ];
    }),
};
