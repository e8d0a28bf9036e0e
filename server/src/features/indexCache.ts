// The index of each library as its editor sees it: facts of the files on disk, open documents over them. Only what changed
// since the last look is put in. It reads nothing from disk.
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import { factsIn } from '../core/facts/packedFacts.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../core/index/libraryIndex.ts';
import type { EngineDocument, EngineIndex, EngineState } from './engineState.ts';
import { pathSetOf } from './pathSets.ts';

/** Facts of an open document as it stands in the editor. */
export type FactsOf = (document: EngineDocument) => DocumentFacts;

interface KnownIndex {
  readonly onDisk: EngineIndex;
  /** Open documents by path, with the facts that are in the index. */
  readonly open: ReadonlyMap<string, DocumentFacts>;
  readonly index: LibraryIndex;
}

export interface IndexCache {
  /** Undefined until the documents of the library have been read. */
  indexOf(root: string, state: EngineState, factsOf: FactsOf): LibraryIndex | undefined;
  forgetAllBut(libraries: ReadonlyMap<string, unknown>): void;
}

export function indexCache(): IndexCache {
  const known = new Map<string, KnownIndex>();
  return {
    indexOf(root, state, factsOf) {
      const onDisk = state.index.get(root);
      if (onDisk?.isReady !== true || !state.paths.has(root)) return undefined;
      const before = known.get(root);
      const open = openFacts(root, state, factsOf);
      const paths = pathSetOf(state.paths.get(root));
      const index = updateIndex(before?.index ?? emptyIndex, { ...changesSince(before, onDisk, open), paths });
      known.set(root, { onDisk, open, index });
      return index;
    },
    forgetAllBut(libraries) {
      for (const root of known.keys()) if (!libraries.has(root)) known.delete(root);
    },
  };
}

function openFacts(root: string, state: EngineState, factsOf: FactsOf): ReadonlyMap<string, DocumentFacts> {
  const open = new Map<string, DocumentFacts>();
  for (const document of state.documents.values()) {
    if (document.root === root && document.path !== '') open.set(document.path, factsOf(document));
  }
  return open;
}

/** Open documents win over the disk; a closed one is again what the disk says. */
function changesSince(
  before: KnownIndex | undefined,
  { documents }: EngineIndex,
  open: ReadonlyMap<string, DocumentFacts>,
): { readonly changed: readonly DocumentFacts[]; readonly removed: readonly string[] } {
  const changed: DocumentFacts[] = [...open.values()];
  const removed: string[] = [];
  const take = (path: string): void => {
    if (open.has(path)) return;
    const stored = documents.get(path);
    const facts = stored && factsIn(stored);
    if (facts === undefined) removed.push(path);
    else changed.push(facts);
  };
  for (const path of before?.open.keys() ?? []) take(path);
  if (before?.onDisk.documents !== documents) {
    for (const [path, facts] of documents) if (before?.onDisk.documents.get(path) !== facts) take(path);
    for (const path of before?.onDisk.documents.keys() ?? []) if (!documents.has(path)) take(path);
  }
  return { changed, removed };
}
