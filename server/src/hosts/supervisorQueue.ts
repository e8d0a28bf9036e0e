// The queue of analysis requests: what people wait for goes first, then in order of arrival. Of equal checks of one
// document only the newest waits. It starts nothing.
import type { AnalysisRequest, Outcome, Priority } from '../lsp/analysisPort.ts';
import type { FeatureName } from '../features/featureTable.ts';

export interface QueuedRequest {
  readonly id: number;
  readonly request: AnalysisRequest<FeatureName>;
  readonly since: number;
  resolve(outcome: Outcome<unknown>): void;
}

const rank: Readonly<Record<Priority, number>> = { interactive: 0, check: 1, background: 2 };

export class RequestQueue {
  #waiting: QueuedRequest[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Adds a request; an older waiting check of the same document is dropped in its favor. */
  add(queued: QueuedRequest): void {
    const { request } = queued;
    if (request.priority === 'check' && request.uri !== undefined) {
      this.#drop((other) => other.request.name === request.name && other.request.uri === request.uri);
    }
    const index = this.#waiting.findIndex((other) => rank[other.request.priority] > rank[request.priority]);
    this.#waiting.splice(index < 0 ? this.#waiting.length : index, 0, queued);
  }

  /** The next request that may run; what nobody wants any more is dropped on the way. */
  take(mayRun: (queued: QueuedRequest) => boolean): QueuedRequest | undefined {
    this.#drop((queued) => !queued.request.isWanted());
    const index = this.#waiting.findIndex(mayRun);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  /** Takes out all requests about one document. */
  takeAbout(uri: string): readonly QueuedRequest[] {
    const about = this.#waiting.filter((queued) => queued.request.uri === uri);
    this.#waiting = this.#waiting.filter((queued) => queued.request.uri !== uri);
    return about;
  }

  /** Empties the queue. */
  takeAll(): readonly QueuedRequest[] {
    const all = this.#waiting;
    this.#waiting = [];
    return all;
  }

  #drop(isDropped: (queued: QueuedRequest) => boolean): void {
    const dropped = this.#waiting.filter(isDropped);
    if (dropped.length === 0) return;
    this.#waiting = this.#waiting.filter((queued) => !dropped.includes(queued));
    for (const queued of dropped) queued.resolve({ kind: 'dropped' });
  }
}
