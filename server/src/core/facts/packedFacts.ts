// Facts of one document as two texts: how they are kept on disk, held by the server and handed between threads. Reading
// them back gives the same facts; whatever is no such text gives none.
import type { DocumentFacts, FactHeading, FactLink } from './documentFacts.ts';

/** Facts that nobody has looked into yet. */
export interface PackedFacts {
  /** Path of the document; the facts say the same. */
  readonly path: string;
  /** Places of headings and links: digits only, which take one byte each in memory. */
  readonly numbers: string;
  /** Everything else, as JSON: the words of headings and links once each, then the other members. */
  readonly texts: string;
}

/** Facts, unpacked or not. */
export type StoredFacts = DocumentFacts | PackedFacts;

type Rest = Omit<DocumentFacts, 'headings' | 'links'>;

const forms = ['inline', 'reference', 'definition', 'autolink', 'image'] as const satisfies readonly FactLink['form'][];
/** Bits above the form. */
const IN_TOC = 8;
const NOT_IN_TOC = 16;
const HAS_ITEM = 32;

export function packFacts({ headings, links, ...rest }: DocumentFacts): PackedFacts {
  const words = new Map<string, number>();
  const word = (text: string): number => {
    const index = words.get(text) ?? words.size;
    words.set(text, index);
    return index;
  };
  const numbers = [
    headings.length,
    ...headings.flatMap((heading, index) => headingNumbers(heading, headings[index - 1], word)),
  ];
  for (const [index, link] of links.entries()) numbers.push(...linkNumbers(link, links[index - 1], word));
  return { path: rest.path, numbers: numbers.join(), texts: JSON.stringify([[...words.keys()], rest]) };
}

function headingNumbers(
  { text, key, level, anchor, span }: FactHeading,
  before: FactHeading | undefined,
  word: (text: string) => number,
): readonly number[] {
  const start = span.start - (before?.span.start ?? 0);
  return [word(text), word(key), level, word(anchor), start, span.end - span.start];
}

function linkNumbers(link: FactLink, before: FactLink | undefined, word: (text: string) => number): readonly number[] {
  const { form, url, text, span, urlSpan, isInToc, itemSpan } = link;
  const toc = isInToc === undefined ? 0 : isInToc ? IN_TOC : NOT_IN_TOC;
  return [
    forms.indexOf(form) + toc + (itemSpan ? HAS_ITEM : 0),
    ...[word(url), word(text), span.start - (before?.span.start ?? 0), span.end - span.start],
    ...[urlSpan.start - span.start, urlSpan.end - urlSpan.start],
    ...(itemSpan ? [itemSpan.start - span.start, itemSpan.end - itemSpan.start] : []),
  ];
}

/** Undefined for texts that `packFacts` did not write. */
export function unpackFacts({ path, numbers, texts }: PackedFacts): DocumentFacts | undefined {
  try {
    const [words, rest] = JSON.parse(texts) as readonly [readonly string[], Rest]; // by the same version; see FACTS_VERSION
    if (rest.path !== path) return undefined;
    const reader = new NumberReader(JSON.parse(`[${numbers}]`) as readonly number[], words);
    const headings = readHeadings(reader);
    return { ...rest, headings, links: readLinks(reader) };
  } catch (error) {
    // A cut or foreign text: no JSON, or of another shape.
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

class NumberReader {
  readonly #numbers: readonly number[];
  readonly #words: readonly string[];
  #at = 0;

  constructor(numbers: readonly number[], words: readonly string[]) {
    this.#numbers = numbers;
    this.#words = words;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#numbers.length;
  }

  number(): number {
    const found = this.#numbers[this.#at++];
    if (found === undefined) throw new RangeError('numbers end');
    return found;
  }

  word(): string {
    const found = this.#words[this.number()];
    if (found === undefined) throw new RangeError('no such word');
    return found;
  }

  /** A span by the distance of its start and its length. */
  span(from: number): { readonly start: number; readonly end: number } {
    const start = from + this.number();
    return { start, end: start + this.number() };
  }
}

function readHeadings(reader: NumberReader): readonly FactHeading[] {
  const headings: FactHeading[] = [];
  let last = 0;
  for (let count = reader.number(); count > 0; count--) {
    const text = reader.word();
    const key = reader.word();
    const level = reader.number();
    const anchor = reader.word();
    const span = reader.span(last);
    last = span.start;
    headings.push({ text, key, level, anchor, span });
  }
  return headings;
}

function readLinks(reader: NumberReader): readonly FactLink[] {
  const links: FactLink[] = [];
  let last = 0;
  while (!reader.isAtEnd) {
    const flags = reader.number();
    const form = forms[flags & 7];
    if (form === undefined) throw new RangeError('no such form');
    const url = reader.word();
    const text = reader.word();
    const span = reader.span(last);
    const urlSpan = reader.span(span.start);
    last = span.start;
    const isInToc = (flags & IN_TOC) > 0;
    // One literal for each shape: objects with all members in place take the least memory.
    if ((flags & HAS_ITEM) > 0) {
      const itemSpan = reader.span(span.start);
      links.push(
        (flags & (IN_TOC | NOT_IN_TOC)) > 0
          ? { form, url, text, span, urlSpan, isInToc, itemSpan }
          : { form, url, text, span, urlSpan, itemSpan },
      );
    } else if ((flags & (IN_TOC | NOT_IN_TOC)) > 0) links.push({ form, url, text, span, urlSpan, isInToc });
    else links.push({ form, url, text, span, urlSpan });
  }
  return links;
}

/** The facts themselves; undefined for a damaged text. */
export function factsIn(stored: StoredFacts): DocumentFacts | undefined {
  return 'numbers' in stored ? unpackFacts(stored) : stored;
}
