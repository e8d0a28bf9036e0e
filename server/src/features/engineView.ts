// What features see of the engine. Types only; made by engine.ts.
import type { Analysis } from '../core/analysis.ts';
import type { LibraryContext } from '../core/library/libraryContext.ts';
import type { Locale } from '../core/messages/catalog.ts';
import type { EngineDocument, EngineState } from './engineState.ts';
import type { DocumentIds } from './usedIds.ts';

/** One open document together with all that features look at. */
export interface DocumentView {
  readonly document: EngineDocument;
  readonly analysis: Analysis;
  readonly library: LibraryContext;
  readonly view: EngineView;
}

/** What features see of the engine. */
export interface EngineView {
  readonly locale: Locale;
  readonly state: EngineState;
  /** Undefined for a document that is not open. */
  document(uri: string): DocumentView | undefined;
  /** Undefined for a root that is not known. */
  library(root: string): LibraryContext | undefined;
  /** Looks at a text that is not open (checks of whole libraries). */
  analyze(root: string, path: string, text: string): Analysis | undefined;
  /** Paths of the library's folder, for completion. */
  paths(root: string): readonly string[];
  /** Ids of the library's documents, open ones as they stand in the editor; its templates and standards left out. */
  ids(root: string): readonly DocumentIds[];
}
