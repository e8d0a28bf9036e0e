// The values that a document's template allows for the field that states its status.
import type { BoundDocument } from '../binding/boundDocument.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { statusFieldOf } from './documentReview.ts';

/** Undefined where the template allows any. */
export function statusValuesOf(bound: BoundDocument | undefined, facts: DocumentFacts): readonly string[] | undefined {
  const field = statusFieldOf(facts);
  if (bound === undefined || field === undefined) return undefined;
  for (const [spec, fields] of bound.fields) {
    if (fields.some(({ valueSpan }) => valueSpan.start === field.valueSpan.start)) {
      return spec.values?.map(({ value }) => value);
    }
  }
  return undefined;
}
