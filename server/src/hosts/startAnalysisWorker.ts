// Starts analysis workers as threads: the bundle next to this file, or in a checkout the TypeScript source through tsx.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { StartWorker, WorkerReply } from './workerMessages.ts';

/** Enough for the trees of a few big documents; a text that needs more ends its worker, not the server. */
const HEAP_MEGABYTES = 1024;

export const startAnalysisWorker: StartWorker = ({ onReply, onExit }) => {
  const bundle = new URL('./analysisWorker.cjs', import.meta.url);
  const isBundled = existsSync(fileURLToPath(bundle));
  const worker = new Worker(isBundled ? bundle : sourceEntry(), {
    eval: !isBundled,
    // Output of a worker must never reach the protocol stream.
    stdout: true,
    stderr: false,
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

/** Code that loads the TypeScript source; `--import tsx` does not reach worker threads on every Node. */
function sourceEntry(): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const register = new URL('dist/esm/api/index.mjs', tsx).href;
  const source = new URL('./analysisWorker.ts', import.meta.url).href;
  return `import('${register}').then(({ register }) => { register(); return import('${source}'); });`;
}
