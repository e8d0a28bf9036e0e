// Every place of a library where an id is named.
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Span } from '../sourceText.ts';

export interface IdMention {
  readonly path: string;
  /** The id alone; may lie in a heading, whose anchor changes with it. */
  readonly span: Span;
}

/**
 * Where an id stands: in metadata, texts of links, headings, running text and data fences, of templates too. Part of a
 * longer id, of a path or of code is no mention.
 */
export function mentionsOf({ documents }: LibraryIndex, id: string): readonly IdMention[] {
  return [...documents].flatMap(([path, { ids }]) =>
    ids.filter((each) => each.id === id).map(({ span }) => ({ path, span })),
  );
}
