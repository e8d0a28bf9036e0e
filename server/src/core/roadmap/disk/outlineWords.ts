// Which names of an outline a text never mentions. Names are words in Latin letters (OAuth2, Lock-Free); phrases in Chinese
// count by pairs of characters.
import type { Stated } from '../plan.ts';

const NAME = /[A-Za-z][A-Za-z0-9]*(?:[-.+#/][A-Za-z0-9]+)*[+#]*/g;
const MIN_NAME = 3;
/** A document shorter than this is only begun: its outline is still to come. */
const MIN_LENGTH = 2_000;
/** A file that lacks most of its outline is not there yet, or another file. */
const MAX_SHARE = 0.5;
/** Words that describe and name nothing. */
const PLAIN = new Set([
  'and', 'the', 'for', 'with', 'from', 'api', 'apis', 'how', 'use', 'using', 'best', 'practices', 'practice', 'guide',
  'basic', 'basics', 'advanced', 'example', 'examples', 'complete', 'full', 'other', 'etc', 'overview', 'introduction',
  'via', 'not', 'all', 'new', 'key', 'summary', 'conclusion', 'into', 'between', 'about', 'their', 'your', 'our',
]); // prettier-ignore

export interface UnmentionedPoint {
  readonly point: Stated<string>;
  readonly names: readonly string[];
}

/** Empty for texts that are short or lack most of the outline. */
export function unmentioned(outline: readonly Stated<string>[], text: string): readonly UnmentionedPoint[] {
  if (text.length < MIN_LENGTH) return [];
  const haystack = fold(text);
  const missing = outline.flatMap((point): readonly UnmentionedPoint[] => {
    const names = phrasesIn(point.value).filter((words) => !words.some((word) => isMentioned(word, haystack)));
    return names.length === 0 ? [] : [{ point, names: names.map((words) => words.join(' ')) }];
  });
  return missing.length > outline.length * MAX_SHARE ? [] : missing;
}

/** Names as lists of words: of `Software Transactional Memory` one word in the text is enough. */
function phrasesIn(point: string): readonly (readonly string[])[] {
  const phrases: string[][] = [];
  let end = -1;
  for (const match of point.matchAll(NAME)) {
    const isNext = end >= 0 && /^ +$/.test(point.slice(end, match.index));
    if (isNext) phrases.at(-1)?.push(match[0]);
    else phrases.push([match[0]]);
    end = match.index + match[0].length;
  }
  return phrases.filter((words) => words.some(isName));
}

function isName(word: string): boolean {
  if (word.length < MIN_NAME || PLAIN.has(word.toLowerCase())) return false;
  // A single common word in lower case is prose; a name has a capital, a digit or a sign.
  return /[A-Z0-9+#]/.test(word);
}

/** `Lock-Free` is there as `lock free`, `CPU/GPU` where both are, `RwLock` in any case. */
function isMentioned(name: string, haystack: string): boolean {
  const folded = fold(name);
  if (haystack.includes(folded)) return true;
  const parts = name.split(/[/]/);
  if (parts.length > 1) return parts.every((part) => haystack.includes(fold(part)));
  // ConfigMaps for ConfigMap.
  return folded.length > 4 && folded.endsWith('s') && haystack.includes(folded.slice(0, -1));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}
