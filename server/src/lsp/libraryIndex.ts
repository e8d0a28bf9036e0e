// Keeps the index of each library in the session: facts of all its documents on disk, read in the background, then in step
// with the disk. Facts are the engine's matter; they pass through here packed. It looks at no text.
import type { EngineLibrary } from '../features/engineState.ts';
import type { Clock } from './clock.ts';
import { FactsReader, type FactsEntry, type FactsReaderPorts, type Found } from './factsReader.ts';
import type { FactsPlace, FactsStore } from './factsStore.ts';
import {
  compareListing,
  isDue,
  isMarkdown,
  isSameGround,
  newRecord,
  withoutStamp,
  type Ground,
  type LibraryRecord,
} from './libraryRecord.ts';
import { causeOf } from './log.ts';
import { pathBelow, placeOf, uriBelow } from './uris.ts';
import type { WorkCounter } from './workCounter.ts';

export interface LibraryIndexPorts extends FactsReaderPorts {
  readonly work: WorkCounter;
  readonly store: FactsStore;
  readonly clock: Clock;
  /** The index of a library, or the list of its paths, is another one. */
  readonly onChanged: (root: string) => void;
}

/** More changes at once (a checkout) mean one new scan. */
const MAX_SINGLE_CHANGES = 1000;
/** Documents that are handed to the engine at once while a library is read for the first time. */
const PORTION = 500;

/** Facts are kept on disk when nothing changed for so long. */
const SAVE_PAUSE = 15_000;

const isIgnoreFile = /(?:^|\/)\.gitignore$/;

export class LibraryIndexes {
  readonly #ports: LibraryIndexPorts;
  readonly #reader: FactsReader;
  readonly #records = new Map<string, LibraryRecord>();

  constructor(ports: LibraryIndexPorts) {
    this.#ports = ports;
    this.#reader = new FactsReader(ports);
  }

  /** The texts of a library are known, or other ones, or it is gone. Facts are read anew where they may differ now. */
  libraryChanged(root: string): void {
    if (!this.#isKnown(root)) {
      this.#records.get(root)?.callOffSave();
      this.#records.delete(root);
      this.#takeBackDocuments(root);
      return;
    }
    const record = this.#records.get(root) ?? newRecord(root);
    if (!this.#records.has(root)) {
      this.#records.set(root, record);
      this.#giveUpDocuments(root);
    }
    record.isGroundOld = true;
    this.#wake(record);
  }

  /** The files of a library's folder were listed. */
  listed(root: string): void {
    const record = this.#records.get(root);
    const paths = this.#ports.session.snapshot.engine.paths.get(root);
    if (record === undefined || paths === undefined || paths === record.paths) return;
    record.paths = paths;
    record.isListingNew = true;
    if (!record.isReady) return; // compared when everything is read
    this.#ports.onChanged(root);
    compareListing(record);
    this.#wake(record);
  }

  /** Files changed on disk, appeared or are gone. */
  filesChanged(uris: readonly string[]): void {
    for (const record of this.#records.values()) {
      const paths = uris.flatMap((uri) => pathBelow(record.root, uri) ?? []);
      if (paths.length > MAX_SINGLE_CHANGES || paths.some((path) => isIgnoreFile.test(path))) record.needsScan = true;
      else for (const path of paths) this.#markStale(record, path);
      this.#wake(record);
    }
  }

  /** Keeps what is not kept yet. Never rejects. */
  async close(): Promise<void> {
    await Promise.all([...this.#records.values()].map((record) => this.#save(record)));
  }

  /** Looks at all documents of a library again. Resolves when the session has their facts; never rejects. */
  async rescan(root: string): Promise<void> {
    const record = this.#records.get(root);
    if (record === undefined) return;
    record.needsScan = true;
    this.#wake(record);
    await record.running;
  }

  /** Resolves when everything that is known to have changed has been read. Never rejects. */
  async settled(root: string): Promise<void> {
    await this.#records.get(root)?.running;
  }

  /** Documents of a new library inside of others are theirs no more. */
  #giveUpDocuments(root: string): void {
    for (const record of this.#records.values()) {
      const inside = pathBelow(record.root, root);
      if (inside === undefined) continue;
      this.#markStale(record, inside);
      this.#wake(record);
    }
  }

  /** Documents of a library that is gone belong to the one around it. */
  #takeBackDocuments(root: string): void {
    for (const record of this.#records.values()) {
      const inside = pathBelow(record.root, root);
      if (inside === undefined) continue;
      for (const path of record.others) if (path.startsWith(`${inside}/`)) record.stale.add(path);
      this.#wake(record);
    }
  }

  /** A path that is no document may be the folder of some. */
  #markStale(record: LibraryRecord, path: string): void {
    if (isMarkdown.test(path)) {
      record.stale.add(path);
      return;
    }
    for (const known of record.entries.keys()) if (known.startsWith(`${path}/`)) record.stale.add(known);
  }

  #isKnown(root: string): boolean {
    return root !== '' && this.#libraryOf(root) !== undefined;
  }

  #libraryOf(root: string): EngineLibrary | undefined {
    return this.#ports.session.snapshot.engine.libraries.get(root);
  }

  #wake(record: LibraryRecord): void {
    if (record.running !== undefined || !isDue(record)) return;
    const { work, log } = this.#ports;
    const run = this.#catchUp(record)
      .catch((error: unknown) => {
        log('error', `documents of ${record.root} not read: ${causeOf(error)}`);
      })
      .finally(() => {
        record.running = undefined;
        this.#keep(record);
      });
    record.running = run;
    void work.during(run);
  }

  /** Reads until nothing is left to read. What is due later is done after what is being done. */
  async #catchUp(record: LibraryRecord): Promise<void> {
    while (isDue(record) && this.#records.get(record.root) === record) {
      if (record.isGroundOld) await this.#lookAtGround(record);
      else if (record.needsScan || record.stale.size > MAX_SINGLE_CHANGES) await this.#scan(record);
      else await this.#update(record);
    }
  }

  /** A new scan, where facts depend on something else now. */
  async #lookAtGround(record: LibraryRecord): Promise<void> {
    record.isGroundOld = false;
    const ground = await this.#groundOf(record);
    if (ground === undefined || isSameGround(ground, record.ground)) return;
    record.ground = ground;
    record.needsScan = true;
  }

  /** All documents of the library; those that are the same are not read again. */
  async #scan(record: LibraryRecord): Promise<void> {
    const { root, stale, ground } = record;
    record.needsScan = false;
    if (ground === undefined) return;
    stale.clear();
    const listed = await this.#ports.files.listDocuments(root, ground.exclude);
    const documents = listed.filter((path) => this.#isOwn(root, path));
    const kept = await this.#kept(record, ground.ground);
    const isComplete = await this.#read(record, documents, (path) => record.entries.get(path) ?? kept.get(path));
    if (!isComplete) {
      record.needsScan = true;
      return;
    }
    const isThere = new Set(documents);
    const gone = [...record.entries.keys()].filter((path) => !isThere.has(path));
    this.#put(
      record,
      gone.map((path) => [path, undefined]),
    );
    compareListing(record);
    this.#tell(record, true);
  }

  /** Documents that changed one by one. */
  async #update(record: LibraryRecord): Promise<void> {
    const { root, stale, ground } = record;
    const paths = [...stale];
    stale.clear();
    if (ground === undefined) return;
    const isDocument = await Promise.all(
      paths.map(async (path) => this.#isOwn(root, path) && this.#ports.files.isDocument(root, path, ground.exclude)),
    );
    const gone = paths.filter((_, index) => isDocument[index] !== true);
    this.#put(
      record,
      gone.map((path) => [path, undefined]),
    );
    const documents = paths.filter((_, index) => isDocument[index]);
    // Somebody says that they changed: an equal stamp is no proof then.
    const isComplete = await this.#read(record, documents, (path) => withoutStamp(record.entries.get(path)));
    if (!isComplete) for (const path of documents) stale.add(path);
    this.#tell(record, record.isReady);
  }

  /** False: something that everything depends on has changed meanwhile. */
  async #read(
    record: LibraryRecord,
    paths: readonly string[],
    known: (path: string) => FactsEntry | undefined,
  ): Promise<boolean> {
    const { root, ground } = record;
    if (ground === undefined) return false;
    const library = this.#libraryOf(root);
    const isWanted = (): boolean =>
      this.#records.get(root) === record && !record.needsScan && this.#libraryOf(root) === library;
    let fresh = 0;
    await this.#reader.read({
      root,
      ground: ground.ground,
      paths,
      known,
      isWanted,
      onRead: async (found) => {
        this.#put(record, found);
        fresh += found.length;
        if (fresh < PORTION) return;
        fresh = 0;
        this.#hand(record, record.isReady);
        // A question of no weight takes them along, so that no later one has to take all at once.
        await this.#groundOf(record);
      },
    });
    return isWanted();
  }

  /** What an earlier server knew; asked once. */
  async #kept(record: LibraryRecord, ground: string): Promise<ReadonlyMap<string, FactsEntry>> {
    const place = this.#placeOf(record.root, ground);
    if (record.wasLoaded || place === undefined) return new Map();
    record.wasLoaded = true;
    return this.#ports.store.load(place);
  }

  #placeOf(root: string, ground: string): FactsPlace | undefined {
    const folder = this.#ports.session.snapshot.client.storagePath;
    return folder === undefined ? undefined : { folder, root, ground };
  }

  /** Keeps the facts for the next server, after a pause. */
  #keep(record: LibraryRecord): void {
    record.callOffSave();
    if (!record.isUnsaved || !record.isReady) return;
    record.callOffSave = this.#ports.clock.after(SAVE_PAUSE, () => {
      void this.#ports.work.during(this.#save(record));
    });
  }

  async #save(record: LibraryRecord): Promise<void> {
    const place = record.ground && this.#placeOf(record.root, record.ground.ground);
    record.callOffSave();
    if (place === undefined || !record.isUnsaved || !record.isReady || record.running !== undefined) return;
    record.isUnsaved = false;
    const entries = [...record.entries].filter(([, { ground }]) => ground === place.ground);
    await this.#ports.store.save(place, new Map(entries));
  }

  #put(record: LibraryRecord, found: readonly Found[]): void {
    for (const [path, entry] of found) {
      const known = record.entries.get(path);
      if (entry === undefined) {
        record.entries.delete(path);
        record.others.add(path);
      } else {
        record.entries.set(path, entry);
        record.others.delete(path);
      }
      record.isChanged ||= known?.facts !== entry?.facts;
      record.isUnsaved ||= known !== entry;
    }
  }

  /** Hands the index to the engine, and says so where it is another one. */
  #tell(record: LibraryRecord, isReady: boolean): void {
    const hasNews = record.isChanged || record.isReady !== isReady;
    this.#hand(record, isReady);
    if (hasNews && isReady) this.#ports.onChanged(record.root);
  }

  #hand(record: LibraryRecord, isReady: boolean): void {
    const { session } = this.#ports;
    const { root, entries } = record;
    if (!this.#isKnown(root) || (!record.isChanged && record.isReady === isReady)) return;
    record.isChanged = false;
    record.isReady = isReady;
    const documents = new Map([...entries].map(([path, { facts }]) => [path, facts]));
    session.setIndex({ root, documents, isReady });
  }

  /** Each file belongs to the deepest library that holds it. */
  #isOwn(root: string, path: string): boolean {
    const roots = [...this.#ports.session.snapshot.engine.libraries.keys()];
    if (!roots.some((other) => other !== root && pathBelow(root, other) !== undefined)) return true;
    return placeOf(uriBelow(root, path), roots).root === root;
  }

  async #groundOf(record: LibraryRecord): Promise<Ground | undefined> {
    const { session, analysis, log } = this.#ports;
    const { root } = record;
    const outcome = await analysis.request({
      name: 'indexGround',
      params: { root },
      state: session.snapshot.engine,
      priority: 'background',
      isWanted: () => this.#isKnown(root),
    });
    if (outcome.kind === 'done') return outcome.value;
    if (outcome.kind !== 'dropped') log('warn', `documents of ${root} not read: ${outcome.kind}`);
    return undefined;
  }
}
