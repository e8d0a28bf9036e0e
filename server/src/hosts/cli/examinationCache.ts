// What documents say by themselves, kept on disk between runs under the hash of their content. A damaged or foreign file is
// no cache at all; files are replaced whole, so that runs at the same time never see half of one.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../nodeFiles.ts';
import { writeAtomically } from './writeFile.ts';

/** Raised when the files of the cache look different. */
const FORMAT = 1;
/** Documents in one file: what one changed document writes anew. */
const PER_SHARD = 1000;
/** A larger entry (thousands of findings) is worth no room. */
const MAX_ENTRY = 2_000_000;

/** One examined document as the engine sends it: JSON texts. */
export interface PackedExamination {
  readonly examined: string;
  readonly plan?: string;
}

interface Entry extends PackedExamination {
  readonly hash: string;
}

export interface CacheLocation {
  /** Of this library alone. */
  readonly folder: string;
  /** Everything besides path and content that entries depend on. */
  readonly ground: string;
}

export class ExaminationCache {
  readonly #location: CacheLocation;
  readonly #before = new Map<string, Entry>();
  readonly #now = new Map<string, Entry>();
  readonly #changed = new Set<string>();
  #shards = 0;
  #values = new Map<string, unknown>();
  #hasNewValues = false;
  /** Files that could not be understood. */
  #brokenFiles = 0;

  constructor(location: CacheLocation) {
    this.#location = location;
    this.#load();
  }

  get brokenFiles(): number {
    return this.#brokenFiles;
  }

  get(path: string, hash: string): PackedExamination | undefined {
    const entry = this.#before.get(path);
    if (entry?.hash !== hash) return undefined;
    this.#now.set(path, entry);
    return entry;
  }

  set(path: string, hash: string, packed: PackedExamination): void {
    this.#changed.add(path);
    if (packed.examined.length + (packed.plan?.length ?? 0) > MAX_ENTRY) this.#now.delete(path);
    else this.#now.set(path, { ...packed, hash });
  }

  /** A value that is no document's: JSON only. */
  value(name: string): unknown {
    return this.#values.get(name);
  }

  setValue(name: string, value: unknown): void {
    this.#values.set(name, value);
    this.#hasNewValues = true;
  }

  /** Writes what is new; documents that were not asked for or set are gone. The code of the error where it can not. */
  async save(): Promise<string | undefined> {
    const shards = 2 ** Math.max(0, Math.ceil(Math.log2(this.#now.size / PER_SHARD)));
    const gone = [...this.#before.keys()].filter((path) => !this.#now.has(path));
    const touched =
      shards === this.#shards
        ? new Set([...this.#changed, ...gone].map((path) => shardOf(path, shards)))
        : new Set(Array.from({ length: shards }, (_, shard) => shard));
    if (touched.size === 0 && !this.#hasNewValues) return undefined;
    try {
      mkdirSync(this.#location.folder, { recursive: true });
      if (this.#hasNewValues) await this.#write('library.json', [JSON.stringify([...this.#values])]);
      await this.#writeShards(shards, touched);
      return undefined;
    } catch (error) {
      if (isSystemError(error)) return error.code;
      throw error;
    }
  }

  async #writeShards(shards: number, touched: ReadonlySet<number>): Promise<void> {
    const lines = new Map<number, string[]>([...touched].map((shard) => [shard, []]));
    for (const [path, entry] of this.#now) lines.get(shardOf(path, shards))?.push(lineOf(path, entry));
    for (const [shard, content] of lines) await this.#write(shardName(shard, shards), content);
    for (const name of readdirSync(this.#location.folder)) {
      if (name.startsWith('facts-') && !name.includes(`-of-${shards}.`))
        rmSync(join(this.#location.folder, name), { force: true });
    }
  }

  async #write(name: string, lines: readonly string[]): Promise<void> {
    const header = JSON.stringify({ format: FORMAT, ground: this.#location.ground, lines: lines.length });
    await writeAtomically(join(this.#location.folder, name), [header, ...lines, ''].join('\n'));
  }

  #load(): void {
    this.#values = new Map(this.#readValues());
    for (const name of this.#names()) {
      const shards = Number(/^facts-\d+-of-(\d+)\.ndjson$/.exec(name)?.[1] ?? 0);
      if (shards === 0) continue;
      const lines = this.#read(name);
      if (lines === undefined) continue;
      this.#shards = shards;
      for (const line of lines) this.#keep(line);
    }
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.#location.folder);
    } catch (error) {
      if (isSystemError(error)) return [];
      throw error;
    }
  }

  #readValues(): readonly [string, unknown][] {
    const [line] = this.#read('library.json') ?? [];
    const value = line === undefined ? [] : parsed(line);
    return Array.isArray(value) && value.every((one) => Array.isArray(one) && typeof one[0] === 'string')
      ? (value as [string, unknown][])
      : [];
  }

  #keep(line: string): void {
    const [path, hash, examined, plan] = line.split('\t');
    if (path === undefined || hash === undefined || examined === undefined) return;
    const name = parsed(path);
    if (typeof name !== 'string') return;
    this.#before.set(name, { hash, examined, ...(plan !== undefined && { plan }) });
  }

  /** Lines without the header; undefined for files of another ground, and for those that are cut or no such file. */
  #read(name: string): readonly string[] | undefined {
    let text: string;
    try {
      text = readFileSync(join(this.#location.folder, name), 'utf8');
    } catch (error) {
      if (isSystemError(error)) return undefined;
      throw error;
    }
    const [first = '', ...lines] = text.split('\n');
    const header = parsed(first);
    if (!isHeader(header)) {
      this.#brokenFiles += 1;
      return undefined;
    }
    if (header.format !== FORMAT || header.ground !== this.#location.ground) return undefined;
    if (lines.length === header.lines + 1 && lines.at(-1) === '') return lines.slice(0, -1);
    this.#brokenFiles += 1;
    return undefined;
  }
}

/** JSON has neither tabs nor line ends outside of strings, and none unescaped inside. */
function lineOf(path: string, { hash, examined, plan }: Entry): string {
  return [JSON.stringify(path), hash, examined, ...(plan === undefined ? [] : [plan])].join('\t');
}

function shardName(shard: number, shards: number): string {
  return `facts-${shard}-of-${shards}.ndjson`;
}

function shardOf(path: string, shards: number): number {
  if (shards === 1) return 0;
  return createHash('sha256').update(path).digest().readUInt32BE(0) % shards;
}

function isHeader(value: unknown): value is { format: unknown; ground: unknown; lines: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    'ground' in value &&
    'lines' in value &&
    typeof value.lines === 'number'
  );
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
