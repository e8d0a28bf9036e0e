// More code blocks, tables, diagrams or the like than the template allows.
import { findingOf, languageShortfall, measureKey, shortfallOf, subjectName } from '../checking/violationParts.ts';
import type { SchemaRule } from './rule.ts';

export const contentTooMany: SchemaRule = {
  kind: 'schema',
  code: 'content-too-many',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    if (context.bound === undefined) return undefined;
    const inLanguages = violation.instanceLocation.endsWith('/codeByLanguage')
      ? languageShortfall(violation, context.bound)
      : undefined;
    if (inLanguages !== undefined) {
      const { found, limit, language } = inLanguages;
      const args = { name: subjectName(violation, context), found, max: limit, language };
      return findingOf(violation, context, { message: { key: 'content-language.surplus', args } });
    }
    const { measure, found, limit } = shortfallOf(violation, context.bound);
    const args = { name: subjectName(violation, context), found, max: limit };
    return findingOf(violation, context, { message: { key: measureKey('content-too-many', measure), args } });
  },
};
