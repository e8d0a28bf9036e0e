// Names as they are compared: without decoration, brackets, numbers; and how much two of them have in common.
// It knows no document and decides nothing about items.
import { normalKey } from '../../model/normalKey.ts';
import { flattenInline } from '../inlineText.ts';

const DECORATION = /[\p{Extended_Pictographic}\uFE0F\u200D⭐□☑✔✓]/gu;
const LEADING_NUMBER =
  /^(?:\d{1,4}(?:\.\d{1,4}){1,4}[.、)）]?\s+|\d{1,4}(?:[.、)）]\s*|\s+(?=\S))|[(（]\d{1,4}[)）])(?!\d)\s*/;
const BRACKETS = /[（(【[][^（）()【】[\]]{0,200}[）)】\]]/g;

/** Longer names are sentences, and nothing is called by a sentence. */
const MAXIMUM_NAME = 300;

const MAXIMUM_KNOWN = 8_192;
/** The same names come back for every mention, and on every keystroke. */
const knownKeys = new Map<string, string>();

/** The name without emoji, marks, number, remarks in brackets; case and width folded; '' where nothing is left. */
export function nameKey(text: string): string {
  const known = knownKeys.get(text);
  if (known !== undefined) return known;
  if (knownKeys.size >= MAXIMUM_KNOWN) knownKeys.clear();
  const key = readKey(text);
  knownKeys.set(text, key);
  return key;
}

function readKey(text: string): string {
  const plain = undecorated(text);
  const bare = plain.replace(BRACKETS, ' ').trim();
  return normalKey(bare === '' ? plain : bare);
}

/** As `nameKey`, with what the brackets say: two items may differ in nothing else. */
export function fullKey(text: string): string {
  return normalKey(undecorated(text));
}

function undecorated(text: string): string {
  const plain = flattenInline(text.slice(0, MAXIMUM_NAME)).replace(DECORATION, ' ').trim();
  const numberless = plain.replace(LEADING_NUMBER, '').trim();
  return numberless === '' ? plain : numberless;
}

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu;
const HAN = /^\p{Script=Han}/u;
/** Names of files and places, not of things. */
const SHORT = new Set(['the', 'a', 'an', 'of', 'and', 'to', 'for', 'in', 'on', 'with']);

const knownTokens = new Map<string, ReadonlySet<string>>();

/** Pairs of Chinese characters and whole words of other scripts. */
export function tokensOf(text: string): ReadonlySet<string> {
  const known = knownTokens.get(text);
  if (known !== undefined) return known;
  if (knownTokens.size >= MAXIMUM_KNOWN) knownTokens.clear();
  const tokens = readTokens(text);
  knownTokens.set(text, tokens);
  return tokens;
}

function readTokens(text: string): ReadonlySet<string> {
  const tokens = new Set<string>();
  const plain = undecorated(text);
  const outside = plain.replace(BRACKETS, ' ');
  const source = outside.trim() === '' ? plain : outside;
  // `EtcdOpLog写入` is one run for the pattern of words: its Chinese part counts by pairs all the same.
  for (const [run] of source.toLowerCase().matchAll(RUN)) {
    if (!HAN.test(run)) {
      if (!SHORT.has(run)) tokens.add(run);
      continue;
    }
    if (run.length === 1) tokens.add(run);
    for (let index = 0; index + 1 < run.length; index++) tokens.add(run.slice(index, index + 2));
  }
  return tokens;
}

/** 0 to 1: shared tokens against all of both (Dice), halfway to 1 where one name holds the whole other. */
export function likeness(shared: number, first: number, second: number): number {
  if (first === 0 || second === 0) return 0;
  const dice = (2 * shared) / (first + second);
  return shared === Math.min(first, second) && shared > 1 ? (1 + dice) / 2 : dice;
}

const JOINTS = /和|与|及|以及|、|，|,|;|；|&|＋|\+|\band\b/;

/** `A和B`, `A, B and C` as its parts; a name without joints is itself. */
export function partsOfName(text: string): readonly string[] {
  return text
    .slice(0, MAXIMUM_NAME)
    .split(JOINTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
