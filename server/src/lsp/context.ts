// What handlers work with. Types only; put together by server.ts.
import type { AnalysisPort } from './analysisPort.ts';
import type { Clock } from './clock.ts';
import type { DiagnosticRegistration } from './diagnosticRegistration.ts';
import type { FileSource } from './files.ts';
import type { Libraries } from './libraries.ts';
import type { LibraryIndexes } from './libraryIndex.ts';
import type { Lives } from './lives.ts';
import type { Log } from './log.ts';
import type { Publisher } from './publish.ts';
import type { Readiness } from './readiness.ts';
import type { Roadmaps } from './roadmaps.ts';
import type { Session } from './session.ts';
import type { WorkCounter } from './workCounter.ts';

/** The client's side: what the server may ask for or tell. */
export interface Client {
  /** Rejects where the client refuses or is gone. */
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
}

export interface ServerContext {
  readonly session: Session;
  readonly analysis: AnalysisPort;
  readonly files: FileSource;
  readonly libraries: Libraries;
  readonly index: LibraryIndexes;
  readonly lives: Lives;
  readonly roadmaps: Roadmaps;
  readonly publisher: Publisher;
  readonly diagnosticRegistration: DiagnosticRegistration;
  readonly work: WorkCounter;
  readonly readiness: Readiness;
  readonly client: Client;
  readonly clock: Clock;
  readonly log: Log;
}
