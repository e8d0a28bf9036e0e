// Priorities: P0-P4 codes first, then words and marks.
import type { Priority } from '../plan.ts';
import type { Found } from './effort.ts';

const CODE = /(?<![A-Za-z0-9.])P([0-4])(?![0-9.]|\d)/g;

/** Every priority code of the text; `P0-1.3` and `P4.3` are ids, not priorities. */
export function prioritiesIn(text: string): readonly Found<Priority>[] {
  return [...text.matchAll(CODE)]
    .filter((match) => !/^-\d/.test(text.slice(match.index + 2)))
    .map((match) => ({ value: `P${match[1] ?? '0'}` as Priority, text: match[0], index: match.index })); // matched [0-4]
}

const WORDS: readonly (readonly [RegExp, Priority])[] = [
  [/最高|紧急|critical|highest|🔥🔥🔥/i, 'P0'],
  [/中低/, 'P2'],
  [/高|high/i, 'P0'],
  [/中|medium/i, 'P1'],
  [/低|low/i, 'P2'],
];

/** A priority code, else a word where the text is nothing but a priority (a cell, the value of a label). */
export function priorityOfCell(text: string): Found<Priority> | undefined {
  const code = prioritiesIn(text)[0];
  if (code !== undefined || text.length > 12) return code;
  const word = WORDS.find(([pattern]) => pattern.test(text));
  return word && { value: word[1], text, index: 0 };
}

/** `P0 - 高优先级（先做）`, `🔴 P1优先级`, `高优先级`: a heading that is about one priority. Two codes are about none. */
export function headingPriority(text: string): Priority | undefined {
  const codes = new Set(prioritiesIn(text).map(({ value }) => value));
  if (codes.size > 1) return undefined;
  const code = [...codes][0];
  const isAbout = /^\P{L}*P[0-4](?![\d.])/u.test(text) || /优先级|priorit/i.test(text);
  if (code !== undefined) return isAbout ? code : undefined;
  const words = /^\P{L}*(最高|紧急|高|中低|中|低|critical|highest|high|medium|low)[ \t]*(?:优先级?|priority)/iu.exec(
    text,
  )?.[1];
  return words === undefined ? undefined : priorityOfCell(words)?.value;
}

const ORDINALS: Readonly<Record<string, Priority>> = {
  一: 'P0',
  二: 'P1',
  三: 'P2',
  四: 'P3',
  五: 'P4',
  '1': 'P0',
  '2': 'P1',
  '3': 'P2',
  '4': 'P3',
  '5': 'P4',
  first: 'P0',
  second: 'P1',
  third: 'P2',
  fourth: 'P3',
  fifth: 'P4',
};

/** `第一优先级：推荐类场景` is P0; `length` runs up to the words behind the colon. */
export function headingOrdinalPriority(
  text: string,
): { readonly value: Priority; readonly text: string; readonly length: number } | undefined {
  const match =
    /^\P{L}*((?:第([一二三四五1-5])优先级|(first|second|third|fourth|fifth) priority))[ \t]*[:：—–-]*[ \t]*/iu.exec(
      text,
    );
  const value = ORDINALS[(match?.[2] ?? match?.[3] ?? '').toLowerCase()];
  if (match?.[1] === undefined || value === undefined) return undefined;
  return { value, text: match[1], length: match[0].length };
}

/** `P0-1`, `P1-2.3`: ids that begin with the priority. */
export function priorityOfId(id: string): Priority | undefined {
  const code = /^P([0-4])-\d/.exec(id)?.[1];
  return code === undefined ? undefined : (`P${code}` as Priority); // matched [0-4]
}
