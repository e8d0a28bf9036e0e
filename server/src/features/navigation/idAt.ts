// Ids where the cursor is.
import type { DocumentFacts, FactId } from '../../core/facts/documentFacts.ts';
import { statedIdsOf } from '../../core/ids/ownId.ts';
import { touches } from '../sectionAt.ts';

export interface IdAt extends FactId {
  /** A statement of the document's own id, in its header or at its end. */
  readonly isOwn: boolean;
}

/** Undefined where no id stands. */
export function idAt(facts: DocumentFacts, offset: number): IdAt | undefined {
  const found = facts.ids.find(({ span }) => touches(span, offset));
  return found && { ...found, isOwn: statedIdsOf(facts).some(({ span }) => span.start === found.span.start) };
}

/** The key of the field in which the document states its id, or the value. */
export function ownIdFieldAt(facts: DocumentFacts, offset: number): FactId | undefined {
  return statedIdsOf(facts).find(({ field, span }) => {
    const stated = facts.fields[field];
    return (
      stated !== undefined &&
      touches({ start: stated.keySpan.start, end: Math.max(stated.valueSpan.end, span.end) }, offset)
    );
  });
}
