// Words of metadata, folders and vocabularies to the forms under which they are compared. Rules of writing only: it knows
// no facet and no value.
import { withoutEmoji } from '../model/emoji.ts';
import { foldWidth, normalKey } from '../model/normalKey.ts';

const KEY_PREFIX = /^(?:文档|案例|本文)(?=..)/;
const KEY_SUFFIX = /(?:级别|等级|程度|分类|类别|level|grade)$/;

/** 难度级别, 📊 难度等级 and 案例难度 are the key 难度; `Difficulty Level` is `difficulty`. */
export function keyStem(key: string): string {
  return stemOfNormalKey(normalKey(key));
}

/** The same for a key that is normal already. */
export function stemOfNormalKey(normal: string): string {
  return withoutAffix(withoutAffix(normal, KEY_PREFIX), KEY_SUFFIX);
}

/** At least two characters stay. */
function withoutAffix(text: string, affix: RegExp): string {
  const rest = text.replace(affix, '');
  return rest.length >= 2 ? rest : text;
}

const VALUE_SUFFIX =
  /(?:完整案例|案例研究|系统|场景|行业|领域|平台|案例|应用|架构|实践|开发者?|工程师|用户|级|类|systems?|platforms?|industry|scenarios?|cases?|level)$/;
const MOST_SUFFIXES = 3;

/** 电商系统 and 电商场景 are 电商, 专家级 is 专家; stars are counted: ⭐⭐⭐☆☆ is `3★`. */
export function valueStem(text: string): string {
  const stars = starsOf(text);
  const words = normalKey(text);
  if (!/\p{L}/u.test(words) && (stars !== undefined || !/\p{N}/u.test(words)))
    return stars === undefined ? words : `${String(stars)}★`;
  let stem = words;
  for (let count = 0; count < MOST_SUFFIXES; count++) {
    const shorter = withoutAffix(stem, VALUE_SUFFIX);
    if (shorter === stem) break;
    stem = shorter;
  }
  return stem;
}

/** Filled stars of a rating: ⭐⭐⭐⭐☆, ★★★, 4/5. Undefined without any. */
export function starsOf(text: string): number | undefined {
  const filled = text.match(/[⭐★🌟]/gu)?.length ?? 0;
  if (filled > 0) return filled;
  const points = /^\s*([1-5])\s*\/\s*5\s*$/.exec(text)?.[1];
  return points === undefined ? undefined : Number(points);
}

/** A piece of a value, with its offset in it. */
export interface Part {
  readonly text: string;
  readonly start: number;
}

// A slash or plus joins names (CI/CD, C++) unless blanks or Chinese words stand around it.
const SEPARATOR =
  /[、，,;；|｜\n]|[ \t]+[/+&·][ \t]+|(?<=\p{Script=Han})[/+&](?=\p{Script=Han})|(?<=\p{Script=Han})和(?=\p{Script=Han}{2})/gu;

/** `电商、金融 / 物流` is three values. Blank parts are left out. */
export function splitValues(text: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed !== '') parts.push({ text: trimmed, start: start + raw.length - raw.trimStart().length });
  };
  for (const match of text.matchAll(SEPARATOR)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return parts;
}

const BRACKETS = /[(（[【]([^()（）[\]【】]{1,60})[)）\]】]/g;

/** What stands in brackets, and the text without it: `⭐⭐⭐ (中级)`. */
export function bracketsOf(text: string): { readonly outside: string; readonly inside: readonly string[] } {
  const inside = [...text.matchAll(BRACKETS)].map((match) => match[1]?.trim() ?? '');
  return { outside: text.replace(BRACKETS, ' ').trim(), inside: inside.filter((part) => part !== '') };
}

/** Both ends of 中级到高级, 初级 - 中级, beginner to expert; undefined for anything else. */
export function rangeOf(text: string): readonly [from: string, to: string] | undefined {
  const match = /^(.{1,20}?)\s*(?:到|至|—|–|~|～|-(?=\p{Script=Han}|\s)|\bto\b)\s*(.{1,20})$/u.exec(text.trim());
  const [, from = '', to = ''] = match ?? [];
  if (match !== null && from !== '' && to !== '') return [from, to];
  // 中高级 is 中级 and 高级.
  const [, first, second, unit] = /^(\p{Script=Han})(\p{Script=Han})(级)$/u.exec(text.trim()) ?? [];
  return first === undefined || second === undefined || unit === undefined ? undefined : [first + unit, second + unit];
}

/** A value as it is shown: without emoji and list marks, one blank between words. */
export function plainValue(text: string): string {
  const plain = withoutEmoji(foldWidth(text))
    .replace(/[*_`~]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.replace(/^[-–—:.\s]+|[-–—:,;\s]+$/g, '');
}

const FOLDER_NUMBER = /^(?:\d{1,4}(?:[-_.、 ]+|(?=\p{Script=Han})))+/u;

/** A folder or file name without its number and extension: `19-实战案例` is 实战案例. */
export function folderName(name: string): string {
  const bare = name.replace(/\.(?:md|markdown)$/i, '').replace(FOLDER_NUMBER, '');
  return bare === '' ? name : bare;
}

/** Words of `tier_04_advanced` that are no numbers. */
export function latinWords(name: string): readonly string[] {
  if (!/^[\w .-]+$/.test(name)) return [];
  return name.split(/[-_. ]+/).filter((word) => /[A-Za-z]/.test(word));
}
