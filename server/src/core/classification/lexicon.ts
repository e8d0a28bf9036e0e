// The values of one facet, made ready to be looked up in what people write.
import type { FacetTerm } from './facets.ts';
import { bracketsOf, plainValue, rangeOf, splitValues, starsOf, valueStem } from './facetWords.ts';

export interface FoundTerm {
  readonly term: FacetTerm;
  /** As written. */
  readonly written: string;
}

export interface ValueReading {
  readonly found: readonly FoundTerm[];
  /** Parts that are none of the values, without ornaments, with their offsets in the text. */
  readonly unknown: readonly { readonly text: string; readonly written: string; readonly start: number }[];
}

/** A value longer than this is a sentence. */
const MOST_VALUE = 40;

export class Lexicon {
  readonly terms: readonly FacetTerm[];
  readonly #exact = new Map<string, FacetTerm>();
  /** Longest first, so that 智能制造 is not read as 制造. */
  readonly #words: readonly (readonly [word: string, term: FacetTerm])[];

  constructor(terms: readonly FacetTerm[]) {
    this.terms = terms;
    const words = new Map<string, FacetTerm>();
    // Names first: where one value is a synonym of another, its own name counts.
    for (const term of terms) this.#add(term.name, term, words);
    for (const term of terms) {
      for (const name of term.synonyms) this.#add(name, term, words);
      if (term.label !== undefined) this.#add(term.label, term, words);
    }
    this.#words = [...words].toSorted(([a], [b]) => b.length - a.length);
  }

  #add(name: string, term: FacetTerm, words: Map<string, FacetTerm>): void {
    const stem = valueStem(name);
    if (!this.#exact.has(stem)) this.#exact.set(stem, term);
    const least = name === term.name ? 3 : 4;
    for (const form of [name.normalize('NFKC').toLowerCase(), stem])
      if (isSearchable(form, least) && !words.has(form)) words.set(form, term);
  }

  /** The value that the whole text means. */
  exact(text: string): FacetTerm | undefined {
    return this.byStem(valueStem(text));
  }

  /** The same for a stem (see valueStem). */
  byStem(stem: string): FacetTerm | undefined {
    return this.#exact.get(stem);
  }

  /** Values whose words stand somewhere in the text, in their order there. */
  mentioned(text: string): readonly FacetTerm[] {
    let rest = text.normalize('NFKC').toLowerCase();
    const found = new Map<FacetTerm, number>();
    for (const [word, term] of this.#words) {
      const at = wordIndex(rest, word);
      if (at < 0) continue;
      if (!found.has(term)) found.set(term, at);
      rest = rest.slice(0, at) + '\u0000'.repeat(word.length) + rest.slice(at + word.length);
    }
    return [...found].toSorted(([, a], [, b]) => a - b).map(([term]) => term);
  }

  /** Values that are a part of a list, or whose words stand somewhere in it. */
  among(text: string): readonly FacetTerm[] {
    const parts = splitValues(text).flatMap((part) => this.exact(part.text) ?? []);
    return [...new Set([...this.mentioned(text), ...parts])];
  }

  /** What a metadata value says: `⭐⭐⭐⭐ 高级`, `电商、金融`, 中级到高级. */
  read(text: string): ValueReading {
    const whole = this.#one(text);
    if (whole.length > 0) return { found: whole.map((term) => ({ term, written: text })), unknown: [] };
    const found: FoundTerm[] = [];
    const unknown: { text: string; written: string; start: number }[] = [];
    for (const part of splitValues(text)) {
      const terms = this.#one(part.text);
      const known = terms.length > 0 ? terms : this.mentioned(part.text);
      const plain = plainValue(bracketsOf(part.text).outside);
      if (known.length > 0) found.push(...known.map((term) => ({ term, written: part.text })));
      else if (plain !== '' && plain.length <= MOST_VALUE)
        unknown.push({ text: plain, written: part.text, start: part.start });
    }
    return { found: distinct(found), unknown };
  }

  /** Words outweigh stars, what stands outside brackets outweighs what stands inside. */
  #one(text: string): readonly FacetTerm[] {
    const { outside, inside } = bracketsOf(text);
    const words = [text, outside, ...inside].filter((part) => part !== '');
    for (const part of words) {
      const term = hasWords(part) ? this.exact(part) : undefined;
      if (term !== undefined) return [term];
      const range = this.#range(part);
      if (range.length > 0) return range;
    }
    const stars = starsOf(text);
    const rated = stars === undefined || hasWords(outside) ? undefined : this.exact('⭐'.repeat(Math.min(stars, 5)));
    return rated === undefined ? [] : [rated];
  }

  /** All values from one to the other, where both are values. */
  #range(text: string): readonly FacetTerm[] {
    const [from, to] = rangeOf(text) ?? [];
    const first = from === undefined ? undefined : this.exact(from);
    const last = to === undefined ? undefined : this.exact(to);
    if (first === undefined || last === undefined) return [];
    const [start, end] = [this.terms.indexOf(first), this.terms.indexOf(last)];
    return start <= end ? this.terms.slice(start, end + 1) : this.terms.slice(end, start + 1);
  }
}

function distinct(found: readonly FoundTerm[]): readonly FoundTerm[] {
  const seen = new Set<FacetTerm>();
  return found.filter(({ term }) => !seen.has(term) && seen.add(term));
}

function hasWords(text: string): boolean {
  return /[\p{L}]/u.test(text);
}

/** Words that say enough to be looked for inside others: two Chinese characters, or so many Latin letters. */
function isSearchable(word: string, letters: number): boolean {
  return /\p{Script=Han}{2}/u.test(word) || (word.length >= letters && /^[a-z][a-z0-9 +#.-]+$/.test(word));
}

/** Latin words only as a whole; the first place, or -1. */
function wordIndex(text: string, word: string): number {
  if (!/^[a-z]/.test(word)) return text.indexOf(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = at === 0 ? '' : text.charAt(at - 1);
    const after = text.charAt(at + word.length);
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return at;
  }
  return -1;
}
