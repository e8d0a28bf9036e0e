// What features see of the engine. Types only; made by engine.ts.
import type { Analysis, Examination } from '../core/analysis.ts';
import type { OwnFindings } from '../core/analyzeDocument.ts';
import type { Concluded } from '../core/checking/conclude.ts';
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import type { LibraryContext } from '../core/library/libraryContext.ts';
import type { LibraryIndex } from '../core/index/libraryIndex.ts';
import type { Message } from '../core/finding.ts';
import type { LibraryLife } from '../core/review/libraryLife.ts';
import type { Locale } from '../core/messages/catalog.ts';
import type { ReadPlan } from '../core/roadmap/roadmapLibrary.ts';
import type { EngineDocument, EngineState } from './engineState.ts';
import type { Ground } from './ground.ts';
import type { DocumentIds } from './usedIds.ts';

/** One open document together with all that features look at. */
export interface DocumentView {
  readonly document: EngineDocument;
  readonly analysis: Analysis;
  /** The same by itself, with its raw findings. */
  readonly examination: Examination;
  readonly library: LibraryContext;
  readonly view: EngineView;
}

/** The plans of one library, open documents as they stand in the editor. */
export interface RoadmapView {
  readonly root: string;
  /** With files and plans, once they are read. */
  readonly library: LibraryContext;
  /** Every readable plan, sorted by path; read on the first look. */
  readonly plans: readonly ReadPlan[];
  /** Every file of the library's folder. */
  readonly paths: ReadonlySet<string>;
  /** Reads plans of about so many characters ahead of those who ask; true when all are read. */
  readAhead(length: number): boolean;
  readonly skipped: readonly (readonly [path: string, reason: Message])[];
  /** Candidates, read or not. */
  readonly candidates: ReadonlyMap<string, string>;
  /** Undefined where the file is not known. */
  analyze(path: string): Analysis | undefined;
  /** True where `analyze` answers without work. */
  isAnalyzed(path: string): boolean;
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
  /** The same in two steps, for documents whose text is looked at once: by itself, then against the library. */
  examine(root: string, path: string, text: string): Examination | undefined;
  judge(root: string, own: OwnFindings): Concluded | undefined;
  /** The library with plans, files and index, as far as they are known. */
  ground(root: string): Ground | undefined;
  /** Facts of a text that is not open; undefined for a root that is not known. */
  facts(root: string, path: string, text: string): DocumentFacts | undefined;
  /** Paths of the library's folder, for completion. */
  paths(root: string): readonly string[];
  /** Ids of the library's documents, open ones as they stand in the editor; its templates and standards left out. */
  ids(root: string): readonly DocumentIds[];
  /** Every document of a library by its facts, open ones as they stand; undefined until they have been read. */
  index(root: string): LibraryIndex | undefined;
  /** Review records and history; undefined until they have been read. The same object for the same state. */
  life(root: string): LibraryLife | undefined;
  /** The plans of a library and what is known of their files; undefined for a root that is not known. */
  roadmap(root: string): RoadmapView | undefined;
}
