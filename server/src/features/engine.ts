// The engine: state in, plain results out. It lives in the analysis worker and runs directly in tests; it never knows
// which, has no clock, and does no I/O. Analyses are cached by the identity of document and library.
import type { Analysis, DocumentInput, Examination } from '../core/analysis.ts';
import type { OwnFindings } from '../core/analyzeDocument.ts';
import type { Concluded } from '../core/checking/conclude.ts';
import type { LibraryContext, LibraryInput } from '../core/library/libraryContext.ts';
import type { MarkdownParser } from '../core/markdown/markdownParser.ts';
import type { EngineView } from './engineView.ts';
import { openView, type EngineCaches } from './openView.ts';
import { applyChanges, initialState, type EngineChange } from './engineState.ts';
import { documentCache } from './documentCache.ts';
import { indexCache } from './indexCache.ts';
import { libraryCache } from './libraryCache.ts';
import { roadmapCache } from './roadmapCache.ts';
import { featureTable, type FeatureName, type FeatureParams, type FeatureResult } from './featureTable.ts';

/** The core functions that the engine runs, and the parser that it runs them with. */
export interface EngineCore {
  readonly parser: MarkdownParser;
  buildLibrary(input: LibraryInput, previous?: LibraryContext): LibraryContext;
  examineDocument(input: DocumentInput, library: LibraryContext): Examination;
  judgeDocument(examination: Examination, library: LibraryContext): Analysis;
  judgeFacts(own: OwnFindings, library: LibraryContext): Concluded;
}

/** What is being worked on, so that a supervisor knows whom to blame for a hang. */
export type Subject =
  { readonly kind: 'document'; readonly uri: string } | { readonly kind: 'library'; readonly root: string };

export interface Engine {
  /** Applies the changes, then computes one feature. Throws only for bugs of ours. */
  handle<N extends FeatureName>(
    changes: readonly EngineChange[],
    name: N,
    params: FeatureParams<N>,
    onSubject?: (subject: Subject) => void,
  ): FeatureResult<N>;
}

export function createEngine(core: EngineCore): Engine {
  let state = initialState;
  const analyzeDocument = (input: DocumentInput, context: LibraryContext): Analysis =>
    core.judgeDocument(core.examineDocument(input, context), context);
  const caches: EngineCaches = {
    core,
    libraries: libraryCache(core),
    documents: documentCache(core),
    roadmaps: roadmapCache({ analyzeDocument }),
    indexes: indexCache(),
  };
  const { libraries, roadmaps, indexes } = caches;
  return {
    handle(changes, name, params, onSubject = ignoreSubject) {
      state = applyChanges(state, changes);
      libraries.forgetAllBut(state.libraries);
      roadmaps.forgetAllBut(state.libraries);
      indexes.forgetAllBut(state.libraries);
      const feature = featureTable[name] as (view: EngineView, params: unknown) => FeatureResult<typeof name>; // correlated by name
      return feature(openView(caches, state, onSubject), params);
    },
  };
}

const ignoreSubject = (): void => undefined;
