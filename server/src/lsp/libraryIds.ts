// Keeps the ids of the libraries' documents in the session, read in the background: all of a library once, then only
// what changed on disk. It reads beginnings; the engine says what stands in them.
import { BEGINNING_LENGTH, type DocumentIds } from '../features/usedIds.ts';
import type { AnalysisPort } from './analysisPort.ts';
import type { FileSource } from './files.ts';
import { inParallel } from './inParallel.ts';
import { causeOf, type Log } from './log.ts';
import type { Session } from './session.ts';
import { pathBelow } from './uris.ts';
import type { WorkCounter } from './workCounter.ts';

export interface LibraryIdsPorts {
  readonly session: Session;
  readonly analysis: AnalysisPort;
  readonly files: FileSource;
  readonly work: WorkCounter;
  readonly log: Log;
}

/** Few at once: someone may wait for other files meanwhile. */
const AT_ONCE = 8;
/** Beginnings in one request, so that a request that someone waits for is not held up. */
const BATCH = 100;
/** Later documents of a larger library are not read. */
const MOST_DOCUMENTS = 20_000;
/** More changes at once (a checkout) mean one new scan. */
const MAX_SINGLE_CHANGES = 1000;

const isMarkdown = /\.(?:md|markdown)$/i;

export class LibraryIds {
  readonly #ports: LibraryIdsPorts;
  /** The last job of each root: jobs of one library run one after the other, so that no older reading wins. */
  readonly #jobs = new Map<string, Promise<void>>();

  constructor(ports: LibraryIdsPorts) {
    this.#ports = ports;
  }

  /** Reads all documents of a library anew. Resolves when the session has their ids; never rejects. */
  scan(root: string): Promise<void> {
    return this.#enqueue(root, async () => {
      const paths = await this.#ports.files.listDocuments(root, []);
      this.#set(root, await this.#read(root, paths.slice(0, MOST_DOCUMENTS)));
    });
  }

  /** Resolves when everything that is known to have changed has been read. */
  async settled(root: string): Promise<void> {
    await this.#jobs.get(root);
  }

  /** Files changed on disk, appeared or are gone. */
  filesChanged(uris: readonly string[]): void {
    for (const root of this.#ports.session.snapshot.engine.libraries.keys()) {
      if (root === '') continue;
      if (uris.length > MAX_SINGLE_CHANGES) {
        void this.scan(root);
        continue;
      }
      const paths = uris.flatMap((uri) => pathBelow(root, uri) ?? []).filter((path) => isMarkdown.test(path));
      if (paths.length > 0) void this.#enqueue(root, () => this.#readAgain(root, paths));
    }
  }

  #enqueue(root: string, job: () => Promise<void>): Promise<void> {
    const { log, work } = this.#ports;
    const before = this.#jobs.get(root) ?? Promise.resolve();
    const next = work.during(before.then(job)).catch((error: unknown) => {
      log('error', `ids of ${root} not read: ${causeOf(error)}`);
    });
    this.#jobs.set(root, next);
    return next;
  }

  async #readAgain(root: string, paths: readonly string[]): Promise<void> {
    const known = this.#ports.session.snapshot.engine.ids.get(root)?.documents ?? [];
    const read = await this.#read(root, paths);
    const changed = new Set(paths);
    const next = [...known.filter(({ path }) => !changed.has(path)), ...read];
    // Most changes of documents touch no id; the engine need not hear of them.
    if (JSON.stringify(sorted(next)) !== JSON.stringify(sorted(known))) this.#set(root, next);
  }

  async #read(root: string, paths: readonly string[]): Promise<readonly DocumentIds[]> {
    const { files, analysis, session } = this.#ports;
    const isWanted = (): boolean => session.snapshot.engine.libraries.has(root);
    const found: DocumentIds[] = [];
    for (let start = 0; start < paths.length && isWanted(); start += BATCH) {
      const batch = paths.slice(start, start + BATCH);
      const texts = await inParallel(batch, { atOnce: AT_ONCE, isWanted }, async (path) => {
        const text = await files.readBeginning(root, path, BEGINNING_LENGTH);
        return text === undefined ? [] : [{ path, text }];
      });
      const { engine } = session.snapshot;
      const params = { beginnings: texts.flat() };
      const outcome = await analysis.request({
        name: 'usedIds',
        params,
        state: engine,
        priority: 'background',
        isWanted,
      });
      if (outcome.kind === 'done') found.push(...outcome.value);
    }
    return found;
  }

  #set(root: string, documents: readonly DocumentIds[]): void {
    const { session } = this.#ports;
    if (session.snapshot.engine.libraries.has(root)) session.setIds({ root, documents });
  }
}

function sorted(documents: readonly DocumentIds[]): readonly DocumentIds[] {
  return documents.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
