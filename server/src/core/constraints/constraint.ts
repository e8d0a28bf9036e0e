// What a team demands of documents, gaps and items of plans and of what they are related to: select, local, network. Types
// only; read from the configuration by library/narrowConstraints.ts.
import type { Origin, Severity } from '../finding.ts';
import type { OwnText } from '../relations/relation.ts';
import type { JsonSchema } from '../schema/derivedSchema.ts';

/** What a constraint is about. */
export type Subject = 'document' | 'gap' | 'item';

/** Which subjects; every member that is there has to hold. Lists mean: one of these. */
export interface Select {
  readonly of: Subject;
  readonly kind?: readonly string[];
  readonly stage?: readonly string[];
  /** Globs over the path of the document (or of the plan). */
  readonly path?: readonly string[];
  readonly priority?: readonly string[];
  /** Words of its status field. */
  readonly status?: readonly string[];
  /** Classification: dimension to values. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  /** Metadata: normal key to values. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** A JSON Schema over the record, for what the members above can not say. */
  readonly where?: ConstraintSchema;
}

export interface ConstraintSchema {
  readonly json: JsonSchema;
  readonly hash: string;
}

/** What is demanded of one subject. */
export interface Demand {
  readonly local?: ConstraintSchema;
  /** Name of a relation, `links`, or for items `document` and `depends-on`, to what its targets have to show. */
  readonly network: readonly NetworkDemand[];
  /** The same over those that point here. */
  readonly networkBack: readonly NetworkDemand[];
}

export interface NetworkDemand {
  readonly relation: string;
  /** Every neighbor. */
  readonly items?: Demand;
  /** At least `minContains` (1 where nothing is said) and at most `maxContains` neighbors; absent: any neighbor counts. */
  readonly contains?: Demand;
  readonly minContains?: number;
  readonly maxContains?: number;
}

export interface Constraint extends Demand {
  readonly id: string;
  readonly message: OwnText;
  readonly severity: Severity;
  readonly select: Select;
  readonly origin: Origin;
  /** The `id` in the configuration, for findings about the constraint itself: UTF-16 offsets of that file. */
  readonly span: { readonly start: number; readonly end: number };
  /** As written, for the derived schema. */
  readonly json: JsonSchema;
}
