// A derived JSON Schema and how to apply it. Types only.
import type { Instance } from '../binding/boundDocument.ts';
import type { Violation } from './violation.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

export interface DerivedSchema {
  /** JSON Schema 2020-12, self-contained; what the export command writes. */
  readonly json: JsonSchema;
  /** Hash of `json`, for caches. */
  readonly hash: string;
  /** All violations of the instance; never throws. */
  validate(instance: Instance): readonly Violation[];
}
