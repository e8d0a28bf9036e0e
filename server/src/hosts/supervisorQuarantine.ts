// Remembers texts that killed workers, by hash: after the second kill a text is not looked at again until it changes.
import { createHash } from 'node:crypto';
import type { Subject } from '../features/engine.ts';
import type { EngineLibrary, EngineState } from '../features/engineState.ts';

const KILLS = 2;
/** Texts remembered; the oldest are forgotten first. */
const CAPACITY = 200;

export class Quarantine {
  readonly #kills = new Map<string, number>();
  /** Library inputs are big; each object is hashed once. */
  readonly #libraryHashes = new WeakMap<EngineLibrary, string>();

  /** Blames the subject for the end of a worker. */
  blame(subject: Subject, state: EngineState): void {
    const hash = this.#hashOf(subject, state);
    if (hash === undefined) return;
    const kills = (this.#kills.get(hash) ?? 0) + 1;
    this.#kills.delete(hash);
    this.#kills.set(hash, kills);
    const oldest = this.#kills.keys().next();
    if (this.#kills.size > CAPACITY && !oldest.done) this.#kills.delete(oldest.value);
  }

  holds(subject: Subject, state: EngineState): boolean {
    if (this.#kills.size === 0) return false;
    const hash = this.#hashOf(subject, state);
    return hash !== undefined && (this.#kills.get(hash) ?? 0) >= KILLS;
  }

  #hashOf(subject: Subject, state: EngineState): string | undefined {
    if (subject.kind === 'document') {
      const text = state.documents.get(subject.uri)?.text;
      return text === undefined ? undefined : hashOf([text]);
    }
    const library = state.libraries.get(subject.root);
    if (!library) return undefined;
    const hash = this.#libraryHashes.get(library) ?? hashOf([library.configurationText ?? '', ...library.files.flat()]);
    this.#libraryHashes.set(library, hash);
    return hash;
  }
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text, 'utf16le');
  return hash.digest('hex');
}
