// The engine: state in, plain results out. It lives in the analysis worker and runs directly in tests; it never knows
// which, has no clock, and does no I/O. Analyses are cached by the identity of document and library.
import type { Analysis, DocumentInput, Examination } from '../core/analysis.ts';
import type { LibraryContext, LibraryInput } from '../core/library/libraryContext.ts';
import type { MarkdownParser } from '../core/markdown/markdownParser.ts';
import type { EngineView } from './engineView.ts';
import { applyChanges, initialState, type EngineChange } from './engineState.ts';
import { documentCache } from './documentCache.ts';
import { groundOf } from './ground.ts';
import { indexCache } from './indexCache.ts';
import { libraryCache } from './libraryCache.ts';
import { idsIn } from './libraryIds.ts';
import { roadmapCache } from './roadmapCache.ts';
import { featureTable, type FeatureName, type FeatureParams, type FeatureResult } from './featureTable.ts';

/** The core functions that the engine runs, and the parser that it runs them with. */
export interface EngineCore {
  readonly parser: MarkdownParser;
  buildLibrary(input: LibraryInput, previous?: LibraryContext): LibraryContext;
  examineDocument(input: DocumentInput, library: LibraryContext): Examination;
  judgeDocument(examination: Examination, library: LibraryContext): Analysis;
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
  const libraries = libraryCache(core);
  const analyzeDocument = (input: DocumentInput, context: LibraryContext): Analysis =>
    core.judgeDocument(core.examineDocument(input, context), context);
  const roadmaps = roadmapCache({ analyzeDocument });
  const indexes = indexCache();
  const documents = documentCache(core);

  const viewOf = (onSubject: (subject: Subject) => void): EngineView => {
    const library = (root: string): LibraryContext | undefined => {
      const input = state.libraries.get(root);
      return input && libraries.contextOf(input, state.settings, onSubject);
    };
    const view: EngineView = {
      locale: state.settings.locale,
      state,
      library,
      document: (uri) => {
        const document = state.documents.get(uri);
        const context = document && library(document.root);
        if (!context) return undefined;
        const ground = groundOf(view, document.root, context);
        const analysis = documents.analysis(document, ground, onSubject);
        return { document, analysis, library: ground, view };
      },
      analyze: (root, path, text) => {
        const context = library(root);
        if (context) onSubject({ kind: 'document', uri: '' });
        return context && analyzeDocument({ path, text }, groundOf(view, root, context));
      },
      index: (root) => {
        const context = library(root);
        return (
          context &&
          indexes.indexOf(root, state, (document) => documents.examination(document, context, onSubject).facts)
        );
      },
      paths: (root) => state.paths.get(root)?.paths ?? [],
      ids: (root) => idsIn(state, root),
      roadmap: (root) => {
        const context = library(root);
        return context && roadmaps.viewOf({ root, state, library: context });
      },
    };
    return view;
  };

  return {
    handle(changes, name, params, onSubject = ignoreSubject) {
      state = applyChanges(state, changes);
      libraries.forgetAllBut(state.libraries);
      roadmaps.forgetAllBut(state.libraries);
      indexes.forgetAllBut(state.libraries);
      const feature = featureTable[name] as (view: EngineView, params: unknown) => FeatureResult<typeof name>; // correlated by name
      return feature(viewOf(onSubject), params);
    },
  };
}

const ignoreSubject = (): void => undefined;
