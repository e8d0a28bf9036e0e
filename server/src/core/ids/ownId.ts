// The ids that a document gives itself, in its header and at its end.
import type { DocumentFacts, FactField } from '../facts/documentFacts.ts';
import type { Span } from '../sourceText.ts';
import { idKeys } from '../library/kindWords.ts';
import { isIdKey } from './idKeys.ts';

export interface StatedId {
  readonly id: string;
  /** Index of its field among the fields of the facts. */
  readonly field: number;
  /** The id alone, without what else the value says. */
  readonly span: Span;
}

const ofFacts = new WeakMap<DocumentFacts, readonly StatedId[]>();

/**
 * Every statement of the document's own id, in document order: one of each field that names ids. Placeholders are no ids,
 * and where a field is called 文档编号 or id, fields with longer names speak of something else.
 */
export function statedIdsOf(facts: DocumentFacts): readonly StatedId[] {
  const known = ofFacts.get(facts);
  if (known !== undefined) return known;
  const stated = readStated(facts);
  ofFacts.set(facts, stated);
  return stated;
}

/** The id that a document goes by: that of its header, or else of its end. */
export function ownIdOf(facts: DocumentFacts): StatedId | undefined {
  return statedIdsOf(facts)[0];
}

/** Fields in which a document states its id, whatever stands there. */
function idFieldsOf({ fields }: DocumentFacts): readonly (FactField & { readonly index: number })[] {
  const named = fields.flatMap((field, index) => (isIdKey(field.key) ? [{ ...field, index }] : []));
  const exact = named.filter(({ normalKey }) => idKeys.has(normalKey));
  return exact.length > 0 ? exact : named;
}

function readStated(facts: DocumentFacts): readonly StatedId[] {
  return idFieldsOf(facts).flatMap(({ index }) => {
    const found = facts.ids.find(({ field }) => field === index);
    return found === undefined ? [] : [{ id: found.id, field: index, span: found.span }];
  });
}
