// Facts of one document as one text: how they are kept on disk and handed between threads. Reading them back gives the
// same facts; whatever is no such text gives none.
import type { DocumentFacts } from './documentFacts.ts';

/** Facts that nobody has looked into yet. */
export interface PackedFacts {
  /** Path of the document; the facts say the same. */
  readonly path: string;
  readonly packed: string;
}

/** Facts, unpacked or not. */
export type StoredFacts = DocumentFacts | PackedFacts;

export function packFacts(facts: DocumentFacts): PackedFacts {
  return { path: facts.path, packed: JSON.stringify(facts) };
}

/** Undefined for a text that `packFacts` did not write. */
export function unpackFacts({ path, packed }: PackedFacts): DocumentFacts | undefined {
  try {
    const facts = JSON.parse(packed) as DocumentFacts; // checked below as far as a cut or foreign text can differ
    return facts.path === path && Array.isArray(facts.headings) && Array.isArray(facts.links) ? facts : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The facts themselves; undefined for a damaged text. */
export function factsIn(stored: StoredFacts): DocumentFacts | undefined {
  return 'packed' in stored ? unpackFacts(stored) : stored;
}
