// What the supervisor and its workers say to each other: plain data that can be cloned. Types only.
import type { Subject } from '../features/engine.ts';
import type { EngineChange } from '../features/engineState.ts';
import type { FeatureName } from '../features/featureTable.ts';

export interface WorkerRequest {
  readonly id: number;
  /** From the state of the worker's last request to the state of this one. */
  readonly changes: readonly EngineChange[];
  readonly name: FeatureName;
  readonly params: unknown;
}

export type WorkerReply =
  | { readonly kind: 'ready'; readonly parser: string }
  /** What it turns to now; each subject has a deadline of its own. */
  | { readonly kind: 'subject'; readonly id: number; readonly subject: Subject }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'threw'; readonly id: number; readonly error: string };

/** A worker as the supervisor sees it: a thread in the product, anything in tests. */
export interface WorkerPort {
  post(request: WorkerRequest): void;
  /** Ends it at once, whatever it is doing. */
  terminate(): Promise<void>;
}

export interface WorkerEvents {
  readonly onReply: (reply: WorkerReply) => void;
  /** It ended, by `terminate` or by itself; called once. */
  readonly onExit: (cause: string) => void;
}

export type StartWorker = (events: WorkerEvents) => WorkerPort;
