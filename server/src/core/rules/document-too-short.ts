// A document that has fewer characters, words or lines than the template demands.
import { findingOf, measureKey, shortfallOf } from '../checking/violationParts.ts';
import type { SchemaRule } from './rule.ts';

export const documentTooShort: SchemaRule = {
  kind: 'schema',
  code: 'document-too-short',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    if (context.bound === undefined) return undefined;
    const { measure, found, limit } = shortfallOf(violation, context.bound);
    const args = { found, min: limit };
    return findingOf(violation, context, { message: { key: measureKey('document-too-short', measure), args } });
  },
};
