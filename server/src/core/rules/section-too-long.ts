// A section that has more characters, words or lines than the template allows.
import { findingOf, measureKey, shortfallOf, subjectName } from '../checking/violationParts.ts';
import type { SchemaRule } from './rule.ts';

export const sectionTooLong: SchemaRule = {
  kind: 'schema',
  code: 'section-too-long',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    if (context.bound === undefined) return undefined;
    const { measure, found, limit } = shortfallOf(violation, context.bound);
    const args = { name: subjectName(violation, context), found, max: limit };
    return findingOf(violation, context, { message: { key: measureKey('section-too-long', measure), args } });
  },
};
