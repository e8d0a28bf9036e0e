// Texts of the documents of a library while it is checked: read once, given up beyond a budget, then read again when
// somebody asks. It never writes.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Finding } from '../../core/finding.ts';
import { SourceText } from '../../core/sourceText.ts';
import { decode, readBytes, realPathInside } from '../nodeFiles.ts';

/** Bytes of documents that are kept. */
const BUDGET = 512 * 1024 * 1024;

export interface ReadSource {
  readonly bytes: Uint8Array;
  /** Of the bytes; equal for equal contents only. */
  readonly hash: string;
}

const noText = new SourceText('');

export class DocumentSources {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #hashes = new Map<string, string>();
  /** Texts that are not, or not yet, on disk. */
  readonly #given = new Map<string, string>();
  #kept = 0;

  /** `realRoot`: the root with all links followed. */
  constructor(root: string, realRoot: string) {
    this.#root = root;
    this.#realRoot = realRoot;
  }

  /** The file as it is now; the finding that says why there is none. `path` is relative to the root. */
  read(path: string): ReadSource | Finding {
    const read = readBytes(join(this.#root, path));
    if (!read.isRead) return read.finding;
    const { bytes } = read;
    if (this.#kept + bytes.length <= BUDGET) {
      this.#kept += bytes.length;
      this.#bytes.set(path, bytes);
    }
    const hash = hashOf(bytes);
    this.#hashes.set(path, hash);
    return { bytes, hash };
  }

  /** From now on the document has this text, whatever the disk says. */
  give(path: string, text: string): void {
    this.#given.set(path, text);
  }

  isGiven(path: string): boolean {
    return this.#given.has(path);
  }

  /** Hash of the content; undefined for what is not there and for what lies outside. */
  hashOf(path: string): string | undefined {
    const given = this.#given.get(path);
    if (given !== undefined) return hashOf(given);
    const known = this.#hashes.get(path);
    if (known !== undefined) return known;
    const bytes = this.#readInside(path);
    return bytes && hashOf(bytes);
  }

  /** Undefined for what is no text, and for what lies outside. */
  textOf(path: string): string | undefined {
    const given = this.#given.get(path);
    if (given !== undefined) return given;
    const bytes = this.#bytes.get(path) ?? this.#readInside(path);
    const text = bytes === undefined ? undefined : decode(bytes);
    return text?.isText === true ? text.text : undefined;
  }

  sourceOf(path: string): SourceText {
    const text = this.textOf(path);
    return text === undefined ? noText : new SourceText(text);
  }

  #readInside(path: string): Uint8Array | undefined {
    const real = realPathInside(this.#realRoot, join(this.#root, path));
    const read = real === undefined ? undefined : readBytes(real);
    return read?.isRead === true ? read.bytes : undefined;
  }
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url');
}
