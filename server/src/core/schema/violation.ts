// One broken constraint of a derived schema.
import type { Origin, Severity } from '../finding.ts';
import type { MessageKey } from '../messages/catalog.ts';

/** What each constraint of a derived schema carries (as JSON in `$comment`, decision 003). */
export interface Constraint {
  readonly code: string;
  readonly severity: Severity;
  readonly message: MessageKey;
  readonly dimension?: string;
  readonly source: Origin;
  /** SectionSpec.id or FieldSpec.id that the constraint speaks of. */
  readonly subject?: string;
}

export interface Violation {
  readonly constraint: Constraint;
  /** JSON Pointer into the instance (RFC 6901); for a missing property, its parent. */
  readonly instanceLocation: string;
  /** JSON Schema keyword that failed. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
