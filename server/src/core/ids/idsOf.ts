// Which documents of a library go by which id.
import { compareText } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { ownIdOf } from './ownId.ts';

const ofAspect = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/**
 * Paths of the documents by their own id, sorted; more than one where an id is used again. Templates show ids as examples
 * and are left out. Anew only when metadata of the library change.
 */
export function idsOf({ documents, aspects }: LibraryIndex): ReadonlyMap<string, readonly string[]> {
  const known = ofAspect.get(aspects.identity);
  if (known !== undefined) return known;
  const paths = new Map<string, string[]>();
  for (const [path, facts] of documents) {
    const own = facts.kind === 'template' || facts.limit !== undefined ? undefined : ownIdOf(facts);
    if (own === undefined) continue;
    const before = paths.get(own.id);
    if (before === undefined) paths.set(own.id, [path]);
    else before.push(path);
  }
  for (const several of paths.values()) several.sort(compareText);
  ofAspect.set(aspects.identity, paths);
  return paths;
}
