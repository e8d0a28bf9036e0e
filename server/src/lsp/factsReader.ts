// Facts of documents on disk: taken where the file is the same as when they were read, else read anew in small portions,
// behind whatever a person waits for. It keeps nothing.
import type { PackedFacts } from '../core/facts/packedFacts.ts';
import { contentHash } from '../core/schema/contentHash.ts';
import type { AnalysisPort } from './analysisPort.ts';
import type { FileSource } from './files.ts';
import { inParallel } from './inParallel.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';

/** What is known of one document on disk. */
export interface FactsEntry {
  readonly facts: PackedFacts;
  /** What the facts depend on besides the text. */
  readonly ground: string;
  /** Hash of the text. */
  readonly hash: string;
  /** Equal stamps of a path mean equal texts; absent where the file was too fresh to say so. */
  readonly stamp?: string;
}

export interface FactsReaderPorts {
  readonly session: Session;
  readonly analysis: AnalysisPort;
  readonly files: FileSource;
  readonly log: Log;
}

export interface FactsWanted {
  readonly root: string;
  readonly ground: string;
  readonly paths: readonly string[];
  /** What is known already. */
  readonly known: (path: string) => FactsEntry | undefined;
  /** False: stop. */
  readonly isWanted: () => boolean;
  /** An entry for each document that could be read; undefined for the others. */
  readonly onRead: (read: readonly Found[]) => Promise<void>;
}

/** Files that are read at the same time: someone may wait for other files meanwhile. */
const AT_ONCE = 8;
/** Files that are looked at before the engine is asked. */
const PORTION = 64;
/** Characters in one request, so that a request that someone waits for is not held up for long. */
const MOST_TEXT = 150_000;

interface ReadText {
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  readonly stamp: string | undefined;
}

export type Found = readonly [path: string, entry: FactsEntry | undefined];

export class FactsReader {
  readonly #ports: FactsReaderPorts;

  constructor(ports: FactsReaderPorts) {
    this.#ports = ports;
  }

  /** Resolves when all is read, or nobody wants it any more. Never rejects for what is on disk. */
  async read(wanted: FactsWanted): Promise<void> {
    const { paths, isWanted, onRead } = wanted;
    // One portion is read from disk while the engine works on the one before.
    let examined: Promise<void> = Promise.resolve();
    for (let start = 0; start < paths.length && isWanted(); start += PORTION) {
      const texts: ReadText[] = [];
      const found = await inParallel(paths.slice(start, start + PORTION), { atOnce: AT_ONCE, isWanted }, (path) =>
        this.#look(path, wanted, texts),
      );
      await examined;
      await onRead(found.flat());
      examined = this.#examineAll(texts, wanted);
      examined.catch(() => undefined); // awaited below
    }
    await examined;
  }

  /** What is known of the file, where it is the same; else its text is put aside. */
  async #look(path: string, { root, ground, known }: FactsWanted, texts: ReadText[]): Promise<readonly Found[]> {
    const { files } = this.#ports;
    const entry = known(path);
    const before = entry?.ground === ground ? entry : undefined;
    // Asked before the text is read: a change in between makes another stamp the next time.
    const stamp = await files.stamp(root, path);
    if (before?.stamp !== undefined && before.stamp === stamp) return [[path, before]];
    const file = await files.readDocument(root, path);
    if (!file.isText) return [[path, undefined]];
    const hash = contentHash(file.text);
    if (before?.hash === hash) return [[path, { ...before, ...stampOf(stamp) }]];
    texts.push({ path, text: file.text, hash, stamp });
    return [];
  }

  async #examineAll(texts: readonly ReadText[], wanted: FactsWanted): Promise<void> {
    for (const batch of batchesOf(texts)) if (wanted.isWanted()) await this.#examine(batch, wanted);
  }

  async #examine(batch: readonly ReadText[], wanted: FactsWanted): Promise<void> {
    const { session, analysis, log } = this.#ports;
    const { root, ground, isWanted, onRead } = wanted;
    const outcome = await analysis.request({
      name: 'documentFacts',
      params: { root, documents: batch.map(({ path, text }) => ({ path, text })) },
      state: session.snapshot.engine,
      priority: 'background',
      isWanted,
    });
    if (outcome.kind === 'dropped') return;
    if (outcome.kind === 'done') {
      const facts = new Map(outcome.value.map((packed) => [packed.path, packed]));
      await onRead(batch.map((read) => [read.path, entryOf(facts.get(read.path), read, ground)]));
      return;
    }
    if (batch.length === 1) {
      log('warn', `no facts of ${batch.map(({ path }) => path).join()}: ${outcome.kind}`);
      await onRead(batch.map(({ path }) => [path, undefined]));
      return;
    }
    // One of them ended the analysis: each gets a chance of its own.
    for (const alone of batch) if (isWanted()) await this.#examine([alone], wanted);
  }
}

function entryOf(facts: PackedFacts | undefined, { hash, stamp }: ReadText, ground: string): FactsEntry | undefined {
  return facts && { facts, ground, hash, ...stampOf(stamp) };
}

function stampOf(stamp: string | undefined): Pick<FactsEntry, 'stamp'> {
  return stamp === undefined ? {} : { stamp };
}

/** Runs of texts that are not too long together; each has at least one. */
function batchesOf(texts: readonly ReadText[]): readonly (readonly ReadText[])[] {
  const batches: ReadText[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (length + text.text.length > MOST_TEXT) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)?.push(text);
    length += text.text.length;
  }
  return batches;
}
