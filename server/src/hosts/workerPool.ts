// A pool of worker threads with a deadline for each task. A task that hangs or kills its worker costs that worker only:
// a new one takes its place and the others go on. It knows nothing of documents.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

export type TaskOutcome<Result> =
  | { readonly kind: 'done'; readonly value: Result }
  | { readonly kind: 'deadline' }
  /** The worker died, or the task threw; `detail` is one line. */
  | { readonly kind: 'crash'; readonly detail: string };

export interface WorkerPoolOptions {
  /** The worker's entry; a `.ts` file is run through tsx. */
  readonly entry: URL;
  /** Handed to every worker when it starts; must be cloneable. */
  readonly initial: unknown;
  readonly size: number;
  /** Milliseconds for one task, from when a worker takes it. */
  readonly deadline: number;
  /** Milliseconds for a worker to get ready. */
  readonly startDeadline: number;
}

interface Task<Request, Result> {
  readonly request: Request;
  readonly settle: (outcome: TaskOutcome<Result>) => void;
}

interface Seat<Request, Result> {
  readonly worker: Worker;
  isReady: boolean;
  task: Task<Request, Result> | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** What a worker sends: first `ready`, then one answer for each request. */
export type WorkerMessage<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly value: Result }
  | { readonly kind: 'failure'; readonly detail: string };

/** No worker could be started: nothing can be analysed at all. */
export class WorkerStartError extends Error {
  override readonly name = 'WorkerStartError';
}

export class WorkerPool<Request, Result> {
  readonly #options: WorkerPoolOptions;
  readonly #waiting: Task<Request, Result>[] = [];
  readonly #seats = new Set<Seat<Request, Result>>();
  #startFailure: WorkerStartError | undefined;
  #isClosed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** Rejects only where no worker can be started. */
  async run(request: Request): Promise<TaskOutcome<Result>> {
    const outcome = await new Promise<TaskOutcome<Result>>((settle) => {
      this.#waiting.push({ request, settle });
      this.#assign();
    });
    if (this.#startFailure !== undefined) throw this.#startFailure;
    return outcome;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const workers = [...this.#seats].map((seat) => seat.worker);
    this.#seats.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #assign(): void {
    if (this.#isClosed) return;
    if (this.#startFailure !== undefined) {
      for (const task of this.#waiting.splice(0)) task.settle({ kind: 'crash', detail: this.#startFailure.message });
      return;
    }
    for (const seat of this.#seats) {
      if (seat.isReady && seat.task === undefined) this.#take(seat);
    }
    const starting = [...this.#seats].filter((seat) => !seat.isReady).length;
    if (this.#waiting.length > starting && this.#seats.size < this.#options.size) this.#startWorker();
  }

  #take(seat: Seat<Request, Result>): void {
    const task = this.#waiting.shift();
    if (task === undefined) return;
    seat.task = task;
    seat.timer = setTimeout(() => {
      this.#retire(seat, { kind: 'deadline' });
    }, this.#options.deadline);
    seat.worker.postMessage(task.request);
  }

  #startWorker(): void {
    const { entry, initial, startDeadline } = this.#options;
    const worker = workerOf(entry, initial);
    const seat: Seat<Request, Result> = { worker, isReady: false, task: undefined, timer: undefined };
    this.#seats.add(seat);
    seat.timer = setTimeout(() => {
      this.#retire(seat, { kind: 'deadline' });
    }, startDeadline);
    worker.on('message', (message: WorkerMessage<Result>) => {
      this.#receive(seat, message);
    });
    worker.on('error', (error) => {
      this.#retire(seat, { kind: 'crash', detail: oneLine(error) });
    });
    worker.on('exit', (code) => {
      this.#retire(seat, { kind: 'crash', detail: `exit ${code}` });
    });
  }

  #receive(seat: Seat<Request, Result>, message: WorkerMessage<Result>): void {
    clearTimeout(seat.timer);
    if (message.kind === 'ready') {
      seat.isReady = true;
    } else {
      const outcome: TaskOutcome<Result> =
        message.kind === 'answer' ? { kind: 'done', value: message.value } : { kind: 'crash', detail: message.detail };
      seat.task?.settle(outcome);
      seat.task = undefined;
    }
    this.#assign();
  }

  /** Ends a worker and answers its task; called again by its own exit event, which then finds nothing to do. */
  #retire(seat: Seat<Request, Result>, outcome: TaskOutcome<Result>): void {
    if (!this.#seats.delete(seat)) return;
    clearTimeout(seat.timer);
    void seat.worker.terminate();
    if (!seat.isReady) {
      this.#startFailure = new WorkerStartError(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
    }
    seat.task?.settle(outcome);
    this.#assign();
  }
}

/** In a checkout the entry is TypeScript: tsx does not reach into workers by itself, so the worker loads it first. */
function workerOf(entry: URL, workerData: unknown): Worker {
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, { workerData });
  const required = createRequire(import.meta.url).resolve('tsx/esm/api');
  // The loader must be the ES module; bundles know no import.meta.resolve, which would find it.
  const loader = pathToFileURL(required.replace(/\.cjs$/, '.mjs')).href;
  const start = `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(start, { eval: true, workerData });
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
