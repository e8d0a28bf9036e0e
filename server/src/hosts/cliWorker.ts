// The worker thread of the command line: the engine behind a message port. It is ended from outside when it hangs.
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { CheckRequest, CheckResult, WorkerInitial } from './cli/checkProtocol.ts';
import { createEngine } from './cli/engine.ts';
import { loadParser } from './loadParser.ts';
import type { WorkerMessage } from './workerPool.ts';

async function serve(port: MessagePort, { library, today }: WorkerInitial): Promise<void> {
  const engine = createEngine({ library, parser: await loadParser(), today });
  const send = (message: WorkerMessage<CheckResult>): void => {
    port.postMessage(message);
  };
  port.on('message', (request: CheckRequest) => {
    try {
      send({ kind: 'answer', value: engine(request) });
    } catch (error) {
      send({ kind: 'failure', detail: error instanceof Error ? error.message : String(error) });
    }
  });
  send({ kind: 'ready' });
}

if (parentPort === null) throw new Error('cliWorker runs as a worker thread only');
// The pool is the only one who starts this, with exactly this value.
serve(parentPort, workerData as WorkerInitial).catch((error: unknown) => {
  setImmediate(() => {
    throw error;
  });
});
