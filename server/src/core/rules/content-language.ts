// No code block, or too few, in a language that the template asks for.
import { findingOf, subjectName } from '../checking/violationParts.ts';
import type { Violation } from '../schema/violation.ts';
import type { SchemaRule } from './rule.ts';

export const contentLanguage: SchemaRule = {
  kind: 'schema',
  code: 'content-language',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    const name = subjectName(violation, context);
    const args = { name, language: languageOf(violation) };
    return findingOf(violation, context, { message: { key: 'content-language', args } });
  },
};

/** The language stands in the constraint's own words, or is the last part of the pointer. */
function languageOf(violation: Violation): string {
  const { params, instanceLocation } = violation;
  const stated = params['language'] ?? params['missingProperty'] ?? params['allowedValue'] ?? params['const'];
  return typeof stated === 'string' ? stated : instanceLocation.slice(instanceLocation.lastIndexOf('/') + 1);
}
