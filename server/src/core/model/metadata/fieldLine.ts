// Reads the fields of one line: `**key**: value`, `**key：** value`, `key：value`, also several joined by ` | `.
// Which lines are metadata at all is decided by the dialects.
import type { SourceText, Span } from '../../sourceText.ts';
import type { MetadataField } from '../documentModel.ts';
import { emojiSpans } from '../emoji.ts';
import { normalKey } from '../normalKey.ts';

/** One line of a metadata block: `span` is its content, `mark` where its first mark (`>`, `-`) stands. */
export interface ContentLine {
  readonly mark: number;
  readonly span: Span;
}

export interface FieldReading {
  readonly fields: readonly MetadataField[];
  readonly isBold: boolean;
}

interface Key {
  readonly keySpan: Span;
  readonly emoji?: string;
  /** After the colon. */
  readonly end: number;
  readonly isBold: boolean;
}

const MAXIMUM_KEY = 60;
const MAXIMUM_FIELDS = 12;
const COLONS = ':：';
// The colon of a plain key must not be that of an address, a time or a ratio.
const PLAIN_KEY =
  /^([^\s:：*`|<>[\](){}#!！。，,;；"“”=/\\-][^:：*`|<>[\]{}!！。，；"“”=/\\\n]{0,24}?)[ \t]*(?:：|:(?=$|[ \t]|\p{Script=Han}))/u;
const PLAIN_KEY_WITHIN =
  /^([^\s:：*`|<>[\](){}#!！。，,;；"“”=/\\\d-][^\s:：*`|<>[\]{}!！。，；"“”=/\\]{0,11})[ \t]*(?:：|:(?=$|[ \t]|\p{Script=Han}))/u;

/** The fields of a line from left to right; undefined where it does not begin with one. */
export function readFieldLine(source: SourceText, line: ContentLine): FieldReading | undefined {
  const { text } = source;
  const lineEnd = trimLineEnd(text, line.span);
  const fields: MetadataField[] = [];
  let key = readKey(text, line.span.start, lineEnd, PLAIN_KEY);
  if (key === undefined) return undefined;
  const { isBold } = key;
  let start = line.mark;
  while (key !== undefined && fields.length < MAXIMUM_FIELDS) {
    const next = nextField(text, key.end, lineEnd);
    fields.push(makeField(source, key, start, next?.before ?? lineEnd));
    start = next?.start ?? lineEnd;
    key = next?.key;
  }
  return { fields, isBold };
}

/** Without blanks, a backslash or `<br>` that break the line. */
function trimLineEnd(text: string, span: Span): number {
  const content = text.slice(span.start, span.end).replace(/\s+$/, '');
  return span.start + content.replace(/(?:\\|<br[ \t]*\/?>)$/i, '').trimEnd().length;
}

function readKey(text: string, start: number, end: number, plain: RegExp): Key | undefined {
  const emoji = leadingEmoji(text, start, end);
  const at = emoji?.end ?? start;
  const bold = readBoldKey(text, at, end);
  if (bold !== undefined)
    return emoji === undefined || bold.emoji !== undefined ? bold : { ...bold, emoji: emoji.text };
  const match = plain.exec(text.slice(at, Math.min(end, at + 80)));
  const name = match?.[1];
  if (match === null || name === undefined || !/\p{L}/u.test(name)) return undefined;
  const keySpan = { start: at, end: at + name.trimEnd().length };
  return { keySpan, ...(emoji === undefined ? {} : { emoji: emoji.text }), end: at + match[0].length, isBold: false };
}

/** The emoji before a key, with the blanks after it. */
function leadingEmoji(text: string, start: number, end: number): { text: string; end: number } | undefined {
  const head = text.slice(start, Math.min(end, start + 24));
  let length = 0;
  for (const span of emojiSpans(head)) {
    if (span.start === length || head.slice(length, span.start).trim() === '') length = span.end;
  }
  if (length === 0) return undefined;
  const blanks = /^\s*/.exec(head.slice(length))?.[0].length ?? 0;
  return { text: head.slice(0, length), end: start + length + blanks };
}

function readBoldKey(text: string, start: number, end: number): Key | undefined {
  if (!text.startsWith('**', start)) return undefined;
  const close = text.indexOf('**', start + 2);
  if (close < 0 || close + 2 > end || close - start > MAXIMUM_KEY) return undefined;
  const inside = text.slice(start + 2, close);
  const trimmed = inside.trimEnd();
  const hasColonInside = trimmed !== '' && COLONS.includes(trimmed.charAt(trimmed.length - 1));
  let after = close + 2;
  if (!hasColonInside) {
    while (after < end && /[ \t]/.test(text.charAt(after))) after += 1;
    if (after >= end || !COLONS.includes(text.charAt(after))) return undefined;
    after += 1;
  }
  const nameEnd = start + 2 + (hasColonInside ? trimmed.length - 1 : trimmed.length);
  return boldKey(text, { start: start + 2, end: nameEnd }, after);
}

function boldKey(text: string, inside: Span, end: number): Key | undefined {
  const emoji = leadingEmoji(text, inside.start, inside.end);
  const name = text.slice(emoji?.end ?? inside.start, inside.end);
  const start = (emoji?.end ?? inside.start) + name.length - name.trimStart().length;
  const keySpan = { start, end: start + name.trim().length };
  if (!/\p{L}/u.test(name) || /[。！？!?；;*]/.test(name)) return undefined;
  return { keySpan, ...(emoji === undefined ? {} : { emoji: emoji.text }), end, isBold: true };
}

interface NextField {
  /** End of the value before it. */
  readonly before: number;
  readonly start: number;
  readonly key: Key;
}

/** The next field on the line: after ` | ` where a key follows; a bold key also after `·` or wide blanks. */
function nextField(text: string, from: number, end: number): NextField | undefined {
  const value = text.slice(from, end);
  for (const match of value.matchAll(/[ \t]+\|[ \t]+|[ \t]*[｜·•][ \t]*|&nbsp;[ \t]*|[ \t]{2,}|，[ \t]*(?=\*\*)/g)) {
    const start = from + match.index + match[0].length;
    const isBar = /[|｜]/.test(match[0]);
    if (!isBar && !text.startsWith('**', start)) continue;
    const key = readKey(text, start, end, PLAIN_KEY_WITHIN);
    if (key !== undefined) return { before: from + match.index, start, key };
  }
  return undefined;
}

function makeField(source: SourceText, key: Key, start: number, before: number): MetadataField {
  const raw = source.text.slice(key.end, Math.max(key.end, before));
  const leading = raw.length - raw.trimStart().length;
  const length = raw.trim().length;
  const valueStart = length === 0 ? key.end : key.end + leading;
  const name = source.slice(key.keySpan);
  const end = valueStart + length;
  return {
    key: name,
    ...(key.emoji === undefined ? {} : { keyEmoji: key.emoji }),
    normalKey: normalKey(name),
    value: plainValue(raw.trim()),
    span: { start, end },
    keySpan: key.keySpan,
    valueSpan: { start: valueStart, end },
    separator: source.text.slice(key.keySpan.end, valueStart),
  };
}

/** A value without marks of Markdown: links by their text, code and emphasis flattened, escapes resolved. */
function plainValue(raw: string): string {
  if (!/[[\]`*_~<\\&]/.test(raw)) return raw;
  return raw
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/<((?:https?:|mailto:)[^<>\s]{1,500})>/g, '$1')
    .replace(/`{1,3}([^`]{1,300})`{1,3}/g, '$1')
    .replace(/(\*\*|__|~~)(\S(?:[^*~]{0,300}\S)?)\1/g, '$2')
    .replace(/(?<![\w*])\*([^*\s](?:[^*]{0,300}[^*\s])?)\*(?!\*)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .trim();
}

/** Lines of `span` without the marks of quotes and lists before them; blank ones are left out. */
export function contentLines(source: SourceText, span: Span, marks: RegExp): ContentLine[] {
  const lines: ContentLine[] = [];
  const last = source.lineAt(Math.max(span.start, span.end - 1));
  for (let line = source.lineAt(span.start); line <= last; line++) {
    const whole = source.lineSpan(line);
    const start = Math.max(whole.start, span.start === whole.start ? span.start : whole.start);
    const end = Math.min(whole.end, span.end);
    const text = source.text.slice(start, end);
    const blanks = /^[ \t\uFEFF]*/.exec(text)?.[0].length ?? 0;
    const marked = marks.exec(text)?.[0].length ?? 0;
    if (text.slice(marked).trim() !== '') lines.push({ mark: start + blanks, span: { start: start + marked, end } });
  }
  return lines;
}

export const NO_MARKS = /^[ \t\uFEFF]*/;
export const QUOTE_MARKS = /^[ \t\uFEFF]*(?:>[ \t]*)*/;
export const LIST_MARKS = /^[ \t>\uFEFF]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;
