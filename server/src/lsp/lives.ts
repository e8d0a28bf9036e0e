// Review records and git history of each library, read in the background and kept in step with the disk. It reads inside the
// library only; what the records mean is the engine's matter. Git is asked in trusted folders only.
import type { EngineHistory, EngineLife } from '../features/engineState.ts';
import { isRecordPath } from '../core/review/recordPath.ts';
import type { Clock } from './clock.ts';
import { Debouncer } from './debouncer.ts';
import type { FileSource } from './files.ts';
import { inParallel } from './inParallel.ts';
import { causeOf, type Log } from './log.ts';
import type { Session } from './session.ts';
import { pathBelow } from './uris.ts';
import type { WorkCounter } from './workCounter.ts';

export interface LivesPorts {
  readonly session: Session;
  readonly files: FileSource;
  readonly work: WorkCounter;
  readonly log: Log;
  readonly clock: Clock;
  /** Records or history of a library are others now; `hasOtherRecords`: records are. */
  readonly onChanged: (root: string, hasOtherRecords: boolean) => void;
}

const AT_ONCE = 8;
/** Milliseconds after which git is asked again, at the earliest. */
const HISTORY_AGE = 30_000;

interface LifeRecord {
  /** Text of each record file, as an entry that stays the same while its text does. */
  readonly entries: Map<string, readonly [path: string, text: string]>;
  /** Changed on disk since they were read. */
  readonly stale: Set<string>;
  history: EngineHistory | undefined;
  historyText: string;
  historyAt: number;
  isHistoryStale: boolean;
  running: Promise<void>;
  isDue: boolean;
}

export class Lives {
  readonly #ports: LivesPorts;
  readonly #records = new Map<string, LifeRecord>();
  readonly #debouncer: Debouncer;

  constructor(ports: LivesPorts) {
    this.#ports = ports;
    this.#debouncer = new Debouncer(ports.clock);
  }

  /** A library is known, listed anew, or gone. */
  libraryChanged(root: string): void {
    const { engine } = this.#ports.session.snapshot;
    if (!engine.libraries.has(root)) this.#records.delete(root);
    else if (engine.paths.has(root)) this.#wake(root);
  }

  /** Files changed on disk, appeared or are gone. */
  filesChanged(uris: readonly string[]): void {
    for (const [root, record] of this.#records) {
      const paths = uris.flatMap((uri) => pathBelow(root, uri) ?? []);
      if (paths.length === 0) continue;
      for (const path of paths) if (isRecordPath(path)) record.stale.add(path);
      record.isHistoryStale = true;
      this.#debouncer.schedule(root, 'soon', () => {
        this.#wake(root);
      });
    }
  }

  /** Asks git again, however lately it was asked. Resolves when the session knows; never rejects. */
  async refresh(root: string): Promise<void> {
    const record = this.#records.get(root);
    if (record === undefined) return;
    record.historyAt = -Infinity;
    record.isHistoryStale = true;
    this.#wake(root);
    await record.running;
  }

  /** Resolves when everything that is known to have changed has been read. Never rejects. */
  async settled(root: string): Promise<void> {
    await this.#records.get(root)?.running;
  }

  #wake(root: string): void {
    const record = this.#records.get(root) ?? newRecord();
    this.#records.set(root, record);
    if (record.isDue) return;
    record.isDue = true;
    const { log, work } = this.#ports;
    record.running = record.running
      .then(() => {
        record.isDue = false;
        return this.#load(root, record);
      })
      .catch((error: unknown) => {
        log('error', `records of ${root} not read: ${causeOf(error)}`);
      });
    void work.during(record.running);
  }

  async #load(root: string, record: LifeRecord): Promise<void> {
    if (this.#records.get(root) !== record) return;
    const isFirst = !this.#ports.session.snapshot.engine.lives.has(root);
    // Records are read in a moment; git may take seconds.
    const hasNewRecords = await this.#readRecords(root, record);
    if (hasNewRecords || isFirst) this.#tell(root, record, hasNewRecords);
    if (await this.#readHistory(root, record)) this.#tell(root, record, false);
  }

  #tell(root: string, record: LifeRecord, hasOtherRecords: boolean): void {
    if (this.#records.get(root) !== record) return;
    const { session, onChanged } = this.#ports;
    const { history, entries } = record;
    const records = [...entries.values()].sort(([a], [b]) => (a < b ? -1 : 1));
    const life: EngineLife = { root, records, ...(history && { history }) };
    session.setLife(life);
    onChanged(root, hasOtherRecords);
  }

  /** True where a record is new, different or gone. */
  async #readRecords(root: string, { entries, stale }: LifeRecord): Promise<boolean> {
    const { session, files } = this.#ports;
    const wanted = new Set((session.snapshot.engine.paths.get(root)?.paths ?? []).filter(isRecordPath));
    const gone = [...entries.keys()].filter((path) => !wanted.has(path));
    const news = [...wanted].filter((path) => !entries.has(path) || stale.has(path));
    for (const path of gone) entries.delete(path);
    let changed = gone.length;
    await inParallel(news, { atOnce: AT_ONCE, isWanted: () => true }, async (path) => {
      stale.delete(path);
      const file = await files.readDocument(root, path);
      const text = file.isText ? file.text : undefined;
      if (entries.get(path)?.[1] === text) return;
      if (text === undefined) entries.delete(path);
      else entries.set(path, [path, text]);
      changed += 1;
    });
    return changed > 0;
  }

  /** True where git tells something else than before. */
  async #readHistory(root: string, record: LifeRecord): Promise<boolean> {
    const { session, files, clock } = this.#ports;
    const now = clock.now();
    if (!record.isHistoryStale || now - record.historyAt < HISTORY_AGE || !session.snapshot.client.isTrusted)
      return false;
    Object.assign(record, { isHistoryStale: false, historyAt: now });
    const history = await files.history(root);
    const text = history === undefined ? '' : JSON.stringify([...history.documents, history.isCut, history.months]);
    if (text === record.historyText) return false;
    record.historyText = text;
    record.history = history && { ...history, documents: [...history.documents] };
    return true;
  }
}

function newRecord(): LifeRecord {
  return {
    entries: new Map(),
    stale: new Set(),
    history: undefined,
    historyText: '',
    historyAt: -Infinity,
    isHistoryStale: true,
    running: Promise.resolve(),
    isDue: false,
  };
}
