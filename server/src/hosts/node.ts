// Entry of the language server in Node: `--node-ipc` or `--stdio`. It wires; it decides nothing.
import { protocolOutput } from './stdoutGuard.ts';
import { guardFaults, watchProcess } from './processGuard.ts';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { limits } from '../core/limits.ts';
import { systemClock } from '../lsp/clock.ts';
import type { Log } from '../lsp/log.ts';
import { startServer } from '../lsp/server.ts';
import { productVersion } from './cli/version.ts';
import { factsCache } from './factsCache.ts';
import { serverFiles } from './serverFiles.ts';
import { startAnalysisWorker } from './startAnalysisWorker.ts';
import { Supervisor } from './supervisor.ts';

const log: Log = (level, line) => {
  process.stderr.write(`[${level}] ${line}\n`);
};
guardFaults((line) => {
  log('error', line);
});

const [reader, writer] = transport();
reader.onError((error) => {
  // A bad body in a good frame leaves the stream in step; anything else does not, and a mute server helps nobody.
  if (error instanceof SyntaxError) log('error', 'message with invalid JSON ignored');
  else fail(`protocol stream broken: ${error.message}`);
});
reader.onPartialMessage(() => {
  fail('protocol stream broken: a message did not complete');
});
reader.onClose(() => {
  fail('protocol stream closed');
});

startServer({
  connection: createMessageConnection(reader, writer),
  analysis: new Supervisor({
    startWorker: startAnalysisWorker,
    clock: systemClock,
    log,
    deadline: limits.editorAnalysisTime,
  }),
  files: serverFiles(log),
  store: factsCache(productVersion, log),
  clock: systemClock,
  log,
  yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
  exit: (code) => process.exit(code),
  watchClientProcess: watchProcess,
});

function transport(): readonly [MessageReader, MessageWriter] {
  if (process.argv.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  return [new StreamMessageReader(process.stdin), new StreamMessageWriter(protocolOutput)];
}

function fail(line: string): never {
  log('error', line);
  process.exit(1);
}
