// An id that is taken out of use: put into the list of the library that names such ids, written as the list is written.
import { applyEdits, modify, parse, type JSONPath } from 'jsonc-parser';
import { readRetired } from '../ids/readRetired.ts';

/** The text of a list of retired ids with one more; the same text where it is there already, or there is no list to add to. */
export function withRetiredId(path: string, text: string, id: string, note: string): string {
  const known = readRetired(path, text);
  if (known.some((retired) => retired.id === id)) return text;
  if (/^\uFEFF?\s*[[{]/.test(text) && /\.jsonc?$/i.test(path)) return inJson(text, id, note);
  return inLines(text, known.at(-1)?.origin.line, id, note);
}

/** The configuration with one more id in `ids.retired`. */
export function withConfiguredId(text: string, id: string): string {
  const found = valueAt(text, ['ids', 'retired']);
  if (found === undefined) return set(text, ['ids', 'retired'], [id]);
  if (!Array.isArray(found) || found.includes(id)) return text;
  return set(text, ['ids', 'retired', -1], id, true);
}

function inJson(text: string, id: string, note: string): string {
  const value = valueAt(text, []);
  if (Array.isArray(value)) return set(text, [-1], id, true);
  return typeof value === 'object' && value !== null ? set(text, [id], note) : text;
}

function valueAt(text: string, path: JSONPath): unknown {
  let value: unknown = parse(text);
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

function set(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /\n(\t+| +)"/.exec(text)?.[1] ?? '  ';
  const formattingOptions = { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol };
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}

/** Below the last line that names one, as that line is made; else as a list at the end. */
function inLines(text: string, last: number | undefined, id: string, note: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r\n|\r|\n/);
  const pattern = last === undefined ? '' : (lines[last] ?? '');
  const line = lineLike(pattern, id, note);
  if (last === undefined) {
    const end = text === '' || /[\r\n]$/.test(text) ? '' : eol;
    const gap = text.trim() === '' || /[\r\n]\s*[\r\n]$/.test(text) ? '' : eol;
    return `${text}${end}${gap}${line}${eol}`;
  }
  const offset = endOfLine(text, last);
  return offset >= text.length && !/[\r\n]$/.test(text)
    ? `${text}${eol}${line}`
    : `${text.slice(0, offset)}${line}${eol}${text.slice(offset)}`;
}

function lineLike(pattern: string, id: string, note: string): string {
  if (/^\s*\|/.test(pattern)) {
    const cells = Math.max(1, pattern.replaceAll('\\|', '').split('|').length - 2);
    const rest = cells > 1 ? [note, ...Array.from({ length: cells - 2 }, () => '')] : [];
    return `| ${[id, ...rest.map((cell) => cell.replaceAll('|', '\\|'))].join(' | ')} |`;
  }
  const mark = /^\s*(?:[-*+>]|\d{1,9}[.)])\s+/.exec(pattern)?.[0] ?? '- ';
  return `${mark.replace(/\d{1,9}/, (digits) => String(Number(digits) + 1))}${id}${note === '' ? '' : ` - ${note}`}`;
}

/** Behind the ending of a zero-based line. */
function endOfLine(text: string, line: number): number {
  let offset = 0;
  for (let at = 0; at <= line; at++) {
    const end = /\r\n|\r|\n/g;
    end.lastIndex = offset;
    const found = end.exec(text);
    if (found === null) return text.length;
    offset = found.index + found[0].length;
  }
  return offset;
}
