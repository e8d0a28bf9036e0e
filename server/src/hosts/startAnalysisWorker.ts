// Starts analysis workers as threads: the bundle next to this file, or in a checkout the TypeScript source through tsx.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { StartWorker, WorkerReply } from './workerMessages.ts';

/** Enough for the trees of a few big documents; a text that needs more ends its worker, not the server. */
const HEAP_MEGABYTES = 1024;

export const startAnalysisWorker: StartWorker = ({ onReply, onExit }) => {
  const bundle = new URL('./analysisWorker.cjs', import.meta.url);
  const isBundled = existsSync(fileURLToPath(bundle));
  const entry = isBundled ? bundle : new URL('./analysisWorker.ts', import.meta.url);
  const worker = new Worker(entry, {
    // Output of a worker must never reach the protocol stream.
    stdout: true,
    stderr: false,
    execArgv: isBundled ? [] : ['--import', 'tsx'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  worker.unref();
  let cause = 'exit';
  worker.on('message', (reply: WorkerReply) => {
    onReply(reply);
  });
  worker.on('error', (error) => {
    cause = error instanceof Error ? error.message : String(error);
  });
  worker.on('exit', (code) => {
    onExit(`${cause} (code ${code})`);
  });
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    terminate: async () => {
      await worker.terminate();
    },
  };
};
