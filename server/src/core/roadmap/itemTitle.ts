// The head line of an item taken apart: box, mark, number, id, title, status behind it, brackets. It knows no dialect.
import { flattenInline } from './inlineText.ts';
import type { Span } from '../sourceText.ts';
import { leadingMark, statusOf, type StatusFound } from './words/status.ts';

/** Offsets of spans are into the file. */
export interface ItemTitle {
  readonly title: string;
  /** The title as written, marks around it left out. */
  readonly span: Span;
  /** `1`, `1.1`. */
  readonly number?: string;
  /** `TASK-001`, `P0-1`, `任务 1`. */
  readonly id?: string;
  readonly box?: { readonly isChecked: boolean; readonly span: Span };
  /** Mark before the title. */
  readonly mark?: { readonly text: string; readonly span: Span };
  /** Status words or mark behind the title, or in brackets behind it. */
  readonly status?: StatusFound & { readonly span: Span };
  /** What stands in brackets behind the title, from left to right. */
  readonly brackets: readonly { readonly text: string; readonly span: Span }[];
}

const BOX = /^\[([ xX✓✔])\]\s+/;
const EMOJI = /^(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D|\u20E3)+\s*/u;
const ID =
  /^((?:[A-Z][A-Z0-9]{1,15}(?:-[A-Z0-9]{1,20}){0,4}-\d{1,4}(?:\.\d{1,3})?)|P[0-4]-\d{1,3}(?:\.\d{1,3})?|(?:任务|工作项|行动项|Task|Action|Item)\s*\d{1,3}(?:\.\d{1,3})?)(?=[\s:：.、—-]|$)\s*[:：.、—-]?\s*/;
const NUMBER = /^(\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}(?=\s*[.、)）]))\s*[.、)）]?\s*/;

type Head = { -readonly [K in 'box' | 'mark' | 'id' | 'number']?: NonNullable<ItemTitle[K]> };

/** `raw` is the line without list or heading marks and `start` its offset in the file. */
export function readTitle(raw: string, start: number): ItemTitle {
  let rest = raw;
  let at = start;
  const drop = (length: number): void => {
    rest = rest.slice(length);
    at += length;
  };
  const head: Head = {};
  for (let round = 0; round < 6; round++) {
    const step = headStep(rest, at, head);
    if (step === 0) break;
    drop(step);
  }
  const tail = readTail(rest, at);
  return { ...head, ...tail };
}

/** Reads one thing off the head and says how long it is; 0 where the title begins. */
function headStep(rest: string, at: number, head: Head): number {
  const ornament = /^(?:\s+|\*\*|__)/.exec(rest)?.[0].length;
  if (ornament !== undefined) return ornament;
  return (
    boxStep(rest, at, head) || markStep(rest, at, head) || numberStep(rest, head) || (EMOJI.exec(rest)?.[0].length ?? 0)
  );
}

function boxStep(rest: string, at: number, head: Head): number {
  const box = BOX.exec(rest);
  if (box === null || head.box !== undefined) return 0;
  head.box = { isChecked: box[1] !== ' ', span: { start: at, end: at + 3 } };
  return box[0].length;
}

function markStep(rest: string, at: number, head: Head): number {
  const mark = leadingMark(rest);
  if (mark === undefined || head.mark !== undefined) return 0;
  head.mark = { text: mark.mark, span: { start: at, end: at + mark.length } };
  return mark.length;
}

function numberStep(rest: string, head: Head): number {
  const id = head.id === undefined ? ID.exec(rest) : null;
  if (id !== null && rest.length > id[0].length) {
    head.id = (id[1] ?? '').trim();
    return id[0].length;
  }
  const number = head.number === undefined ? NUMBER.exec(rest) : null;
  if (number === null || rest.length <= number[0].length) return 0;
  head.number = number[1] ?? '';
  return number[0].length;
}

const TAIL_BRACKET = /\s*[（(【[]([^（()）【】[\]]{1,80})[）)】\]]\s*$/;
const TAIL_STARS = /[\s⭐★☆🔥🎯🆕🔴🟠🟡🟢🔵⚪]+$/u;
const TAIL_MARK = /\s*((?:✅|☑|✔|⏳|⏸|🔄|🚧|⚠|❌|📝|⬜)\uFE0F?\s*[^✅☑✔⏳⏸🔄🚧⚠❌📝⬜（()）]{0,12})$/u;

function readTail(text: string, start: number): Pick<ItemTitle, 'title' | 'span' | 'status' | 'brackets'> {
  const brackets: { text: string; span: Span }[] = [];
  let status: (StatusFound & { span: Span }) | undefined;
  let rest = text.trimEnd();
  for (let round = 0; round < 6; round++) {
    const before = rest;
    rest = rest
      .replace(TAIL_STARS, '')
      .replace(/(?:\*\*|__)$/, '')
      .replace(/\s*[:：]$/, '')
      .trimEnd();
    const bracket = TAIL_BRACKET.exec(rest);
    const inside = bracket?.[1];
    if (bracket !== null && inside !== undefined && bracket.index > 0) {
      const at = start + bracket.index + bracket[0].indexOf(inside);
      brackets.unshift({ text: flattenInline(inside), span: { start: at, end: at + inside.length } });
      rest = rest.slice(0, bracket.index).trimEnd();
    }
    const mark = TAIL_MARK.exec(rest);
    const words = mark?.[1];
    if (mark !== null && words !== undefined && mark.index > 0) {
      const found = statusOf(words);
      const at = start + mark.index + mark[0].indexOf(words);
      if (found !== undefined)
        status = { ...found, text: words.trim(), span: { start: at, end: at + words.trim().length } };
      rest = rest.slice(0, mark.index).trimEnd();
    }
    if (rest === before) break;
  }
  const end = start + rest.length;
  return { title: flattenInline(rest), span: { start, end }, brackets, ...(status && { status }) };
}
