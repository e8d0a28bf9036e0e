// How well a word fits a text: exactly, at its beginning, inside, or by the pinyin of its characters.
import pinyinMatch from 'pinyin-match';
import type { SearchWord } from './searchQuery.ts';

// The package is CommonJS with the types of an ES module: its default export is what its types call `default` of it.
const pinyin = pinyinMatch as unknown as typeof pinyinMatch.default;

/** 0 (not at all) to 1 (the same). `key` is the text as keys are (see normalKey). */
export function matchKey({ key: word }: SearchWord, key: string): number {
  if (word === '') return 0;
  const at = key.indexOf(word);
  if (at < 0) return 0;
  if (key.length === word.length) return 1;
  // Longer texts hold any word sooner, so they say less.
  const share = word.length / key.length;
  return (at === 0 ? 0.75 : 0.6) + share * 0.2;
}

const MOST_PINYIN = 60;

/** Initials (kckj) or whole syllables (kucun) of Chinese words; 0 for texts without any. */
export function matchPinyin({ text, isLatin }: SearchWord, subject: string): number {
  if (!isLatin || !/\p{Script=Han}/u.test(subject)) return 0;
  const range = pinyin.match(subject.slice(0, MOST_PINYIN), text);
  if (range === false) return 0;
  const [start, end] = range;
  // Letters that stand in the text itself are no pinyin; the other ways see them.
  if (!/\p{Script=Han}/u.test(subject.slice(start, end + 1))) return 0;
  return start === 0 ? 0.6 : 0.5;
}
