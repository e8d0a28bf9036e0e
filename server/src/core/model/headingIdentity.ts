// Takes a heading's plain text apart: emoji, ordinal, name, mark, qualifiers. It knows nothing of templates or synonyms.
import type { Span } from '../sourceText.ts';
import type { HeadingIdentity, Ordinal } from './documentModel.ts';
import { emojiSpans } from './emoji.ts';
import { foldWidth, normalKey } from './normalKey.ts';
import { readOrdinal } from './ordinals.ts';
import { bracketKind, isStatus } from './qualifiers.ts';

export { chineseNumber } from './chineseNumbers.ts';
export { normalKey } from './normalKey.ts';
export { formatOrdinal } from './ordinals.ts';

/** Longer headings are names as a whole: nobody numbers a page of text. */
const MAXIMUM_LENGTH = 500;

const MAXIMUM_KNOWN = 4_096;
/** The same headings come back on every keystroke, and in every document of a library. */
const known = new Map<string, HeadingIdentity>();

/** Offsets are into `plainText`. A heading of nothing but ornament has itself for a name. */
export function identifyHeading(plainText: string): HeadingIdentity {
  const before = known.get(plainText);
  if (before !== undefined) return before;
  if (known.size >= MAXIMUM_KNOWN) known.clear();
  const identity = identify(plainText);
  known.set(plainText, identity);
  return identity;
}

function identify(plainText: string): HeadingIdentity {
  if (plainText.length > MAXIMUM_LENGTH) return whole(plainText);
  const folded = foldWidth(plainText);
  const spans = emojiSpans(plainText);
  const head = readHead(plainText, folded, spans);
  const lead = leadingQualifier(folded, head.end);
  const nameStart = lead?.end ?? head.end;
  const tail = readTail(plainText, folded, spans, nameStart);
  const name = plainText.slice(nameStart, tail.end);
  if (name === '') return nameless(plainText, head, tail);
  return {
    ...(head.emoji === undefined ? {} : { emoji: head.emoji }),
    ...(head.ordinal === undefined ? {} : { ordinal: head.ordinal }),
    name,
    key: normalKey(name),
    ...(tail.mark === undefined ? {} : { mark: tail.mark }),
    qualifiers: lead === undefined ? tail.qualifiers : [lead.content, ...tail.qualifiers],
    nameStart,
  };
}

interface Head {
  readonly emoji?: string;
  readonly ordinal?: Ordinal;
  /** Where the name begins. */
  readonly end: number;
}

interface Tail {
  readonly mark?: string;
  readonly qualifiers: readonly string[];
  /** Where the name ends. */
  readonly end: number;
}

function whole(plainText: string): HeadingIdentity {
  const name = plainText.trim();
  return { name, key: normalKey(name), qualifiers: [], nameStart: plainText.length - plainText.trimStart().length };
}

/** `方案1` alone is named by its label, `P0` by itself; a heading of emoji by the emoji. */
function nameless(plainText: string, head: Head, tail: Tail): HeadingIdentity {
  const { ordinal } = head;
  const label = ordinal?.label;
  if (ordinal === undefined || label === undefined) return whole(plainText);
  const at = label.length > 1 ? plainText.indexOf(label, ordinal.start) : -1;
  const name = at >= 0 ? label : ordinal.raw;
  return {
    ...(head.emoji === undefined ? {} : { emoji: head.emoji }),
    ordinal,
    name,
    key: normalKey(name),
    ...(tail.mark === undefined ? {} : { mark: tail.mark }),
    qualifiers: tail.qualifiers,
    nameStart: at >= 0 ? at : ordinal.start,
  };
}

/** Emoji, ordinal, emoji: the order differs between documents. */
function readHead(text: string, folded: string, spans: readonly Span[]): Head {
  let position = skip(folded, 0, /[\s\uFE0F]/);
  const first = emojiRun(folded, spans, position);
  let emoji = first === undefined ? undefined : text.slice(first.start, first.end);
  position = skip(folded, first?.end ?? position, /\s/);
  const ordinal = readOrdinal(text, folded, position);
  if (ordinal === undefined) return emoji === undefined ? { end: position } : { emoji, end: position };
  position = skip(folded, ordinal.end, /\s/);
  const second = emojiRun(folded, spans, position);
  if (second !== undefined && skip(folded, second.end, /\s/) < text.length) {
    emoji ??= text.slice(second.start, second.end);
    position = skip(folded, second.end, /\s/);
  }
  const end = skip(folded, position, /[\s:、|·—–-]/);
  if (end >= text.trimEnd().length && ordinal.label === undefined && !['part', 'chapter'].includes(ordinal.style)) {
    return emoji === undefined ? { end: ordinal.start } : { emoji, end: ordinal.start };
  }
  return emoji === undefined ? { ordinal, end } : { emoji, ordinal, end };
}

/** `[可选] 概述`: optionality in brackets before the name. */
function leadingQualifier(folded: string, start: number): { content: string; end: number } | undefined {
  const match = /^(?:\[([^\]]{1,20})\]|【([^】]{1,20})】|\(([^)]{1,20})\))\s*(?=\S)/.exec(
    folded.slice(start, start + 60),
  );
  const content = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || content === undefined || bracketKind(content) !== 'qualifier') return undefined;
  return { content, end: start + match[0].length };
}

function skip(text: string, from: number, what: RegExp): number {
  let position = from;
  while (position < text.length && what.test(text.charAt(position))) position += 1;
  return position;
}

/** The emoji that begin at `start`, blanks between them included. */
function emojiRun(folded: string, spans: readonly Span[], start: number): Span | undefined {
  let end = start;
  for (const span of spans) {
    if (span.start >= end && span.start === skip(folded, end, /\s/)) end = span.end;
  }
  return end === start ? undefined : { start, end };
}

/** Peels brackets, marks and loose signs off the end until a name is left. */
function readTail(text: string, folded: string, spans: readonly Span[], nameStart: number): Tail {
  const qualifiers: string[] = [];
  let mark: string | undefined;
  let end = trimEnd(folded, folded.length, nameStart);
  for (let round = 0; round < 8 && end > nameStart; round++) {
    const bracket = lastBracket(folded, nameStart, end);
    const status = bracket === undefined ? statusStart(folded, spans, nameStart, end) : undefined;
    if (status !== undefined) {
      mark = text.slice(status, end).trim() + (mark === undefined ? '' : ` ${mark}`);
      end = trimEnd(folded, status, nameStart);
      continue;
    }
    if (bracket === undefined) break;
    const content = text.slice(bracket + 1, end - 1).trim();
    const kind = bracketKind(content);
    if (kind === 'status') mark ??= content;
    else if (content !== '') qualifiers.unshift(content);
    if (kind === 'name') break;
    end = trimEnd(folded, bracket, nameStart);
  }
  return mark === undefined ? { qualifiers, end } : { mark, qualifiers, end };
}

function trimEnd(folded: string, end: number, start: number): number {
  let position = end;
  while (position > start && /[\s:、|·–—-]/.test(folded.charAt(position - 1))) position -= 1;
  return position;
}

const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '】': '【' };

/** Start of the bracket that closes at `end`; undefined where none does, or where nothing would be left before it. */
function lastBracket(folded: string, start: number, end: number): number | undefined {
  const closer = folded.charAt(end - 1);
  const opener = OPENERS[closer];
  if (opener === undefined) return undefined;
  let depth = 0;
  for (let position = end - 1; position > start; position--) {
    const unit = folded.charAt(position);
    if (unit === closer) depth += 1;
    if (unit === opener) depth -= 1;
    if (depth === 0) return position;
  }
  return undefined;
}

/** Start of a status at the end: emoji, or emoji and a status word, or a percentage after a dash. */
function statusStart(folded: string, spans: readonly Span[], start: number, end: number): number | undefined {
  const inside = spans.filter((span) => span.start > start && span.end <= end);
  const last = inside.at(-1);
  if (last === undefined) return undefined;
  const words = folded.slice(last.end, end).trim();
  if (words !== '' && !isStatus(words)) return undefined;
  let from = last.start;
  for (const span of inside.toReversed()) {
    if (folded.slice(span.end, from).trim() === '' && span.start <= from) from = span.start;
  }
  return from;
}
