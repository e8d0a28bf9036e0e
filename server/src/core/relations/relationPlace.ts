// Where in its document a relation is stated, and what goes when it goes. Spans are looked up in the facts each time.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Span } from '../sourceText.ts';
import type { RelationPlace } from './relation.ts';

/** The words that state it; the first line for a place that is not there any more. */
export function spanOfPlace(place: RelationPlace, facts: DocumentFacts): Span {
  const first = { start: 0, end: facts.sizes.firstLineEnd };
  switch (place.kind) {
    case 'link':
      return facts.links[place.link]?.span ?? first;
    case 'code-path':
      return facts.codePaths[place.codePath]?.span ?? first;
    case 'field':
      return facts.fields[place.field]?.valueSpan ?? first;
  }
}

/** The list item that states it and nothing else. */
export function itemOfPlace(place: RelationPlace, facts: DocumentFacts): Span | undefined {
  return place.kind === 'link' ? facts.links[place.link]?.itemSpan : undefined;
}

/** The title of a document, for what belongs to the whole of it. */
export function titleSpanOf(facts: DocumentFacts): Span {
  return facts.title?.span ?? { start: 0, end: facts.sizes.firstLineEnd };
}

/** What a document is called in messages. */
export function titleOf(facts: DocumentFacts | undefined, path: string): string {
  return facts?.title?.text ?? path;
}
