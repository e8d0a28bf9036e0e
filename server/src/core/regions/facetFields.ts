// The facets that a navigation or a selection goes by: those of the mark, else those of the library that its documents use.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { fieldNamed, type Field, type FieldGround } from './fields.ts';

export interface NamedField {
  /** As the mark writes it. */
  readonly name: string;
  readonly field: Field;
}

export function facetsFor(
  written: readonly string[],
  documents: readonly DocumentFacts[],
  ground: FieldGround,
): readonly NamedField[] {
  const names = written.length > 0 ? written : defaultFacets;
  return names.flatMap((name) => {
    const field = fieldNamed(name, ground);
    if (field === undefined) return [];
    const isUsed = written.length > 0 || documents.some((facts) => field.valuesOf(facts).length > 0);
    return isUsed ? [{ name, field }] : [];
  });
}

const defaultFacets = ['业务场景', '技术场景', 'difficulty', '应用领域'];
