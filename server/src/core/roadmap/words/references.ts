// How plans refer to their own phases and items: Phase 1, Phase 1-4, 阶段二, Phase 1.4, 任务 3, TASK-001, M2, 1.2.
import { chineseNumber } from '../../model/headingIdentity.ts';
import type { Found } from './effort.ts';

const DIGITS = String.raw`\d{1,3}|[一二三四五六七八九十]{1,3}`;
const PHASE = new RegExp(
  String.raw`(?<![A-Za-z])(?:(phase|stage|sprint|iteration|阶段|第(?=[\d一二三四五六七八九十]{1,3}[ \t]*阶段))[ \t]*(${DIGITS})(?:[ \t]*阶段)?)(\.\d{1,3})?(?:[ \t]*(?:-|–|~|～|至|到)[ \t]*(?:phase|stage|阶段)?[ \t]*(\d{1,3})(?![\d.]*[ \t]*(?:周|天|week|day)))?`,
  'gi',
);
const ITEM =
  /(?<![\w.-])(?:([A-Z][A-Z0-9]{0,11}(?:-[A-Z0-9]{1,16}){0,3}-\d{1,5}(?:\.\d{1,3})?)|(?:任务|task)[ \t]*(\d{1,3}(?:\.\d{1,3}){0,2})|(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?))(?![\w%.-])/gi;

/** `Phase 1`, `阶段2`: one spelling for each phase. */
function phaseId(word: string, number: string): string {
  const value = /^\d/.test(number) ? String(Number(number)) : String(chineseNumber(number) ?? number);
  const isChinese = /[阶段第]/.test(word);
  return isChinese ? `阶段${value}` : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} ${value}`;
}

/** Every phase that the text names, a range as all of its phases; `Phase 1.4` is the item 1.4. */
export function referencesIn(text: string): readonly Found<string>[] {
  const found: Found<string>[] = [];
  const taken: [number, number][] = [];
  for (const match of text.slice(0, 1_000).matchAll(PHASE)) {
    const [whole, word, number, sub, last] = match;
    if (word === undefined || number === undefined) continue;
    taken.push([match.index, match.index + whole.length]);
    const names = sub === undefined ? range(word, number, last) : [`${number}${sub}`];
    found.push(...names.map((value) => ({ value, text: whole.trim(), index: match.index })));
  }
  for (const match of text.slice(0, 1_000).matchAll(ITEM)) {
    if (taken.some(([from, to]) => match.index >= from && match.index < to)) continue;
    const [whole, id, number, dotted] = match;
    const value = id ?? number ?? dotted;
    if (value !== undefined && isReference(text, match.index, dotted !== undefined)) {
      found.push({ value, text: whole, index: match.index });
    }
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** A bare number such as 1.4 is a reference only where a list of them begins; elsewhere it is a version. */
function isReference(text: string, index: number, isBare: boolean): boolean {
  return !isBare || /^$|[,，、;；和与/+&][ \t]*$/.test(text.slice(0, index).trimStart());
}

function range(word: string, first: string, last: string | undefined): readonly string[] {
  const from = Number(first);
  const to = Number(last);
  if (last === undefined || !Number.isFinite(from) || to < from || to - from > 30) return [phaseId(word, first)];
  return Array.from({ length: to - from + 1 }, (_, index) => phaseId(word, String(from + index)));
}

/** The text begins with a phase: `Phase 1：基础框架`. */
export function leadingPhase(text: string): { readonly id: string; readonly length: number } | undefined {
  const match =
    /^(?:(phase|stage|sprint|iteration|阶段)[ \t]*(\d{1,3}|[一二三四五六七八九十]{1,3})|(第)[ \t]*(\d{1,3}|[一二三四五六七八九十]{1,3})[ \t]*阶段)(?![\d.]*\d)/i.exec(
      text,
    );
  const word = match?.[1] ?? match?.[3];
  const number = match?.[2] ?? match?.[4];
  return match === null || word === undefined || number === undefined
    ? undefined
    : { id: phaseId(word, number), length: match[0].length };
}

/** 无, none, -: says that there is nothing it depends on. */
export function isNoDependency(text: string): boolean {
  return /^(?:无|没有|无依赖|无前置|none|no|n\/a|-|—|–|\/)[。.]?$/i.test(text.trim());
}
