// The port to the engine, which runs elsewhere (a supervised worker, or in place in tests). The server's own thread
// never parses a document: it asks here and always gets an outcome.
import type { EngineState } from '../features/engineState.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../features/featureTable.ts';

/** interactive: someone waits for it; check: findings of open documents; background: the rest of the library. */
export type Priority = 'interactive' | 'check' | 'background';

export interface AnalysisRequest<N extends FeatureName> {
  readonly name: N;
  readonly params: FeatureParams<N>;
  /** The state to compute on, whatever comes later. */
  readonly state: EngineState;
  readonly priority: Priority;
  /** The open document that it is about. */
  readonly uri?: string;
  /** Asked just before the work starts; false: the outcome is `dropped` and nothing runs. */
  isWanted(): boolean;
}

export type NotAnalyzedReason = 'deadline' | 'crash' | 'quarantined' | 'unavailable';

export type Outcome<R> =
  | { readonly kind: 'done'; readonly value: R }
  /** Cancelled, outdated or superseded before it ran. */
  | { readonly kind: 'dropped' }
  /** The document (or, with `root`, its library) could not be looked at. */
  | { readonly kind: 'not-analyzed'; readonly reason: NotAnalyzedReason; readonly root?: string }
  /** A bug of ours; the worker lives. */
  | { readonly kind: 'failed'; readonly error: string };

export interface AnalysisPort {
  /** Never rejects. */
  request<N extends FeatureName>(request: AnalysisRequest<N>): Promise<Outcome<FeatureResult<N>>>;
  dispose(): Promise<void>;
}
