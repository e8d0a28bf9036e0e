// What documents of a library are called: by id, by title, by file name. Kept as long as titles and metadata stay the same.
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { idKeys } from '../library/kindWords.ts';
import { baseNameOf } from '../library/pathScope.ts';
import { normalKey } from '../model/normalKey.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';

export interface DocumentNames {
  /** Paths of the documents with this id. */
  byId(id: string): readonly string[];
  /** Paths of the documents that have this title or file name. */
  byTitle(title: string): readonly string[];
}

const names = new WeakMap<object, DocumentNames>();

export function documentNames({ documents, aspects }: LibraryIndex): DocumentNames {
  const found = names.get(aspects.identity);
  if (found !== undefined) return found;
  const ids = new Map<string, string[]>();
  const titles = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  for (const facts of documents.values()) {
    const id = idOf(facts);
    if (id !== undefined) add(ids, id, facts.path);
    if (facts.title !== undefined) add(titles, normalKey(facts.title.text), facts.path);
    add(stems, normalKey(baseNameOf(facts.path).replace(/\.[^.]*$/, '')), facts.path);
  }
  const made: DocumentNames = {
    byId: (id) => ids.get(id.toUpperCase()) ?? [],
    byTitle: (title) => {
      const key = normalKey(title);
      return titles.get(key) ?? stems.get(key) ?? [];
    },
  };
  names.set(aspects.identity, made);
  return made;
}

/** The id that the metadata of a document gives it, in upper case. */
export function idOf({ fields }: DocumentFacts): string | undefined {
  const field = fields.find(({ normalKey: key, value }) => idKeys.has(key) && value !== '');
  return field?.value.trim().toUpperCase();
}

function add(map: Map<string, string[]>, key: string, path: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [path]);
  else known.push(path);
}
