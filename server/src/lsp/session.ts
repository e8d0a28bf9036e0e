// The one mutable cell of the server: the current snapshot. Snapshots are immutable; every change makes a new one.
import {
  initialState,
  withEntry,
  withoutEntry,
  type EngineDocument,
  type EngineIndex,
  type EngineLibrary,
  type EngineLife,
  type EnginePaths,
  type EngineRoadmap,
  type EngineState,
} from '../features/engineState.ts';
import { minimalClient, type ClientProfile } from './clientProfile.ts';
import type { OpenDocument } from './documents.ts';
import { placeOf } from './uris.ts';
import { defaultSettings, type Settings } from './settings.ts';

export interface Snapshot {
  /** Notifications that could change the state, counted since `initialize`. */
  readonly revision: number;
  readonly client: ClientProfile;
  readonly settings: Settings;
  /** Root URIs of the workspace folders, without a slash at the end. */
  readonly folders: readonly string[];
  readonly documents: ReadonlyMap<string, OpenDocument>;
  /** What the engine computes on: always in step with the rest. */
  readonly engine: EngineState;
}

export class Session {
  #snapshot: Snapshot = {
    revision: 0,
    client: minimalClient,
    settings: defaultSettings,
    folders: [],
    documents: new Map(),
    engine: initialState,
  };

  readonly #listeners: (() => void)[] = [];

  /** Calls after every change of what the engine computes on, or of the settings. */
  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** One state-changing notification more, whether or not it changes something. */
  countRevision(): number {
    this.#snapshot = { ...this.#snapshot, revision: this.#snapshot.revision + 1 };
    return this.#snapshot.revision;
  }

  setClient(client: ClientProfile): void {
    this.#snapshot = { ...this.#snapshot, client };
    this.#setEngine({ settings: { locale: client.locale } });
  }

  setSettings(settings: Settings): void {
    const { enforcement, maxFindings } = settings;
    this.#snapshot = { ...this.#snapshot, settings };
    this.#setEngine({
      settings: {
        locale: this.#snapshot.client.locale,
        ...(enforcement !== 'configured' && { enforcement }),
        ...(maxFindings !== undefined && { maxFindings }),
      },
    });
  }

  setFolders(folders: readonly string[]): void {
    this.#snapshot = { ...this.#snapshot, folders };
  }

  setDocument(document: OpenDocument): void {
    this.#snapshot = { ...this.#snapshot, documents: withEntry(this.#snapshot.documents, document.uri, document) };
    this.#setEngine({ documents: withEntry(this.#snapshot.engine.documents, document.uri, this.#placed(document)) });
  }

  removeDocument(uri: string): void {
    this.#snapshot = { ...this.#snapshot, documents: withoutEntry(this.#snapshot.documents, uri) };
    this.#setEngine({ documents: withoutEntry(this.#snapshot.engine.documents, uri) });
  }

  setLibrary(library: EngineLibrary): void {
    const isNew = !this.#snapshot.engine.libraries.has(library.root);
    this.#setEngine({ libraries: withEntry(this.#snapshot.engine.libraries, library.root, library) });
    if (isNew) this.#placeDocuments();
  }

  removeLibrary(root: string): void {
    this.#setEngine({
      libraries: withoutEntry(this.#snapshot.engine.libraries, root),
      paths: withoutEntry(this.#snapshot.engine.paths, root),
      index: withoutEntry(this.#snapshot.engine.index, root),
      roadmaps: withoutEntry(this.#snapshot.engine.roadmaps, root),
      lives: withoutEntry(this.#snapshot.engine.lives, root),
    });
    this.#placeDocuments();
  }

  setPaths(paths: EnginePaths): void {
    this.#setEngine({ paths: withEntry(this.#snapshot.engine.paths, paths.root, paths) });
  }

  setIndex(index: EngineIndex): void {
    this.#setEngine({ index: withEntry(this.#snapshot.engine.index, index.root, index) });
  }

  setRoadmap(roadmap: EngineRoadmap): void {
    this.#setEngine({ roadmaps: withEntry(this.#snapshot.engine.roadmaps, roadmap.root, roadmap) });
  }

  setLife(life: EngineLife): void {
    this.#setEngine({ lives: withEntry(this.#snapshot.engine.lives, life.root, life) });
  }

  /** Documents belong to the deepest library; which that is changes with the libraries. */
  #placeDocuments(): void {
    const { documents, engine } = this.#snapshot;
    const placed = [...documents.values()].map((document) => {
      const next = this.#placed(document);
      const known = engine.documents.get(document.uri);
      return [document.uri, known?.root === next.root && known.path === next.path ? known : next] as const;
    });
    this.#setEngine({ documents: new Map(placed) });
  }

  #placed({ uri, version, text }: OpenDocument): EngineDocument {
    return { uri, version, text, ...placeOf(uri, [...this.#snapshot.engine.libraries.keys()]) };
  }

  #setEngine(change: Partial<EngineState>): void {
    this.#snapshot = { ...this.#snapshot, engine: { ...this.#snapshot.engine, ...change } };
    for (const listener of this.#listeners) listener();
  }
}
