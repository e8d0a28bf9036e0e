// The libraries of the workspace: which roots there are, and the texts that each is built from. Open documents win over
// files on disk. It reads; what the texts mean is the engine's matter.
import { configurationPath } from '../core/library/narrowConfiguration.ts';
import type { EngineLibrary } from '../features/engineState.ts';
import type { AnalysisPort } from './analysisPort.ts';
import type { Clock } from './clock.ts';
import { Debouncer } from './debouncer.ts';
import type { FileSource } from './files.ts';
import { causeOf, type Log } from './log.ts';
import type { Session } from './session.ts';
import { pathBelow, uriBelow } from './uris.ts';
import type { WorkCounter } from './workCounter.ts';

export interface LibrariesPorts {
  readonly session: Session;
  readonly analysis: AnalysisPort;
  readonly files: FileSource;
  readonly work: WorkCounter;
  readonly log: Log;
  readonly clock: Clock;
  /** The texts of a library changed, or it is gone. */
  readonly onChanged: (root: string) => void;
  /** The paths of a library are known anew. */
  readonly onListed: (root: string) => void;
  /** True while a library is being read for the first time. */
  readonly onLoading: (isLoading: boolean) => void;
}

/** More events than this at once (a checkout) mean one new scan instead of single steps. */
const MAX_SINGLE_EVENTS = 1000;

interface LibraryRecord {
  /** Workspace folder that the root belongs to. */
  readonly folder: string;
  /** Configured templates and standards, whether or not they are there. */
  wanted: readonly string[];
  /** The latest load; an older one that ends later is dropped. */
  generation: number;
}

export class Libraries {
  readonly #ports: LibrariesPorts;
  readonly #records = new Map<string, LibraryRecord>();
  readonly #debouncer: Debouncer;
  /** Ends the work that waits for the debounce, by root and document. */
  readonly #pending = new Map<string, () => void>();
  /** Folders that are being listed; true: to be listed once more. */
  readonly #scanning = new Map<string, boolean>();
  #listing: Promise<void> = Promise.resolve();
  #loading = 0;

  constructor(ports: LibrariesPorts) {
    this.#ports = ports;
    this.#debouncer = new Debouncer(ports.clock);
  }

  /** Roots of all libraries, workspace folders first. */
  get roots(): readonly string[] {
    return [...this.#records.keys()];
  }

  /** Follows the workspace folders. */
  setFolders(folders: readonly string[]): void {
    const { session, onChanged } = this.#ports;
    session.setFolders(folders);
    for (const [root, record] of this.#records) {
      if (folders.includes(record.folder)) continue;
      this.#records.delete(root);
      session.removeLibrary(root);
      onChanged(root);
    }
    for (const folder of folders) if (!this.#records.has(folder)) this.#add(folder, folder);
  }

  /** An open document appeared, changed or closed: it may be part of a library. */
  documentChanged(uri: string, when: 'soon' | 'now'): void {
    for (const [root, record] of this.#records) {
      const path = pathBelow(root, uri);
      if (path === undefined || (path !== configurationPath && !record.wanted.includes(path))) continue;
      const key = `${root} ${uri}`;
      const end = this.#pending.get(key) ?? this.#ports.work.begin();
      this.#pending.set(key, end);
      this.#debouncer.schedule(key, when, () => {
        if (path === configurationPath) this.#reload(root);
        else this.#replaceText(root, path, uri);
        this.#pending.delete(key);
        end();
      });
    }
  }

  /** Files changed on disk. */
  filesChanged(uris: readonly string[]): void {
    for (const [root, record] of this.#records) {
      const isPart = (uri: string): boolean => {
        const path = pathBelow(root, uri);
        return path === configurationPath || (path !== undefined && record.wanted.includes(path));
      };
      if (uris.length > MAX_SINGLE_EVENTS || uris.some(isPart)) this.#reload(root);
    }
    for (const folder of new Set([...this.#records.values()].map((record) => record.folder))) {
      if (uris.some((uri) => pathBelow(folder, uri) !== undefined)) this.#scan(folder);
    }
  }

  /** Resolves when no folder is being listed. Never rejects. */
  async listed(): Promise<void> {
    while (this.#scanning.size > 0) await this.#listing;
  }

  /** Says of every library that it changed, after a change of settings. */
  announceAll(): void {
    for (const root of this.#records.keys()) this.#ports.onChanged(root);
  }

  #add(root: string, folder: string): void {
    const { log, work } = this.#ports;
    const record: LibraryRecord = { folder, wanted: [], generation: 0 };
    this.#records.set(root, record);
    this.#setLoading(1);
    const load = this.#load(root, record)
      .catch((error: unknown) => {
        log('error', `library ${root} not read: ${causeOf(error)}`);
      })
      .finally(() => {
        this.#setLoading(-1);
      });
    void work.during(load);
    if (root === folder) this.#scan(folder);
  }

  #reload(root: string): void {
    const { log, work } = this.#ports;
    const record = this.#records.get(root);
    if (!record) return;
    const load = this.#load(root, record).catch((error: unknown) => {
      log('error', `library ${root} not read: ${causeOf(error)}`);
    });
    void work.during(load);
  }

  async #load(root: string, record: LibraryRecord): Promise<void> {
    const { session, analysis, onChanged } = this.#ports;
    const generation = ++record.generation;
    const isLatest = (): boolean => this.#records.get(root) === record && record.generation === generation;
    const configurationText = await this.#textOf(root, configurationPath);
    const outcome = await analysis.request({
      name: 'libraryFiles',
      params: configurationText === undefined ? {} : { configurationText },
      state: session.snapshot.engine,
      priority: 'interactive',
      isWanted: isLatest,
    });
    const wanted = outcome.kind === 'done' ? outcome.value : [];
    const texts = await Promise.all(wanted.map((path) => this.#textOf(root, path)));
    if (!isLatest()) return;
    record.wanted = wanted;
    const files = wanted.flatMap((path, index): [string, string][] => {
      const text = this.#openText(uriBelow(root, path)) ?? texts[index];
      return text === undefined ? [] : [[path, text]];
    });
    session.setLibrary({ root, files, ...(configurationText !== undefined && { configurationText }) });
    onChanged(root);
  }

  /** Puts the text of an open template or standard into its library; on closing, the text on disk. */
  #replaceText(root: string, path: string, uri: string): void {
    const { session, onChanged } = this.#ports;
    const library = session.snapshot.engine.libraries.get(root);
    const text = this.#openText(uri);
    if (library === undefined || text === undefined) {
      this.#reload(root);
      return;
    }
    if (library.files.some(([name, known]) => name === path && known === text)) return;
    const files: EngineLibrary['files'] = [...library.files.filter(([name]) => name !== path), [path, text]];
    session.setLibrary({ ...library, files });
    onChanged(root);
  }

  /** Lists the folder's files for completion, and finds libraries inside it. */
  #scan(folder: string): void {
    // A build writes files by the thousand: while one listing runs, all further events mean one more.
    if (this.#scanning.has(folder)) {
      this.#scanning.set(folder, true);
      return;
    }
    const { files, log, work } = this.#ports;
    this.#scanning.set(folder, false);
    const scan = files
      .listFiles(folder)
      .then((paths) => {
        if ([...this.#records.values()].some((record) => record.folder === folder)) this.#scanned(folder, paths);
      })
      .catch((error: unknown) => {
        log('error', `folder ${folder} not listed: ${causeOf(error)}`);
      })
      .finally(() => {
        const isAskedAgain = this.#scanning.get(folder) === true;
        this.#scanning.delete(folder);
        if (isAskedAgain) this.#scan(folder);
      });
    this.#listing = scan;
    void work.during(scan);
  }

  #scanned(folder: string, paths: readonly string[]): void {
    const { session, onChanged, onListed } = this.#ports;
    const nested = paths
      .filter((path) => path.endsWith(`/${configurationPath}`))
      .map((path) => uriBelow(folder, path.slice(0, -configurationPath.length - 1)));
    for (const [root, record] of this.#records) {
      if (record.folder !== folder || root === folder || nested.includes(root)) continue;
      this.#records.delete(root);
      session.removeLibrary(root);
      onChanged(root);
    }
    for (const root of nested) if (!this.#records.has(root)) this.#add(root, folder);
    for (const root of [folder, ...nested]) {
      const prefix = root === folder ? '' : `${pathBelow(folder, root) ?? ''}/`;
      const inside = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
      const known = session.snapshot.engine.paths.get(root)?.paths;
      if (known === undefined || !isSameList(known, inside)) session.setPaths({ root, paths: inside });
      onListed(root);
    }
  }

  async #textOf(root: string, path: string): Promise<string | undefined> {
    return this.#openText(uriBelow(root, path)) ?? (await this.#ports.files.readText(root, path));
  }

  #openText(uri: string): string | undefined {
    return this.#ports.session.snapshot.documents.get(uri)?.text;
  }

  #setLoading(step: 1 | -1): void {
    this.#loading += step;
    this.#ports.onLoading(this.#loading > 0);
  }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
