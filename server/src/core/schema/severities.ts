// How heavy each broken constraint weighs where neither template nor annotation says so.
import type { Severity } from '../finding.ts';

/** Codes of the constraints that a derived schema may hold. */
export type ConstraintCode = keyof typeof defaultSeverities;

/** error: the document is not what its kind promises; warning: it falls short; information: a matter of form. */
export const defaultSeverities = {
  'section-missing': 'error',
  'section-misplaced': 'warning',
  'section-level': 'warning',
  'section-renamed': 'information',
  'section-extra': 'warning',
  'section-repeat': 'warning',
  'section-too-short': 'warning',
  'section-too-long': 'information',
  'content-too-few': 'warning',
  'content-too-many': 'information',
  'content-language': 'warning',
  'document-too-short': 'warning',
  'document-too-long': 'information',
  'metadata-missing': 'error',
  'metadata-value': 'warning',
  'metadata-format': 'warning',
  'schema-not-applicable': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** A review standard grades, it does not refuse: what only the standard demands is never an error by itself. */
export const standardSeverity: Severity = 'warning';
