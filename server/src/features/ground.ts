// A library with everything that a document is held against: plans, files, index.
import { emptyIndex, type LibraryIndex } from '../core/index/libraryIndex.ts';
import type { LibraryContext } from '../core/library/libraryContext.ts';
import type { EngineView } from './engineView.ts';

/** The library with plans, files and index, as far as they are known. */
export interface Ground extends LibraryContext {
  /** The library alone: documents are examined with it. */
  readonly alone: LibraryContext;
  /** Without the index: plans are held against it. */
  readonly forPlans: LibraryContext;
}

const grounds = new WeakMap<LibraryContext, WeakMap<LibraryIndex, Ground>>();

/** The same object for the same plans and index. */
export function groundOf(view: EngineView, root: string, context: LibraryContext): Ground {
  const forPlans = view.roadmap(root)?.library ?? context;
  const index = view.index(root);
  const ofPlans = grounds.get(forPlans) ?? new WeakMap<LibraryIndex, Ground>();
  grounds.set(forPlans, ofPlans);
  const known = ofPlans.get(index ?? emptyIndex);
  if (known !== undefined) return known;
  const ground: Ground = { ...forPlans, ...(index && { index }), forPlans, alone: context };
  ofPlans.set(index ?? emptyIndex, ground);
  return ground;
}
