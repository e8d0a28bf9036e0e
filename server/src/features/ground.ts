// A library with everything that a document is held against: plans, files, index, records.
import { emptyIndex, type LibraryIndex } from '../core/index/libraryIndex.ts';
import type { LibraryContext } from '../core/library/libraryContext.ts';
import type { LibraryLife } from '../core/review/libraryLife.ts';
import type { EngineView } from './engineView.ts';

/** The library with plans, files, index and records, as far as they are known. */
export interface Ground extends LibraryContext {
  /** The library alone: documents are examined with it. */
  readonly alone: LibraryContext;
  /** Without index and records: plans are held against it. */
  readonly forPlans: LibraryContext;
}

type ByLife = WeakMap<LibraryLife, Ground>;
const grounds = new WeakMap<LibraryContext, WeakMap<LibraryIndex, ByLife>>();
const noLife: LibraryLife = { records: new Map() };

/** The same object for the same plans, index and records. */
export function groundOf(view: EngineView, root: string, context: LibraryContext): Ground {
  const forPlans = view.roadmap(root)?.library ?? context;
  const index = view.index(root);
  const life = view.life(root);
  const ofPlans = grounds.get(forPlans) ?? new WeakMap<LibraryIndex, ByLife>();
  grounds.set(forPlans, ofPlans);
  const ofIndex: ByLife = ofPlans.get(index ?? emptyIndex) ?? new WeakMap<LibraryLife, Ground>();
  ofPlans.set(index ?? emptyIndex, ofIndex);
  const known = ofIndex.get(life ?? noLife);
  if (known !== undefined) return known;
  const ground: Ground = { ...forPlans, ...(index && { index }), ...(life && { life }), forPlans, alone: context };
  ofIndex.set(life ?? noLife, ground);
  return ground;
}
