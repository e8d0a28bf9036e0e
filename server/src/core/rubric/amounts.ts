// Numbers in the phrases of a standard: 10条以上, 10+篇, 5-10篇, 至少两项, at least four, 10 references or more.
import { chineseNumber } from '../model/chineseNumbers.ts';
import { foldWidth } from '../model/normalKey.ts';

export interface CountRange {
  readonly min?: number;
  readonly max?: number;
  /** Where the number with its comparison and unit stands in the text. */
  readonly start: number;
  readonly end: number;
}

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** A number in a pattern: digits, Chinese or English words. */
export const numberPattern = `(?:\\d[\\d,]*|[一二两三四五六七八九十]{1,3}|${words.join('|')})`;

const number =
  /(?<![\w.,])\d[\d,]*(?![\w.])|[一二两三四五六七八九十]{1,3}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/gi;
const leastBefore =
  /(?:至少|不少于|不低于|最少|大于等于|≥|>=|(超过|多于|大于|more than)|at least|minimum(?: of)?|no less than|no fewer than)\s*(?:有|包含|要有|提供)?\s*$/i;
const mostBefore =
  /(?:不超过|不多于|最多|至多|小于等于|≤|<=|at most|no more than|maximum(?: of)?|up to)\s*(?:有)?\s*$/i;
const rangeTail = /^\s*(?:-|–|—|~|到|至|to\b)\s*(\d[\d,]*)(?![\w.])/i;
const unitAfter = /^\s*(\+)?\s*(?:个|条|篇|项|处|张|幅|种|类|段|行|字|次|份|页)?\s*(\+)?/;
const moreAfter = /^[^，。；,;、]{0,24}?(?:(?:及|或)?以上|或更多|\bor more\b|\band more\b)/i;
const lessAfter = /^[^，。；,;、]{0,24}?(?:以内|之内|(?:及|或)?以下|\bor less\b|\bor fewer\b)/i;

/**
 * The first number of a phrase that asks for so many. One without a comparison asks for nothing (PostgreSQL 17), unless
 * `isBareCount`. A range keeps its ends as they are written, so that 10-5 can be found.
 */
export function readCount(text: string, { isBareCount = false } = {}): CountRange | undefined {
  const folded = foldWidth(text.slice(0, 400));
  for (const match of folded.matchAll(number)) {
    const range = rangeAt(folded, match, isBareCount);
    if (range !== undefined) return range;
  }
  return undefined;
}

function rangeAt(text: string, match: RegExpExecArray, isBareCount: boolean): CountRange | undefined {
  const low = toNumber(match[0]);
  const before = text.slice(Math.max(0, match.index - 30), match.index);
  const least = leastBefore.exec(before);
  const most = mostBefore.exec(before);
  const comparison = (least ?? most)?.[0] ?? '';
  // 一 is part of many words; a number in words counts after a comparison alone.
  if (low === undefined || (!/^\d/.test(match[0]) && comparison === '')) return undefined;
  const tail = tailAt(text, match.index + match[0].length);
  if (/^\s*%/.test(tail.rest)) return undefined;
  const ends = endsOf({
    low,
    high: tail.high,
    least,
    isMost: most !== null || lessAfter.test(tail.rest),
    isMore: tail.hasPlus || moreAfter.test(tail.rest) || isBareCount,
  });
  return ends && { ...ends, start: match.index - comparison.length, end: tail.end };
}

/** What goes on behind a number: the upper end of a range, a plus, a unit. */
function tailAt(text: string, from: number): { high?: number; hasPlus: boolean; end: number; rest: string } {
  const range = rangeTail.exec(text.slice(from, from + 20));
  const end = from + (range?.[0].length ?? 0);
  const unit = unitAfter.exec(text.slice(end, end + 40));
  const high = toNumber(range?.[1] ?? '');
  const unitEnd = end + (unit?.[0].length ?? 0);
  const hasPlus = unit?.[1] !== undefined || unit?.[2] !== undefined;
  return { ...(high !== undefined && { high }), hasPlus, end: unitEnd, rest: text.slice(unitEnd, unitEnd + 40) };
}

interface ReadNumber {
  readonly low: number;
  readonly high: number | undefined;
  readonly least: RegExpExecArray | null;
  readonly isMost: boolean;
  readonly isMore: boolean;
}

function endsOf({ low, high, least, isMost, isMore }: ReadNumber): Pick<CountRange, 'min' | 'max'> | undefined {
  if (isMost) return { max: high ?? low };
  if (least !== null) return { min: least[1] === undefined ? low : low + 1 };
  if (high !== undefined) return { min: low, max: high };
  return isMore ? { min: low } : undefined;
}

/** `12`, `1,000`, `两`, `十二`, `four`; undefined for anything else. */
export function toNumber(text: string): number | undefined {
  const lower = text.trim().toLowerCase();
  if (/^\d[\d,]*$/.test(lower)) {
    const value = Number(lower.replaceAll(',', ''));
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const word = words.indexOf(lower);
  return word >= 0 ? word + 1 : chineseNumber(lower);
}
