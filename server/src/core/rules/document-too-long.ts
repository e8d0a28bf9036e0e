// A document that has more characters, words or lines than the template allows.
import { findingOf, measureKey, shortfallOf } from '../checking/violationParts.ts';
import type { SchemaRule } from './rule.ts';

export const documentTooLong: SchemaRule = {
  kind: 'schema',
  code: 'document-too-long',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    if (context.bound === undefined) return undefined;
    const { measure, found, limit } = shortfallOf(violation, context.bound);
    const args = { found, max: limit };
    return findingOf(violation, context, { message: { key: measureKey('document-too-long', measure), args } });
  },
};
