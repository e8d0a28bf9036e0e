// What the engine knows: open documents, libraries, paths, index, settings, as immutable JSON-able records, and the changes
// that lead from one state to the next. It computes nothing from texts.
import { factsIn, type StoredFacts } from '../core/facts/packedFacts.ts';
import type { Configuration } from '../core/library/configuration.ts';
import type { Message } from '../core/finding.ts';
import type { Locale } from '../core/messages/catalog.ts';
import type { DocumentHistory, HistoryMonth } from '../core/review/libraryLife.ts';

/** An open document. A new object for each version; analyses are cached by its identity. */
export interface EngineDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Root URI of its library; '' for a document outside every library. */
  readonly root: string;
  /** Relative to the root, forward slashes. */
  readonly path: string;
}

/** The texts that a library is built from. A new object whenever one of them changes. */
export interface EngineLibrary {
  /** URI of the root folder, without a slash at the end; '' for the built-in library of documents outside. */
  readonly root: string;
  readonly configurationText?: string;
  /** Templates and standards: path and text. */
  readonly files: readonly (readonly [path: string, text: string])[];
}

/** Every path of a library's folder that is worth completing, relative to its root. */
export interface EnginePaths {
  readonly root: string;
  readonly paths: readonly string[];
}

/** The plans of a library and the files that they name, as they are on disk. A new object whenever one of them changes. */
export interface EngineRoadmap {
  readonly root: string;
  /** Plan candidates: path and text. */
  readonly plans: readonly (readonly [path: string, text: string])[];
  /** Documents that plans name: path and text. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Lines of other files that plans name. */
  readonly lineCounts: readonly (readonly [path: string, lines: number])[];
  /** Plan candidates that could not be read, and why. */
  readonly skipped: readonly (readonly [path: string, reason: Message])[];
  /** False while only the plans are here: nothing is held against the disk yet. */
  readonly isReady: boolean;
}

/** Facts of the documents of a library as they are on disk. A new object, with a new map, whenever one of them changes. */
export interface EngineIndex {
  readonly root: string;
  /** By path. The server keeps them packed, a worker unpacks what it is told. */
  readonly documents: ReadonlyMap<string, StoredFacts>;
  /** False while the library is being read for the first time: nothing is said to be missing yet. */
  readonly isReady: boolean;
}

/** Review records and what git tells of a library. A new object whenever one of them changes. */
export interface EngineLife {
  readonly root: string;
  /** Record files below `.casewright/reviews`: path and text, sorted. */
  readonly records: readonly (readonly [path: string, text: string])[];
  /** Absent where git is not there, or must not be asked. */
  readonly history?: EngineHistory;
}

export interface EngineHistory {
  /** By path of the document, sorted. */
  readonly documents: readonly (readonly [path: string, history: DocumentHistory])[];
  readonly isCut: boolean;
  /** Oldest first. */
  readonly months?: readonly HistoryMonth[];
}

export interface EngineSettings {
  readonly locale: Locale;
  /** The user's own choice over the library's configuration. */
  readonly enforcement?: Configuration['enforcement'];
  readonly maxFindings?: number;
}

export interface EngineState {
  readonly documents: ReadonlyMap<string, EngineDocument>;
  readonly libraries: ReadonlyMap<string, EngineLibrary>;
  readonly paths: ReadonlyMap<string, EnginePaths>;
  readonly roadmaps: ReadonlyMap<string, EngineRoadmap>;
  readonly index: ReadonlyMap<string, EngineIndex>;
  readonly lives: ReadonlyMap<string, EngineLife>;
  readonly settings: EngineSettings;
}

export type EngineChange =
  | { readonly kind: 'document'; readonly document: EngineDocument }
  | { readonly kind: 'document-closed'; readonly uri: string }
  | { readonly kind: 'library'; readonly library: EngineLibrary }
  | { readonly kind: 'library-removed'; readonly root: string }
  | { readonly kind: 'paths'; readonly paths: EnginePaths }
  | { readonly kind: 'paths-removed'; readonly root: string }
  | { readonly kind: 'roadmap'; readonly roadmap: EngineRoadmap }
  | { readonly kind: 'roadmap-removed'; readonly root: string }
  | {
      readonly kind: 'index';
      readonly root: string;
      readonly changed: readonly StoredFacts[];
      readonly removed: readonly string[];
      readonly isReady: boolean;
    }
  | { readonly kind: 'index-removed'; readonly root: string }
  | { readonly kind: 'life'; readonly life: EngineLife }
  | { readonly kind: 'life-removed'; readonly root: string }
  | { readonly kind: 'settings'; readonly settings: EngineSettings };

export const initialState: EngineState = {
  documents: new Map(),
  libraries: new Map([['', { root: '', files: [] }]]),
  paths: new Map(),
  roadmaps: new Map(),
  index: new Map(),
  lives: new Map(),
  settings: { locale: 'zh' },
};

/** Shares everything that the changes do not touch. */
export function applyChanges(state: EngineState, changes: readonly EngineChange[]): EngineState {
  return changes.reduce(applyChange, state);
}

function applyChange(state: EngineState, change: EngineChange): EngineState {
  switch (change.kind) {
    case 'document':
      return { ...state, documents: withEntry(state.documents, change.document.uri, change.document) };
    case 'document-closed':
      return { ...state, documents: withoutEntry(state.documents, change.uri) };
    case 'library':
      return { ...state, libraries: withEntry(state.libraries, change.library.root, change.library) };
    case 'library-removed':
      return { ...state, libraries: withoutEntry(state.libraries, change.root) };
    case 'paths':
      return { ...state, paths: withEntry(state.paths, change.paths.root, change.paths) };
    case 'paths-removed':
      return { ...state, paths: withoutEntry(state.paths, change.root) };
    case 'roadmap':
      return { ...state, roadmaps: withEntry(state.roadmaps, change.roadmap.root, change.roadmap) };
    case 'roadmap-removed':
      return { ...state, roadmaps: withoutEntry(state.roadmaps, change.root) };
    case 'index':
      return { ...state, index: withEntry(state.index, change.root, indexAfter(state.index.get(change.root), change)) };
    case 'index-removed':
      return { ...state, index: withoutEntry(state.index, change.root) };
    case 'life':
      return { ...state, lives: withEntry(state.lives, change.life.root, change.life) };
    case 'life-removed':
      return { ...state, lives: withoutEntry(state.lives, change.root) };
    case 'settings':
      return { ...state, settings: change.settings };
  }
}

/** The changes that lead from one state to another, found by identity: `applyChanges(from, diff)` equals `to`. */
export function changesBetween(from: EngineState, to: EngineState): EngineChange[] {
  const changes: EngineChange[] = [];
  if (from.settings !== to.settings) changes.push({ kind: 'settings', settings: to.settings });
  for (const library of changedEntries(from.libraries, to.libraries)) changes.push({ kind: 'library', library });
  for (const root of removedKeys(from.libraries, to.libraries)) changes.push({ kind: 'library-removed', root });
  for (const paths of changedEntries(from.paths, to.paths)) changes.push({ kind: 'paths', paths });
  for (const root of removedKeys(from.paths, to.paths)) changes.push({ kind: 'paths-removed', root });
  for (const roadmap of changedEntries(from.roadmaps, to.roadmaps)) changes.push({ kind: 'roadmap', roadmap });
  for (const root of removedKeys(from.roadmaps, to.roadmaps)) changes.push({ kind: 'roadmap-removed', root });
  for (const index of changedEntries(from.index, to.index))
    changes.push(indexChange(from.index.get(index.root), index));
  for (const root of removedKeys(from.index, to.index)) changes.push({ kind: 'index-removed', root });
  for (const life of changedEntries(from.lives, to.lives)) changes.push({ kind: 'life', life });
  for (const root of removedKeys(from.lives, to.lives)) changes.push({ kind: 'life-removed', root });
  for (const document of changedEntries(from.documents, to.documents)) changes.push({ kind: 'document', document });
  for (const uri of removedKeys(from.documents, to.documents)) changes.push({ kind: 'document-closed', uri });
  return changes;
}

/** The index after some of its documents changed; unchanged ones keep their objects. Damaged facts are none. */
function indexAfter(
  before: EngineIndex | undefined,
  { root, changed, removed, isReady }: Omit<Extract<EngineChange, { kind: 'index' }>, 'kind'>,
): EngineIndex {
  const documents = new Map(before?.documents);
  for (const path of removed) documents.delete(path);
  for (const stored of changed) {
    const facts = factsIn(stored);
    if (facts === undefined) documents.delete(stored.path);
    else documents.set(stored.path, facts);
  }
  return { root, documents, isReady };
}

/** Only the documents that differ are sent to a worker. */
function indexChange(from: EngineIndex | undefined, to: EngineIndex): EngineChange {
  const before = from?.documents ?? new Map<string, StoredFacts>();
  const changed = changedEntries(before, to.documents);
  return { kind: 'index', root: to.root, changed, removed: removedKeys(before, to.documents), isReady: to.isReady };
}

function changedEntries<V>(from: ReadonlyMap<string, V>, to: ReadonlyMap<string, V>): V[] {
  if (from === to) return [];
  return [...to].filter(([key, value]) => from.get(key) !== value).map(([, value]) => value);
}

function removedKeys(from: ReadonlyMap<string, unknown>, to: ReadonlyMap<string, unknown>): string[] {
  if (from === to) return [];
  return [...from.keys()].filter((key) => !to.has(key));
}

/** A copy of the map with one entry set. */
export function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

/** The map itself where the key is not in it, else a copy without it. */
export function withoutEntry<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
