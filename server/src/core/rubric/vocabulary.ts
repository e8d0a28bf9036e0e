// How standards name what measures look for: finds the names of measures in a phrase, word by word. A name is a run of
// tokens, so that “code block” is no part of “codec blocks” and blanks or plurals do not matter. It judges no phrase.
import type { Measure } from '../measures/measure.ts';
import { foldWidth } from '../model/normalKey.ts';

/** One Chinese character, one word or one number of a text, as it is compared; offsets in that text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A name that was found. */
export interface Named {
  readonly measure: Measure;
  /** Of the first token and behind the last one, in the tokens that were searched. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Vocabulary {
  /** The longest name, of equally long ones the last: the head of a Chinese or English noun stands at its end. */
  find(tokens: readonly Token[]): Named | undefined;
  /** Spans of names that hold a word which would divide an enumeration: 论文或规范, monitoring and alerts. */
  joined(text: string): readonly { readonly start: number; readonly end: number }[];
}

interface Name {
  readonly words: readonly string[];
  readonly weight: number;
  /** In the list of names; the first is the proper one. */
  readonly place: number;
  readonly measure: Measure;
}

const particles = new Set(['的', '地', '之', '了', '吗', '呢', 'a', 'an', 'the', 'its', 'their']);
const divider = /[、和或及与并且,]|\b(?:and|or)\b/i;
/** Longer phrases are prose. */
const longestText = 1_000;

/** Words of a phrase without particles; 是否 asks and says nothing. */
export function tokensOf(text: string): readonly Token[] {
  const folded = foldWidth(text.slice(0, longestText)).toLowerCase().replaceAll('是否', '  ');
  const tokens: Token[] = [];
  for (const match of folded.matchAll(/[a-z][a-z0-9+#]*|\d+(?:[.,]\d+)*|[\u3400-\u9fff]/g)) {
    if (particles.has(match[0])) continue;
    tokens.push({ word: stem(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

function stem(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export function createVocabulary(measures: readonly Measure[]): Vocabulary {
  const byFirst = new Map<string, Name[]>();
  for (const measure of measures) {
    for (const [place, name] of [...measure.names.zh.entries(), ...measure.names.en.entries()]) {
      const words = tokensOf(name).map(({ word }) => word);
      const [first] = words;
      if (first === undefined) continue;
      const names = byFirst.get(first) ?? [];
      names.push({ words, weight: words.join(' ').length, place, measure });
      byFirst.set(first, names);
    }
  }
  const dividing = measures.flatMap(({ names }) => [...names.zh, ...names.en]).filter((name) => divider.test(name));
  return {
    find: (tokens) => longest(tokens, byFirst),
    joined: (text) => placesOf(dividing, text),
  };
}

function longest(tokens: readonly Token[], byFirst: ReadonlyMap<string, readonly Name[]>): Named | undefined {
  let best: (Named & { readonly place: number }) | undefined;
  for (const [from, token] of tokens.entries()) {
    for (const { words, weight, place, measure } of byFirst.get(token.word) ?? []) {
      if (best !== undefined && weight < best.weight) continue;
      if (!words.every((word, index) => tokens[from + index]?.word === word)) continue;
      // Two measures of one name: it is the proper name of one of them.
      if (best?.from === from && best.weight === weight && best.place <= place) continue;
      best = { measure, from, to: from + words.length, weight, place };
    }
  }
  return best;
}

function placesOf(names: readonly string[], text: string): { start: number; end: number }[] {
  const tokens = tokensOf(text);
  return names.flatMap((name) => {
    const words = tokensOf(name).map(({ word }) => word);
    return tokens.flatMap((token, from) => {
      if (!words.every((word, index) => tokens[from + index]?.word === word)) return [];
      return [{ start: token.start, end: tokens[from + words.length - 1]?.end ?? token.end }];
    });
  });
}
