// Keeps analysis workers: one warm, a second only while the first is busy for long. It gives each piece of work a
// deadline, ends workers that miss it, starts new ones with back-off, and sets aside texts that ended two of them.
import type { Subject } from '../features/engine.ts';
import { changesBetween, initialState, type EngineChange, type EngineState } from '../features/engineState.ts';
import type { FeatureName, FeatureResult } from '../features/featureTable.ts';
import type { AnalysisPort, AnalysisRequest, NotAnalyzedReason, Outcome } from '../lsp/analysisPort.ts';
import type { Clock } from '../lsp/clock.ts';
import type { Log } from '../lsp/log.ts';
import { RequestQueue, type QueuedRequest } from './supervisorQueue.ts';
import { Quarantine } from './supervisorQuarantine.ts';
import type { StartWorker, WorkerPort, WorkerReply } from './workerMessages.ts';

export interface SupervisorPorts {
  readonly startWorker: StartWorker;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds that one subject (a document, a library) may take. */
  readonly deadline: number;
}

/** A request that waits this long behind another document's gets a second worker. */
const BUSY_TIME = 100;
/** The second worker goes when it was not needed for this long. */
const IDLE_TIME = 10_000;
/** At most one start per second, fewer when starts fail. */
const START_INTERVAL = 1000;
const MAX_START_INTERVAL = 30_000;
/** Loading the engine takes some tenths of a second; more than this is a failure. */
const START_DEADLINE = 20_000;
/** A new worker is told of every document of the library at once; taking in one takes some tenths of a millisecond. */
const TAKING_TIME = 2;
/** Failed starts in a row after which waiting requests are told so. */
const MAX_FAILED_STARTS = 3;
const MAX_WORKERS = 2;

interface Running {
  readonly queued: QueuedRequest;
  subject: Subject | undefined;
}

interface WorkerRecord {
  port: WorkerPort | undefined;
  isReady: boolean;
  /** The state that it was last told; a new worker knows the initial state only. */
  known: EngineState;
  running: Running | undefined;
  callOffDeadline: () => void;
  callOffIdle: () => void;
  /** Why the supervisor ended it. */
  ending: NotAnalyzedReason | 'retired' | undefined;
}

export class Supervisor implements AnalysisPort {
  readonly #ports: SupervisorPorts;
  readonly #queue = new RequestQueue();
  readonly #quarantine = new Quarantine();
  readonly #workers = new Set<WorkerRecord>();
  #nextId = 1;
  #lastStart = Number.NEGATIVE_INFINITY;
  #failedStarts = 0;
  #callOffStart: (() => void) | undefined;
  #callOffBusy: (() => void) | undefined;
  #isDisposed = false;

  /** Starts the first worker at once, so that it is warm when the first document comes. */
  constructor(ports: SupervisorPorts) {
    this.#ports = ports;
    this.#ensureWorker();
  }

  /** Workers alive, for tests. */
  get workerCount(): number {
    return this.#workers.size;
  }

  request<N extends FeatureName>(request: AnalysisRequest<N>): Promise<Outcome<FeatureResult<N>>> {
    if (this.#isDisposed) return Promise.resolve({ kind: 'dropped' });
    return new Promise((resolve) => {
      const queued: QueuedRequest = {
        id: this.#nextId++,
        request: request, // the name ties parameters to results
        since: this.#ports.clock.now(),
        resolve: resolve as (outcome: Outcome<unknown>) => void,
      };
      this.#queue.add(queued);
      this.#pump();
    });
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    this.#callOffStart?.();
    this.#callOffBusy?.();
    for (const queued of this.#queue.takeAll()) queued.resolve({ kind: 'dropped' });
    await Promise.all([...this.#workers].map((worker) => this.#end(worker, 'retired')));
  }

  /** Gives waiting requests to free workers; starts one where there is none or all are busy for long. */
  #pump(): void {
    if (this.#isDisposed) return;
    for (const worker of this.#workers) {
      while (worker.isReady && !worker.running && worker.ending === undefined) {
        const queued = this.#queue.take((candidate) => !this.#isBusyWith(candidate.request.uri));
        if (!queued) break;
        this.#run(worker, queued);
      }
    }
    if (this.#workers.size === 0) this.#ensureWorker();
    else if (!this.#queue.isEmpty) this.#watchBusyTime();
  }

  /** One document is never looked at by two workers: a poisonous one would take both. */
  #isBusyWith(uri: string | undefined): boolean {
    if (uri === undefined) return false;
    return [...this.#workers].some((worker) => worker.running?.queued.request.uri === uri);
  }

  #run(worker: WorkerRecord, queued: QueuedRequest): void {
    const { request, id } = queued;
    const held = this.#quarantined(request);
    if (held) {
      const root = held.kind === 'library' ? { root: held.root } : {};
      queued.resolve({ kind: 'not-analyzed', reason: 'quarantined', ...root });
      return;
    }
    worker.callOffIdle();
    worker.running = { queued, subject: undefined };
    const changes = changesBetween(worker.known, request.state);
    worker.known = request.state;
    this.#setDeadline(worker, factsIn(changes) * TAKING_TIME);
    worker.port?.post({ id, changes, name: request.name, params: request.params });
  }

  #quarantined({ uri, state }: AnalysisRequest<FeatureName>): Subject | undefined {
    if (uri === undefined) return undefined;
    const root = state.documents.get(uri)?.root ?? '';
    const subjects: readonly Subject[] = [
      { kind: 'document', uri },
      { kind: 'library', root },
    ];
    return subjects.find((subject) => this.#quarantine.holds(subject, state));
  }

  /** `more`: milliseconds that it may take before it begins. */
  #setDeadline(worker: WorkerRecord, more = 0): void {
    worker.callOffDeadline();
    worker.callOffDeadline = this.#ports.clock.after(this.#ports.deadline + more, () => {
      void this.#end(worker, 'deadline');
    });
  }

  #ensureWorker(): void {
    if (this.#callOffStart || this.#isDisposed) return;
    const interval = Math.min(START_INTERVAL * 2 ** this.#failedStarts, MAX_START_INTERVAL);
    const wait = this.#lastStart + interval - this.#ports.clock.now();
    if (wait <= 0) {
      this.#start();
      return;
    }
    this.#callOffStart = this.#ports.clock.after(wait, () => {
      this.#callOffStart = undefined;
      this.#start();
    });
  }

  #start(): void {
    if (this.#isDisposed || this.#workers.size >= MAX_WORKERS) return;
    this.#lastStart = this.#ports.clock.now();
    const worker: WorkerRecord = {
      port: undefined,
      isReady: false,
      known: initialState,
      running: undefined,
      callOffDeadline: () => undefined,
      callOffIdle: () => undefined,
      ending: undefined,
    };
    this.#workers.add(worker);
    worker.callOffDeadline = this.#ports.clock.after(START_DEADLINE, () => {
      void this.#end(worker, 'unavailable');
    });
    worker.port = this.#ports.startWorker({
      onReply: (reply) => {
        this.#onReply(worker, reply);
      },
      onExit: (cause) => {
        this.#onExit(worker, cause);
      },
    });
  }

  #onReply(worker: WorkerRecord, reply: WorkerReply): void {
    if (worker.ending !== undefined) return;
    if (reply.kind === 'ready') {
      worker.isReady = true;
      worker.callOffDeadline();
      this.#failedStarts = 0;
      this.#ports.log('info', `analysis worker ready, parser ${reply.parser}`);
      this.#pump();
      return;
    }
    const { running } = worker;
    if (reply.id !== running?.queued.id) return;
    if (reply.kind === 'subject') {
      running.subject = reply.subject;
      this.#setDeadline(worker);
      return;
    }
    worker.running = undefined;
    worker.callOffDeadline();
    if (reply.kind === 'threw') this.#ports.log('error', `${running.queued.request.name} threw: ${reply.error}`);
    running.queued.resolve(
      reply.kind === 'done' ? { kind: 'done', value: reply.value } : { kind: 'failed', error: reply.error },
    );
    this.#pump();
    this.#retireWhenIdle(worker);
  }

  async #end(worker: WorkerRecord, reason: NotAnalyzedReason | 'retired'): Promise<void> {
    if (worker.ending !== undefined) return;
    worker.ending = reason;
    this.#forget(worker, reason);
    await worker.port?.terminate();
  }

  #onExit(worker: WorkerRecord, cause: string): void {
    if (worker.ending !== undefined) return; // ended by us, already forgotten
    worker.ending = worker.isReady ? 'crash' : 'unavailable';
    this.#ports.log('error', `analysis worker ended: ${cause}`);
    this.#forget(worker, worker.ending);
  }

  /** Takes a worker that ends out of the books: its request is answered, its subject blamed, another worker started. */
  #forget(worker: WorkerRecord, reason: NotAnalyzedReason | 'retired'): void {
    const { running } = worker;
    this.#workers.delete(worker);
    worker.callOffDeadline();
    worker.callOffIdle();
    worker.running = undefined;
    if (reason === 'unavailable') this.#startFailed();
    if (running) this.#blame(running, reason === 'retired' ? 'unavailable' : reason);
    this.#pump();
  }

  #startFailed(): void {
    this.#failedStarts += 1;
    if (this.#failedStarts < MAX_FAILED_STARTS) return;
    for (const queued of this.#queue.takeAll()) queued.resolve({ kind: 'not-analyzed', reason: 'unavailable' });
  }

  #blame({ queued, subject }: Running, reason: NotAnalyzedReason): void {
    const { request } = queued;
    const blamed = subject ?? (request.uri === undefined ? undefined : { kind: 'document' as const, uri: request.uri });
    const name = blamed?.kind === 'library' ? `library ${blamed.root}` : (blamed?.uri ?? request.name);
    this.#ports.log('warn', `analysis worker ended (${reason}) during ${request.name} of ${name}`);
    if (blamed && reason !== 'unavailable') this.#quarantine.blame(blamed, request.state);
    const root = blamed?.kind === 'library' ? { root: blamed.root } : {};
    queued.resolve({ kind: 'not-analyzed', reason, ...root });
    if (request.uri !== undefined) this.#answerAlike(request.uri, request, reason);
  }

  /** What waits for the same text would end the next worker; nobody shall wait for that. */
  #answerAlike(uri: string, { state }: AnalysisRequest<FeatureName>, reason: NotAnalyzedReason): void {
    for (const waiting of this.#queue.takeAbout(uri)) {
      const isSameText = waiting.request.state.documents.get(uri) === state.documents.get(uri);
      if (isSameText) waiting.resolve({ kind: 'not-analyzed', reason });
      else this.#queue.add(waiting);
    }
  }

  #watchBusyTime(): void {
    if (this.#callOffBusy || this.#workers.size >= MAX_WORKERS) return;
    this.#callOffBusy = this.#ports.clock.after(BUSY_TIME, () => {
      this.#callOffBusy = undefined;
      const isAnyFree = [...this.#workers].some((worker) => !worker.running);
      if (!this.#queue.isEmpty && !isAnyFree) this.#ensureWorker();
    });
  }

  #retireWhenIdle(worker: WorkerRecord): void {
    worker.callOffIdle();
    if (this.#workers.size < 2 || worker.running || worker.ending !== undefined) return;
    worker.callOffIdle = this.#ports.clock.after(IDLE_TIME, () => {
      if (this.#workers.size > 1 && !worker.running) void this.#end(worker, 'retired');
    });
  }
}

/** Documents whose facts the changes bring. */
function factsIn(changes: readonly EngineChange[]): number {
  return changes.reduce((count, change) => count + (change.kind === 'index' ? change.changed.length : 0), 0);
}
