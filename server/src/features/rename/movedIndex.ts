// A library as it will be once some of its files have moved.
import { emptyIndex, updateIndex, type LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { Move } from '../../core/roadmap/edits/movedPaths.ts';

/** Where a file or folder will be; undefined for one that stays. */
export function movedTo(path: string, moves: readonly Move[]): string | undefined {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return undefined;
}

const known = new WeakMap<LibraryIndex, { readonly key: string; readonly index: LibraryIndex }>();

/** The same object while the same move is asked about. */
export function movedIndex(index: LibraryIndex, moves: readonly Move[]): LibraryIndex {
  const key = JSON.stringify(moves);
  const before = known.get(index);
  if (before?.key === key) return before.index;
  const after = updateIndex(emptyIndex, {
    changed: [...index.documents.values()].map((facts) => {
      const path = movedTo(facts.path, moves);
      return path === undefined ? facts : { ...facts, path };
    }),
    paths: new Set([...index.paths].map((path) => movedTo(path, moves) ?? path)),
  });
  known.set(index, { key, index: after });
  return after;
}
