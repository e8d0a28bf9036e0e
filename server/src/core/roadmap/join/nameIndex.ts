// Finds things by name: by the exact key, or by the most words in common. It knows nothing of what it holds.
import { likeness, nameKey, tokensOf } from './names.ts';

export interface Likely<T> {
  readonly target: T;
  /** 0 to 1. */
  readonly score: number;
}

/** Tokens that more names than this hold tell nothing, unless a name has no others. */
const COMMON = 400;

export class NameIndex<T> {
  readonly #byKey = new Map<string, Set<T>>();
  /** The same as lists. */
  readonly #lists = new Map<string, T[]>();
  readonly #entries: { readonly target: T; readonly tokens: ReadonlySet<string> }[] = [];
  readonly #postings = new Map<string, number[]>();

  add(target: T, name: string): void {
    const key = nameKey(name);
    if (key === '') return;
    const same = this.#byKey.get(key) ?? new Set();
    if (same.has(target)) return;
    this.#byKey.set(key, same.add(target));
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, [target]);
    else list.push(target);
    const tokens = tokensOf(name);
    const index = this.#entries.push({ target, tokens }) - 1;
    for (const token of tokens) {
      const posting = this.#postings.get(token);
      if (posting === undefined) this.#postings.set(token, [index]);
      else posting.push(index);
    }
  }

  /** Everything of exactly this name, in the order in which it was added. */
  exact(name: string): readonly T[] {
    return this.#lists.get(nameKey(name)) ?? [];
  }

  /**
   * What shares words with the name, each target once, the likeliest first: all that are equally likely, and the next one.
   * The rest would cost time and is of use to nobody.
   */
  likely(name: string, isWanted: (target: T) => boolean = () => true): readonly Likely<T>[] {
    const tokens = tokensOf(name);
    const best = new Map<T, number>();
    for (const index of this.#candidates(tokens)) {
      const entry = this.#entries[index];
      if (entry === undefined) continue;
      let shared = 0;
      for (const token of tokens) if (entry.tokens.has(token)) shared++;
      const score = likeness(shared, tokens.size, entry.tokens.size);
      if (score > (best.get(entry.target) ?? 0)) best.set(entry.target, score);
    }
    const found: Likely<T>[] = [];
    for (const [target, score] of [...best].sort(([, a], [, b]) => b - a)) {
      if (!isWanted(target)) continue;
      found.push({ target, score });
      if (score < (found[0]?.score ?? 0)) break;
    }
    return found;
  }

  #candidates(tokens: ReadonlySet<string>): ReadonlySet<number> {
    const postings = [...tokens].map((token) => this.#postings.get(token) ?? []).filter(({ length }) => length > 0);
    const telling = postings.filter(({ length }) => length <= COMMON);
    const used = telling.length > 0 ? telling : postings.slice(0, 1).map((posting) => posting.slice(0, COMMON));
    return new Set(used.flat());
  }
}

/** The one that is likelier than all others and at least as likely as the threshold. */
export function onlyBest<T>(likely: readonly Likely<T>[], threshold: number): T | undefined {
  const [first, second] = likely;
  if (first === undefined || first.score < threshold) return undefined;
  return second !== undefined && second.score >= first.score ? undefined : first.target;
}
