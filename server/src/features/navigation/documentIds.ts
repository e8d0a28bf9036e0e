// Which document an id belongs to, and where ids stand in metadata. Ids are compared as they are written.
import type { DocumentFacts, FactField } from '../../core/facts/documentFacts.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { Span } from '../../core/sourceText.ts';
import { isIdKey } from '../../core/ids/idKeys.ts';

/** A word that can be an id: letters, digits and hyphens, a digit in it. */
const idWord = /[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)+/gu;

/** The field that gives a document its id: in its header, else at its end. */
export function ownIdField({ fields }: DocumentFacts): FactField | undefined {
  const named = fields.filter((field) => isIdKey(field.key) && idIn(field.value) !== undefined);
  return named.find(({ place }) => place !== 'tail') ?? named[0];
}

export function ownIdOf(facts: DocumentFacts): string | undefined {
  const field = ownIdField(facts);
  return field && idIn(field.value);
}

function idIn(value: string): string | undefined {
  return idsIn(value)[0];
}

/** Words that can be ids, once each. */
export function idsIn(value: string): readonly string[] {
  return [...new Set(value.match(idWord)?.filter((word) => /\d/.test(word)) ?? [])];
}

const known = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** Paths of the documents that have an id, by id. */
export function documentsById(index: LibraryIndex): ReadonlyMap<string, readonly string[]> {
  const before = known.get(index.aspects.identity);
  if (before !== undefined) return before;
  const found = new Map<string, string[]>();
  for (const facts of index.documents.values()) {
    const id = facts.kind === 'template' || facts.kind === 'standard' ? undefined : ownIdOf(facts);
    if (id === undefined) continue;
    const paths = found.get(id);
    if (paths === undefined) found.set(id, [facts.path]);
    else paths.push(facts.path);
  }
  known.set(index.aspects.identity, found);
  return found;
}

/** The word around an offset that could be an id; undefined where there is none. */
export function idWordAt(text: string, lineSpan: Span, offset: number): { id: string; span: Span } | undefined {
  const line = text.slice(lineSpan.start, lineSpan.end);
  for (const match of line.matchAll(idWord)) {
    const start = lineSpan.start + match.index;
    const end = start + match[0].length;
    if (start <= offset && offset <= end) return { id: match[0], span: { start, end } };
  }
  return undefined;
}

/** Where exactly this id stands in a text: no letter, digit or hyphen on either side. */
export function mentionsOf(id: string, text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
    const end = at + id.length;
    if (!isIdPart(text.charAt(at - 1)) && !isIdPart(text.charAt(end))) found.push({ start: at, end });
  }
  return found;
}

function isIdPart(letter: string): boolean {
  return /[A-Za-z0-9_-]/.test(letter);
}
