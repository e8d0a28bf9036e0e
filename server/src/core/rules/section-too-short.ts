// A section that has fewer characters, words or lines than the template demands.
import { findingOf, measureKey, shortfallOf, subjectName } from '../checking/violationParts.ts';
import type { SchemaRule } from './rule.ts';

export const sectionTooShort: SchemaRule = {
  kind: 'schema',
  code: 'section-too-short',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    if (context.bound === undefined) return undefined;
    const { measure, found, limit } = shortfallOf(violation, context.bound);
    const args = { name: subjectName(violation, context), found, min: limit };
    return findingOf(violation, context, { message: { key: measureKey('section-too-short', measure), args } });
  },
};
