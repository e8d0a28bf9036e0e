// The worker's side of the supervisor: the engine behind a message port. It is ended from outside whenever it hangs.
import { parentPort, type MessagePort } from 'node:worker_threads';
import { createEngine, type Subject } from '../features/engine.ts';
import type { FeatureParams, FeatureName } from '../features/featureTable.ts';
import { engineCore } from './engineCore.ts';
import { loadParser } from './loadParser.ts';
import type { WorkerReply, WorkerRequest } from './workerMessages.ts';

async function serve(port: MessagePort): Promise<void> {
  const parser = await loadParser();
  const engine = createEngine(engineCore(parser));
  const reply = (message: WorkerReply): void => {
    port.postMessage(message);
  };
  port.on('message', ({ id, changes, name, params }: WorkerRequest) => {
    try {
      const onSubject = (subject: Subject): void => {
        reply({ kind: 'subject', id, subject });
      };
      const value = engine.handle(changes, name, params as FeatureParams<FeatureName>, onSubject); // narrowed by the server
      reply({ kind: 'done', id, value });
    } catch (error) {
      reply({ kind: 'threw', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  reply({ kind: 'ready', parser: parser.engine });
}

if (!parentPort) throw new Error('analysisWorker runs as a worker thread only');
// A failed start must end the thread, so that the supervisor sees it.
serve(parentPort).catch((error: unknown) => {
  setImmediate(() => {
    throw error;
  });
});
