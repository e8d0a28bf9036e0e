// Entry of the command line: the terminal of this process, and workers for the engine.
import { workerAnalyzer } from './cli/analyzer.ts';
import { main } from './cli/main.ts';
import { processTerminal } from './cli/terminal.ts';

/** Beside this file: bundled, or TypeScript in a checkout. */
const workerName = import.meta.url.endsWith('.ts') ? './cliWorker.ts' : './cliWorker.cjs';
const entry = new URL(workerName, import.meta.url);

// A reader that goes away (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void main(process.argv.slice(2), processTerminal(), workerAnalyzer(entry)).then((code) => {
  // Not process.exit: what is written to a pipe must arrive first.
  process.exitCode = code;
});
