// Keeps stdout for the protocol: importing this first sends every other print to stderr, before anything else loads.
import { format } from 'node:util';

const writeProtocol = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

const print = (...values: readonly unknown[]): void => {
  process.stderr.write(`${format(...values)}\n`);
};
Object.assign(console, { log: print, info: print, debug: print, warn: print, error: print, trace: print, dir: print });

/** The real stdout; for the protocol only. */
export const protocolOutput = Object.create(process.stdout, {
  write: { value: writeProtocol },
}) as NodeJS.WritableStream; // the same stream with its real `write`
