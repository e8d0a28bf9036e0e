// What documents of a library are called: by id, by title, by file name. Kept as long as titles and metadata stay the same.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { idsOf } from '../ids/idsOf.ts';
import { baseNameOf } from '../library/pathScope.ts';
import { normalKey } from '../model/normalKey.ts';

export interface DocumentNames {
  /** Paths of the documents with this id. */
  byId(id: string): readonly string[];
  /** Paths of the documents that have this title or file name. */
  byTitle(title: string): readonly string[];
}

const names = new WeakMap<object, DocumentNames>();

export function documentNames(index: LibraryIndex): DocumentNames {
  const { documents, aspects } = index;
  const found = names.get(aspects.identity);
  if (found !== undefined) return found;
  const ids = idsOf(index);
  const titles = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  for (const facts of documents.values()) {
    const { title, stem } = keysOf(facts);
    if (title !== undefined) add(titles, title, facts.path);
    add(stems, stem, facts.path);
  }
  const made: DocumentNames = {
    byId: (id) => ids.get(id) ?? ids.get(id.toUpperCase()) ?? [],
    byTitle: (title) => {
      const key = normalKey(title);
      return titles.get(key) ?? stems.get(key) ?? [];
    },
  };
  names.set(aspects.identity, made);
  return made;
}

interface NameKeys {
  readonly title?: string;
  readonly stem: string;
}

const keys = new WeakMap<DocumentFacts, NameKeys>();

/** Kept for each document, so that an edit of one title reads one title. */
function keysOf(facts: DocumentFacts): NameKeys {
  const known = keys.get(facts);
  if (known !== undefined) return known;
  const stem = normalKey(baseNameOf(facts.path).replace(/\.[^.]*$/, ''));
  const made = { stem, ...(facts.title && { title: normalKey(facts.title.text) }) };
  keys.set(facts, made);
  return made;
}

function add(map: Map<string, string[]>, key: string, path: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [path]);
  else known.push(path);
}
