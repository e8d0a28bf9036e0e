// Takes the words of one level, check or criterion apart: phrases that each ask for one thing, groups of which some are
// enough, alternatives. It divides and judges nothing; names that hold a dividing word stay whole.
import { readCount, numberPattern, toNumber } from './amounts.ts';
import { amountIn, contentOf, hasVerb, isLack, isOnly, leadOf, predicateEnd, withoutOnly } from './degrees.ts';
import { tokensOf, type Vocabulary } from './vocabulary.ts';

/** One thing that is asked for. */
export interface Item {
  /** As the standard writes it, trimmed. */
  readonly text: string;
  /** Words before the first of an enumeration that go for all of it: 详细解释, 缺少. */
  readonly lead: string;
}

export interface Phrase {
  readonly items: readonly Item[];
  /** How many of the items are enough; absent: each is asked for. */
  readonly least?: number;
  /** As the standard writes it, trimmed. */
  readonly text: string;
  /** There is nothing more than this (仅有, only). */
  readonly isOnly: boolean;
}

/** Phrases of a text, in order. */
export function splitPhrases(text: string, vocabulary: Vocabulary): readonly Phrase[] {
  return sentencesOf(withoutMarks(text)).flatMap((sentence) => {
    const group = groupBehind(sentence);
    const isWhole = isOnly(sentence) && /^(?:\s*only\b)|\bonly\s*$/i.test(sentence);
    const clauses = (group === undefined ? sentence : sentence.slice(0, group.start))
      .split(/，|,(?!\d{3})/)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== '');
    if (isWhole) return [onlyPhrase(sentence, clauses, vocabulary)];
    return [
      ...clauses.map((clause) => clausePhrase(clause, vocabulary)),
      ...(group === undefined ? [] : [group.phrase(vocabulary)]),
    ];
  });
}

/** Emphasis and code marks go; of what stands in brackets only counts are kept: （10+篇）. */
function withoutMarks(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/[*_`]/g, '')
    .replace(/[(（]([^()（）]{0,80})[)）]/g, (_whole, inner: string) =>
      readCount(inner) === undefined ? '' : ` ${inner.replace(/[、，,；;]/g, ' ')} `,
    );
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[。；;！!？?\n]|\.(?=\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

// ---- groups: at least so many of

const groupStart = new RegExp(
  `\\b(?:(?:at least|any)\\s+(${numberPattern})\\s+of|(${numberPattern})\\s+or more\\s+of|(either))\\b(?:\\s+the following)?\\s*:?\\s*`,
  'i',
);

/** “at least two of: a, b, c” takes everything behind it. */
function groupBehind(
  sentence: string,
): { readonly start: number; readonly phrase: (vocabulary: Vocabulary) => Phrase } | undefined {
  const match = groupStart.exec(sentence);
  const least = match?.[3] === undefined ? toNumber(match?.[1] ?? match?.[2] ?? '') : 1;
  if (match === null || least === undefined) return undefined;
  const rest = sentence.slice(match.index + match[0].length);
  const start = match.index;
  return {
    start,
    phrase: (vocabulary) => ({
      items: itemsOf(rest.replace(/,\s*(?:and|or)\b/gi, ','), vocabulary, /[,，、]/).items,
      least,
      text: sentence.slice(start).trim(),
      isOnly: false,
    }),
  };
}

const counted = `(${numberPattern})\\s*[项个种条类处](?:(?:及|或)?以上)?$`;
const has = '(?:有|包含|满足|具备|选)?';
/** 注释、错误处理、测试代码三项中至少有两项 */
const groupEnd = new RegExp(
  `^(.{1,400}?)(?:这?${numberPattern}[项个种条类])?之?[中里]的?\\s*(?:至少|任意|任选|不少于)?\\s*${has}\\s*${counted}`,
);
/** 注释、错误处理、测试代码至少两项 */
const looseGroupEnd = new RegExp(`^(.{1,400}?)\\s*(?:至少|任意|任选|不少于)\\s*${has}\\s*${counted}`);
const oneOf = /^(.{1,400}?)(?:之一|任一项?|任意一项?)$/;

function groupClause(clause: string): { readonly inner: string; readonly least: number } | undefined {
  const one = oneOf.exec(clause);
  if (one !== null) return { inner: one[1] ?? '', least: 1 };
  const match = groupEnd.exec(clause) ?? looseGroupEnd.exec(clause);
  const least = toNumber(match?.[2] ?? '');
  const inner = (match?.[1] ?? '').replace(/(?:至少)(?=包含|有|提供|具备|满足)/, '').replace(/(?:以下|下列)[:：]?/, '');
  return least === undefined || !/[、和或及与]/.test(inner) ? undefined : { inner, least };
}

/** Asks for so many of what it lists. */
export function isGroup(text: string): boolean {
  return groupBehind(text) !== undefined || groupClause(text) !== undefined;
}

// ---- clauses and enumerations

function clausePhrase(clause: string, vocabulary: Vocabulary): Phrase {
  const group = groupClause(clause);
  if (group !== undefined) {
    const { items } = itemsOf(group.inner, vocabulary, /[、]/);
    return { items, least: group.least, text: clause, isOnly: false };
  }
  if (isOnly(clause)) return onlyPhrase(clause, [clause], vocabulary);
  const { items, isAny } = itemsOf(clause, vocabulary, /[、/]/);
  return { items, text: clause, isOnly: false, ...(isAny && items.length > 1 && { least: 1 }) };
}

/** “仅有 A 或 B”, “A, B only”: any of them is what there is. */
function onlyPhrase(text: string, clauses: readonly string[], vocabulary: Vocabulary): Phrase {
  const items = clauses.flatMap((clause) => itemsOf(withoutOnly(clause), vocabulary, /[、/]/).items);
  return { items, least: 1, text, isOnly: true };
}

/** Joins what belongs together and divides the rest; 与 and 和 relate two things where a word of comparison follows. */
function itemsOf(
  clause: string,
  vocabulary: Vocabulary,
  sign: RegExp,
): { readonly items: readonly Item[]; readonly isAny: boolean } {
  const kept = vocabulary.joined(clause);
  const parts: string[] = [];
  const separators: string[] = [];
  let from = 0;
  for (const match of clause.matchAll(/[、/,，]|以及|或者|[和或及与]|\b(?:and|or)\b/gi)) {
    const at = match.index;
    const mark = match[0];
    if (/[、/,，]/.test(mark) ? !sign.test(mark) : !divides(clause, match)) continue;
    if (kept.some(({ start, end }) => at >= start && at < end)) continue;
    parts.push(clause.slice(from, at));
    separators.push(mark);
    from = at + mark.length;
  }
  parts.push(clause.slice(from));
  const joined = joinEmpty(parts, vocabulary);
  const isAny = separators.some((mark) => /^(?:或|或者|or)$/i.test(mark));
  if (joined.length > 1 && isOnePredicate(joined, vocabulary)) {
    return { items: [{ text: clause.trim(), lead: '' }], isAny: false };
  }
  const lead = sharedLead(joined[0] ?? '');
  return { items: joined.map((text, index) => ({ text: text.trim(), lead: index === 0 ? '' : lead })), isAny };
}

const relation = /相关|一致|对应|匹配|符合|对比|比较|关系|区别|不同|结合|更多|以上|以下/;

function divides(clause: string, match: RegExpExecArray): boolean {
  const after = clause.slice(match.index + match[0].length);
  if (/^或$|^or$/i.test(match[0])) return !/^\s*(?:更多|以上|以下|more\b|less\b|fewer\b)/i.test(after);
  if (/^[及]$/.test(match[0])) return !/^(?:以上|以下|时|其)/.test(after);
  return !(/^[与和]$/.test(match[0]) && relation.test(after));
}

/** A part that holds verbs and an amount alone belongs to the next: 提供完整、可运行的代码. */
function joinEmpty(parts: readonly string[], vocabulary: Vocabulary): string[] {
  const joined: string[] = [];
  let waiting = '';
  for (const [index, part] of parts.entries()) {
    const text = waiting + part;
    const isAmount = contentOf(text) === '' && amountIn(text) !== undefined && readCount(text) === undefined;
    const waits = isAmount && index < parts.length - 1 && vocabulary.find(tokensOf(text)) === undefined;
    waiting = waits ? text : '';
    if (!waits) joined.push(text);
  }
  return joined.filter((text) => text.trim() !== '');
}

/** 代码块、表格、图表格式统一: the last words are said of all of them. */
function isOnePredicate(items: readonly string[], vocabulary: Vocabulary): boolean {
  const last = items.at(-1) ?? '';
  const tokens = tokensOf(last);
  const named = vocabulary.find(tokens);
  const isEnd = named !== undefined && named.to === tokens.length && named.from > 0 && predicateEnd.test(last.trim());
  return isEnd && vocabulary.find(tokens.slice(0, named.from)) !== undefined;
}

/** Words at the beginning that are said of every item: an amount with a verb behind it, or that something is lacking. */
function sharedLead(first: string): string {
  const lead = leadOf(first);
  if (isLack(lead)) return lead;
  const amount = amountIn(lead);
  if (amount === undefined) return '';
  // 详细解释 A、B speaks of both; 提供完整 A、B of the first.
  let behind = 0;
  while (behind < lead.length && amountIn(lead.slice(0, behind + 1)) === undefined) behind += 1;
  return hasVerb(lead.slice(behind + 1)) ? lead : '';
}
