// The plans of each library and the files that they name, read in the background and kept in step with the disk. It reads
// inside the library only, and only files that the folder's listing holds; what the texts mean is the engine's matter.
import type { Message } from '../core/finding.ts';
import { countLines } from '../core/roadmap/disk/countLines.ts';
import type { EngineLibrary, EnginePaths, EngineRoadmap, EngineState } from '../features/engineState.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../features/featureTable.ts';
import type { AnalysisPort } from './analysisPort.ts';
import type { Clock } from './clock.ts';
import { Debouncer } from './debouncer.ts';
import type { FileSource } from './files.ts';
import { inParallel } from './inParallel.ts';
import { causeOf, type Log } from './log.ts';
import type { Session } from './session.ts';
import { pathBelow } from './uris.ts';
import type { WorkCounter } from './workCounter.ts';

export interface RoadmapsPorts {
  readonly session: Session;
  readonly analysis: AnalysisPort;
  readonly files: FileSource;
  readonly work: WorkCounter;
  readonly log: Log;
  readonly clock: Clock;
  /** The plans of a library, or files that they name, are known better now. */
  readonly onChanged: (root: string) => void;
  /** Planned files that are no Markdown, relative to the root. */
  readonly onPlannedFiles: (root: string, paths: readonly string[]) => void;
}

const AT_ONCE = 8;
/** After more changed plans at once (a checkout) they are read ahead before anything is held against them. */
const MAX_COLD_PLANS = 10;
/** Characters of planned documents in memory; what is beyond is not looked into. */
const MAX_TEXT = 40_000_000;
/** A step of the engine reads some plans; this many steps read any library. */
const MAX_STEPS = 1_000;

interface RoadmapRecord {
  readonly plans: Map<string, string>;
  readonly files: Map<string, string>;
  readonly lineCounts: Map<string, number>;
  readonly skipped: Map<string, Message>;
  /** Changed on disk since they were read. */
  readonly stale: Set<string>;
  /** What the last load was made from. */
  paths: EnginePaths | undefined;
  library: EngineLibrary | undefined;
  /** An open plan has changed: what hangs on it is told even where the disk is the same. */
  isForced: boolean;
  /** The latest load; an older one that ends later is dropped. */
  generation: number;
  loading: Promise<void>;
}

interface PlansStep {
  readonly changedPlans: number;
  readonly isLatest: () => boolean;
}

interface FilesStep {
  /** Texts that are new, different or gone. */
  readonly changed: number;
  /** The state that the load began with. */
  readonly engine: EngineState;
  readonly isLatest: () => boolean;
}

export class Roadmaps {
  readonly #ports: RoadmapsPorts;
  readonly #records = new Map<string, RoadmapRecord>();
  readonly #debouncer: Debouncer;
  readonly #pending = new Map<string, () => void>();

  constructor(ports: RoadmapsPorts) {
    this.#ports = ports;
    this.#debouncer = new Debouncer(ports.clock);
  }

  /** The listing or the configuration of a library changed, or it is gone. */
  libraryChanged(root: string): void {
    const { session } = this.#ports;
    if (!session.snapshot.engine.libraries.has(root)) {
      this.#records.delete(root);
      return;
    }
    if (session.snapshot.engine.paths.has(root)) this.#refresh(root);
  }

  /** Files changed on disk; the new listing of their folder follows. */
  filesChanged(uris: readonly string[]): void {
    for (const [root, record] of this.#records) {
      for (const uri of uris) {
        const path = pathBelow(root, uri);
        if (path !== undefined) record.stale.add(path);
      }
    }
  }

  /** An open document appeared, changed or closed: it may be a plan or a planned document. */
  documentChanged(uri: string, when: 'soon' | 'now'): void {
    for (const [root, record] of this.#records) {
      const path = pathBelow(root, uri);
      if (path === undefined || !(record.plans.has(path) || record.files.has(path))) continue;
      const end = this.#pending.get(root) ?? this.#ports.work.begin();
      this.#pending.set(root, end);
      this.#debouncer.schedule(root, when, () => {
        // A plan may name other files now.
        if (record.plans.has(path)) this.#refresh(root, true);
        else this.#ports.onChanged(root);
        this.#pending.delete(root);
        end();
      });
    }
  }

  /** Resolves when everything that is being read now has been read. Never rejects. */
  async ready(): Promise<void> {
    await Promise.all([...this.#records.values()].map((record) => record.loading));
  }

  #refresh(root: string, isForced = false): void {
    const { log, work } = this.#ports;
    const record = this.#records.get(root) ?? newRecord();
    this.#records.set(root, record);
    record.isForced ||= isForced;
    const generation = ++record.generation;
    const isLatest = (): boolean => this.#records.get(root) === record && record.generation === generation;
    record.loading = this.#load(root, record, isLatest).catch((error: unknown) => {
      log('error', `plans of ${root} not read: ${causeOf(error)}`);
    });
    void work.during(record.loading);
  }

  async #load(root: string, record: RoadmapRecord, isLatest: () => boolean): Promise<void> {
    const stale = [...record.stale];
    const { engine } = this.#ports.session.snapshot;
    const candidates = await this.#ask('roadmapCandidates', { root }, isLatest);
    if (candidates === undefined || !isLatest()) return;
    if (candidates.length === 0 && record.plans.size === 0) return;
    const changedPlans = await this.#readPlans(root, record, candidates);
    if (!isLatest()) return;
    await this.#takePlans(root, record, { changedPlans, isLatest });
    const files = await this.#ask('roadmapFiles', { root }, isLatest);
    if (files === undefined || !isLatest()) return;
    this.#ports.onPlannedFiles(root, files.watched);
    const changed = changedPlans + (await this.#readFiles(root, record, files));
    if (!isLatest()) return;
    for (const path of stale) record.stale.delete(path);
    await this.#tell(root, record, { changed, engine, isLatest });
  }

  /** Hands the plans to the engine; many new ones are read ahead before anything is held against them. */
  async #takePlans(root: string, record: RoadmapRecord, { changedPlans, isLatest }: PlansStep): Promise<void> {
    const { session } = this.#ports;
    const isCold = !session.snapshot.engine.roadmaps.has(root) || changedPlans > MAX_COLD_PLANS;
    if (!isCold && changedPlans === 0) return;
    session.setRoadmap(asRoadmap(root, record, !isCold));
    if (isCold) await this.#warm(root, isLatest);
  }

  /** Hands plans and files to the engine and says so, where anything is different. */
  async #tell(root: string, record: RoadmapRecord, { changed, engine, isLatest }: FilesStep): Promise<void> {
    const { session, onChanged } = this.#ports;
    const paths = engine.paths.get(root);
    const library = engine.libraries.get(root);
    const isReady = session.snapshot.engine.roadmaps.get(root)?.isReady === true;
    const isSame = !record.isForced && record.paths === paths && record.library === library;
    if (changed === 0 && isSame && isReady) return;
    Object.assign(record, { paths, library, isForced: false });
    if (changed > 0 || !isReady) session.setRoadmap(asRoadmap(root, record, true));
    onChanged(root);
    if (await this.#warm(root, isLatest)) onChanged(root);
  }

  /** Reads what is new or changed and forgets what is gone; how many plans that were. */
  async #readPlans(root: string, record: RoadmapRecord, candidates: readonly string[]): Promise<number> {
    const { plans, skipped, stale } = record;
    const wanted = new Set(candidates);
    const gone = [...plans.keys(), ...skipped.keys()].filter((path) => !wanted.has(path));
    const news = candidates.filter((path) => !(plans.has(path) || skipped.has(path)) || stale.has(path));
    for (const path of gone) {
      plans.delete(path);
      skipped.delete(path);
    }
    await inParallel(news, { atOnce: AT_ONCE, isWanted: () => true }, async (path) => {
      const file = await this.#ports.files.readDocument(root, path);
      if (file.isText) {
        plans.set(path, file.text);
        skipped.delete(path);
      } else {
        plans.delete(path);
        skipped.set(path, file.finding.message);
      }
    });
    return news.length + gone.length;
  }

  /** The same for the files that plans name. */
  async #readFiles(root: string, record: RoadmapRecord, files: FeatureResult<'roadmapFiles'>): Promise<number> {
    const { stale, lineCounts } = record;
    const wanted = new Set([...files.documents, ...files.others]);
    const gone = [...lineCounts.keys()].filter((path) => !wanted.has(path));
    const news = [...wanted].filter((path) => !lineCounts.has(path) || stale.has(path));
    for (const path of [...gone, ...news]) {
      record.files.delete(path);
      lineCounts.delete(path);
    }
    const isDocument = new Set(files.documents);
    let length = [...record.files.values()].reduce((sum, text) => sum + text.length, 0);
    await inParallel(news, { atOnce: AT_ONCE, isWanted: () => length < MAX_TEXT }, async (path) => {
      const file = await this.#ports.files.readDocument(root, path);
      if (!file.isText) return;
      lineCounts.set(path, countLines(file.text));
      if (!isDocument.has(path)) return;
      record.files.set(path, file.text);
      length += file.text.length;
    });
    return news.length + gone.length;
  }

  /** Lets the engine read ahead, step by step; true where there was something to read. */
  async #warm(root: string, isLatest: () => boolean): Promise<boolean> {
    for (let step = 0; step < MAX_STEPS; step++) {
      const isDone = await this.#ask('roadmapWarm', { root }, isLatest);
      if (isDone !== false) return step > 0;
    }
    return true;
  }

  async #ask<N extends FeatureName>(
    name: N,
    params: FeatureParams<N>,
    isLatest: () => boolean,
  ): Promise<FeatureResult<N> | undefined> {
    const { session, analysis } = this.#ports;
    const state = session.snapshot.engine;
    const outcome = await analysis.request({ name, params, state, priority: 'background', isWanted: isLatest });
    return outcome.kind === 'done' ? outcome.value : undefined;
  }
}

function newRecord(): RoadmapRecord {
  return {
    plans: new Map(),
    files: new Map(),
    lineCounts: new Map(),
    skipped: new Map(),
    stale: new Set(),
    paths: undefined,
    library: undefined,
    isForced: false,
    generation: 0,
    loading: Promise.resolve(),
  };
}

function asRoadmap(
  root: string,
  { plans, files, lineCounts, skipped }: RoadmapRecord,
  isReady: boolean,
): EngineRoadmap {
  const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
  return {
    root,
    plans: [...plans].sort(byPath),
    files: [...files].sort(byPath),
    lineCounts: [...lineCounts].sort(byPath),
    skipped: [...skipped].sort(byPath),
    isReady,
  };
}
