// One constraint of a derived schema: a sub-schema with exactly one assertion, its provenance in `$comment`
// (decision 003) and what it demands, for people, in `description`.
import type { Message, Origin, Severity } from '../finding.ts';
import type { Locale, MessageKey } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import type { JsonSchema } from './derivedSchema.ts';
import { defaultSeverities, type ConstraintCode } from './severities.ts';
import type { Constraint } from './violation.ts';

export interface Demanded {
  readonly code: ConstraintCode;
  readonly origin: Origin;
  readonly severity?: Severity | undefined;
  readonly dimension?: string | undefined;
  /** SectionSpec.id or FieldSpec.id. */
  readonly subject?: string | undefined;
  /** Text of the finding when it is broken; the one named like the code unless another. */
  readonly message?: MessageKey;
  /** What is demanded, for people. */
  readonly text: Message;
}

/** `assertion` with provenance and description beside it. */
export function constrain(demanded: Demanded, assertion: JsonSchema, locale: Locale): JsonSchema {
  const constraint: Constraint = {
    code: demanded.code,
    severity: demanded.severity ?? defaultSeverities[demanded.code],
    message: demanded.message ?? demanded.code,
    ...(demanded.dimension === undefined ? {} : { dimension: demanded.dimension }),
    source: { path: demanded.origin.path, line: demanded.origin.line },
    ...(demanded.subject === undefined ? {} : { subject: demanded.subject }),
  };
  return {
    description: renderMessage(demanded.text, locale),
    $comment: JSON.stringify(constraint),
    ...assertion,
  };
}

/** The constraint that a sub-schema carries; undefined for every other sub-schema. */
export function constraintOf(schema: unknown): Constraint | undefined {
  if (typeof schema !== 'object' || schema === null || !('$comment' in schema)) return undefined;
  if (typeof schema.$comment !== 'string') return undefined;
  // Only this module writes `$comment` into derived schemas.
  return JSON.parse(schema.$comment) as Constraint;
}

/** `{...schema, allOf}` where there is anything to demand; ajv takes no empty `allOf`. */
export function withAll(schema: JsonSchema, constraints: readonly JsonSchema[]): JsonSchema {
  return constraints.length === 0 ? schema : { ...schema, allOf: constraints };
}
