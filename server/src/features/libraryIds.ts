// The ids of a library as its editor sees them: files on disk, open documents over them.
import type { EngineDocument, EngineState } from './engineState.ts';
import { documentIds, type DocumentIds } from './usedIds.ts';

/** Documents are immutable: each is read once. */
const ofOpen = new WeakMap<EngineDocument, DocumentIds>();

/** Templates and standards show ids as examples; those are not in use. */
export function idsIn(state: EngineState, root: string): readonly DocumentIds[] {
  const open = [...state.documents.values()].filter((document) => document.root === root).map(openIds);
  const openPaths = new Set(open.map(({ path }) => path));
  const parts = new Set(state.libraries.get(root)?.files.map(([path]) => path));
  const onDisk = (state.ids.get(root)?.documents ?? []).filter(({ path }) => !openPaths.has(path));
  return [...onDisk, ...open].filter(({ path }) => !parts.has(path));
}

function openIds(document: EngineDocument): DocumentIds {
  const known = ofOpen.get(document);
  if (known !== undefined) return known;
  const ids = documentIds({ path: document.path, text: document.text });
  ofOpen.set(document, ids);
  return ids;
}
