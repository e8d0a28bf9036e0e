// The facets that a navigation or a selection goes by: those of the mark, else those of the library that its documents use.
import { classificationOf } from '../classification/classificationOf.ts';
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
  const names = written.length > 0 ? written : facetNames(ground);
  return names.flatMap((name) => {
    const field = fieldNamed(name, ground);
    if (field === undefined) return [];
    const isUsed = written.length > 0 || documents.some((facts) => field.valuesOf(facts).length > 0);
    return isUsed ? [{ name, field }] : [];
  });
}

/** What follows from the document itself is no way to find it. */
const ownFacets = new Set(['kind', 'stage', 'status', 'version']);

function facetNames({ configuration }: FieldGround): readonly string[] {
  return classificationOf(configuration).facets.flatMap(({ name }) => (ownFacets.has(name) ? [] : [name]));
}
