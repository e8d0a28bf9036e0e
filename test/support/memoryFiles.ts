// A file port in memory: counts reads and can be changed between them.
import type { FileSource } from '../../server/src/lsp/files.ts';

export class MemoryFiles implements FileSource {
  readonly #texts: Map<string, string>;
  readonly reads: string[] = [];

  /** Texts by URI. */
  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.#texts = new Map(Object.entries(texts));
  }

  set(uri: string, text: string): void {
    this.#texts.set(uri, text);
  }

  delete(uri: string): void {
    this.#texts.delete(uri);
  }

  readText(uri: string): Promise<string | undefined> {
    this.reads.push(uri);
    return Promise.resolve(this.#texts.get(uri));
  }

  listFiles(root: string): Promise<readonly string[]> {
    const inside = [...this.#texts.keys()].filter((uri) => uri.startsWith(`${root}/`));
    return Promise.resolve(inside.map((uri) => uri.slice(root.length + 1)).toSorted());
  }
}
