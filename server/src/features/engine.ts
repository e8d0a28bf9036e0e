// The engine: state in, plain results out. It lives in the analysis worker and runs directly in tests; it never knows
// which, has no clock, and does no I/O. Analyses are cached by the identity of document and library.
import type { Analysis, DocumentInput } from '../core/analysis.ts';
import type { LibraryContext, LibraryInput } from '../core/library/libraryContext.ts';
import type { MarkdownParser } from '../core/markdown/markdownParser.ts';
import type { EngineView } from './engineView.ts';
import {
  applyChanges,
  initialState,
  type EngineChange,
  type EngineDocument,
  type EngineLibrary,
  type EngineSettings,
} from './engineState.ts';
import { idsIn } from './libraryIds.ts';
import { roadmapCache } from './roadmapCache.ts';
import { featureTable, type FeatureName, type FeatureParams, type FeatureResult } from './featureTable.ts';

/** The core functions that the engine runs, and the parser that it runs them with. */
export interface EngineCore {
  readonly parser: MarkdownParser;
  buildLibrary(input: LibraryInput, previous?: LibraryContext): LibraryContext;
  analyzeDocument(input: DocumentInput, library: LibraryContext): Analysis;
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
  const roadmaps = roadmapCache(core);
  const analyses = new WeakMap<EngineDocument, AnalyzedDocument>();

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
        const ground = view.roadmap(document.root)?.library ?? context;
        const known = analyses.get(document);
        if (known !== undefined && isCurrent(known, context, ground)) {
          return { document, analysis: known.analysis, library: ground, view };
        }
        onSubject({ kind: 'document', uri });
        const analysis = core.analyzeDocument({ path: document.path, text: document.text }, ground);
        analyses.set(document, { library: context, ground, analysis });
        return { document, analysis, library: ground, view };
      },
      analyze: (root, path, text) => {
        const context = view.roadmap(root)?.library ?? library(root);
        if (context) onSubject({ kind: 'document', uri: '' });
        return context && core.analyzeDocument({ path, text }, context);
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
      const feature = featureTable[name] as (view: EngineView, params: unknown) => FeatureResult<typeof name>; // correlated by name
      return feature(viewOf(onSubject), params);
    },
  };
}

interface AnalyzedDocument {
  readonly library: LibraryContext;
  /** The same with plans and files. */
  readonly ground: LibraryContext;
  readonly analysis: Analysis;
}

/** Only plans are held against other plans and files. */
function isCurrent(
  { library, ground, analysis }: AnalyzedDocument,
  now: LibraryContext,
  nowGround: LibraryContext,
): boolean {
  return library === now && (analysis.plan === undefined || ground === nowGround);
}

const ignoreSubject = (): void => undefined;

interface BuiltLibrary {
  readonly input: EngineLibrary;
  readonly settings: EngineSettings;
  /** As the library's own files say. */
  readonly built: LibraryContext;
  /** With the user's settings over it. */
  readonly context: LibraryContext;
}

/** Builds each library once per input, handing over its last context so that a good schema survives a broken template. */
function libraryCache(core: EngineCore) {
  const cache = new Map<string, BuiltLibrary>();
  const build = (input: EngineLibrary, previous: LibraryContext | undefined): LibraryContext =>
    core.buildLibrary(
      {
        root: input.root,
        files: new Map(input.files),
        parser: core.parser,
        ...(input.configurationText !== undefined && { configurationText: input.configurationText }),
      },
      previous,
    );
  return {
    contextOf(input: EngineLibrary, settings: EngineSettings, onSubject: (subject: Subject) => void): LibraryContext {
      const known = cache.get(input.root);
      if (known?.input === input && known.settings === settings) return known.context;
      if (known?.input !== input) onSubject({ kind: 'library', root: input.root });
      const built = known?.input === input ? known.built : build(input, known?.built);
      const context = withSettings(built, settings);
      cache.set(input.root, { input, settings, built, context });
      return context;
    },
    forgetAllBut(libraries: ReadonlyMap<string, EngineLibrary>): void {
      for (const root of cache.keys()) if (!libraries.has(root)) cache.delete(root);
    },
  };
}

function withSettings(library: LibraryContext, { enforcement, maxFindings }: EngineSettings): LibraryContext {
  if (enforcement === undefined && maxFindings === undefined) return library;
  const configuration = {
    ...library.configuration,
    ...(enforcement !== undefined && { enforcement }),
    ...(maxFindings !== undefined && { maxFindings }),
  };
  return { ...library, configuration };
}
