// Facts of libraries on disk: one compressed file for each library in the extension's storage, replaced as a whole, so that
// two windows on one folder do no harm. A file that is damaged, foreign or of another version counts as none.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { fileURLToPath } from 'node:url';
import { createGunzip, createGzip } from 'node:zlib';
import { FACTS_VERSION } from '../core/facts/documentFacts.ts';
import { contentHash } from '../core/schema/contentHash.ts';
import type { FactsEntry } from '../lsp/factsReader.ts';
import type { FactsPlace, FactsStore } from '../lsp/factsStore.ts';
import { causeOf, type Log } from '../lsp/log.ts';
import { isInside, isSystemError } from './nodeFiles.ts';

/** Files of libraries that nobody opened for so long go away. */
const MAX_AGE = 60 * 24 * 3_600_000;
/** What a save that was cut short left behind. */
const MAX_UNFINISHED_AGE = 24 * 3_600_000;
/** Lines that are handed to the compressor at once. */
const PORTION = 200;
const FORMAT = 'casewright-facts';
const EXTENSION = '.facts.gz';

/** `version`: of the product; another one may read facts otherwise. */
export function factsCache(version: string, log: Log): FactsStore {
  const headerOf = ({ root, ground }: FactsPlace): string =>
    JSON.stringify({ format: FORMAT, facts: FACTS_VERSION, product: version, root, ground });
  return {
    async load(place) {
      const path = pathOf(place);
      try {
        const found = await read(path, headerOf(place), place.ground);
        if (typeof found !== 'string') return found;
        log('info', `kept facts of ${place.root} not used: ${found}`);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        if (error.code !== 'ENOENT') log('warn', `kept facts of ${place.root} not read: ${causeOf(error)}`);
      }
      return new Map();
    },
    async save(place, entries) {
      const path = pathOf(place);
      const unfinished = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
      try {
        if (!(await isOutside(place))) return;
        await mkdir(place.folder, { recursive: true });
        await pipeline(
          Readable.from(linesOf(headerOf(place), entries)),
          createGzip({ level: 1 }),
          createWriteStream(unfinished, { mode: 0o600 }),
        );
        await rename(unfinished, path);
        await sweep(place.folder);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        log('warn', `facts of ${place.root} not kept: ${causeOf(error)}`);
        await rm(unfinished, { force: true }).catch(() => undefined); // the first failure is the one to tell of
      }
    },
  };
}

function pathOf({ folder, root }: FactsPlace): string {
  return join(folder, `${contentHash(root)}${EXTENSION}`);
}

/** Nothing is ever written into the folders that people work in. */
async function isOutside({ folder, root }: FactsPlace): Promise<boolean> {
  if (!isAbsolute(folder)) return false;
  if (!root.startsWith('file:')) return true;
  const library = await realpath(fileURLToPath(root));
  return !isInside(library, folder) && !isInside(fileURLToPath(root), folder);
}

function* linesOf(header: string, entries: ReadonlyMap<string, FactsEntry>): Generator<string> {
  yield `${header}\n`;
  let lines: string[] = [];
  for (const [path, { hash, stamp = '', facts }] of entries) {
    // Facts and paths are JSON: no line end, no tab is in them.
    lines.push(`${hash}\t${stamp}\t${JSON.stringify(path)}\t${facts.numbers}\t${facts.texts}\n`);
    if (lines.length < PORTION) continue;
    yield lines.join('');
    lines = [];
  }
  yield `${lines.join('')}end ${entries.size}\n`;
}

/** The entries, or why the file is of no use. Rejects with system errors only. */
async function read(path: string, header: string, ground: string): Promise<ReadonlyMap<string, FactsEntry> | string> {
  const source = createReadStream(path);
  try {
    return await readLines(linesIn(source), header, ground);
  } catch (error) {
    if (error instanceof TypeError) return `it is damaged (${causeOf(error)})`; // no UTF-8
    if (!isSystemError(error) || !error.code.startsWith('Z_')) throw error;
    return `it is damaged (${causeOf(error)})`;
  } finally {
    source.destroy();
  }
}

async function readLines(
  lines: AsyncIterable<string>,
  header: string,
  ground: string,
): Promise<ReadonlyMap<string, FactsEntry> | string> {
  const entries = new Map<string, FactsEntry>();
  let isFirst = true;
  let isComplete = false;
  for await (const line of lines) {
    if (isFirst) {
      if (line !== header) return 'it is of another library or version';
      isFirst = false;
      continue;
    }
    isComplete = line === `end ${entries.size}`;
    if (!isComplete && !addEntry(entries, line, ground)) return 'it is damaged';
  }
  return isComplete ? entries : 'it is cut short';
}

async function* linesIn(source: Readable): AsyncGenerator<string> {
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of unpacked) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function addEntry(entries: Map<string, FactsEntry>, line: string, ground: string): boolean {
  const [hash = '', stamp = '', name = '', numbers = '', texts = ''] = line.split('\t');
  const path = textIn(name);
  if (path === undefined || hash === '' || texts === '') return false;
  entries.set(path, { facts: { path, numbers, texts }, ground, hash, ...(stamp !== '' && { stamp }) });
  return true;
}

function textIn(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function sweep(folder: string): Promise<void> {
  const now = Date.now();
  for (const name of await readdir(folder)) {
    const isUnfinished = name.includes(`${EXTENSION}.`) && name.endsWith('.tmp');
    if (!isUnfinished && !name.endsWith(EXTENSION)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now })); // another window may have taken it away
    if (now - mtimeMs > (isUnfinished ? MAX_UNFINISHED_AGE : MAX_AGE)) await rm(path, { force: true });
  }
}
