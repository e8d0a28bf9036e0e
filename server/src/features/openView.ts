// What features see of the engine at one moment: its state, and the caches that answer questions about it.
import { identifyDocument } from '../core/identifyDocument.ts';
import type { LibraryContext } from '../core/library/libraryContext.ts';
import type { DocumentCache } from './documentCache.ts';
import type { EngineCore, Subject } from './engine.ts';
import type { EngineState } from './engineState.ts';
import type { EngineView } from './engineView.ts';
import { groundOf } from './ground.ts';
import type { IndexCache } from './indexCache.ts';
import { lifeOf } from './life.ts';
import type { LibraryCache } from './libraryCache.ts';
import type { RoadmapCache } from './roadmapCache.ts';
import { idsInUse } from './usedIds.ts';

export interface EngineCaches {
  readonly core: EngineCore;
  readonly libraries: LibraryCache;
  readonly documents: DocumentCache;
  readonly roadmaps: RoadmapCache;
  readonly indexes: IndexCache;
}

export function openView(caches: EngineCaches, state: EngineState, onSubject: (subject: Subject) => void): EngineView {
  const { core, libraries, documents, roadmaps, indexes } = caches;
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
      const examination = documents.examination(document, context, onSubject);
      return { document, analysis, examination, library: ground, view };
    },
    analyze: (root, path, text) => {
      const context = library(root);
      if (context) onSubject({ kind: 'document', uri: '' });
      return (
        context && core.judgeDocument(core.examineDocument({ path, text }, context), groundOf(view, root, context))
      );
    },
    examine: (root, path, text) => {
      const context = library(root);
      if (context) onSubject({ kind: 'document', uri: '' });
      return context && core.examineDocument({ path, text }, context);
    },
    facts: (root, path, text) => {
      const context = library(root);
      if (context) onSubject({ kind: 'document', uri: '' });
      return context && identifyDocument({ path, text }, context).facts;
    },
    judge: (root, own) => {
      const ground = view.ground(root);
      return ground && core.judgeFacts(own, ground);
    },
    ground: (root) => {
      const context = library(root);
      return context && groundOf(view, root, context);
    },
    index: (root) => {
      const context = library(root);
      return (
        context && indexes.indexOf(root, state, (document) => documents.examination(document, context, onSubject).facts)
      );
    },
    paths: (root) => state.paths.get(root)?.paths ?? [],
    ids: (root) => idsInUse(view.index(root)),
    life: (root) => lifeOf(state.lives.get(root)),
    roadmap: (root) => {
      const context = library(root);
      return context && roadmaps.viewOf({ root, state, library: context });
    },
  };
  return view;
}
