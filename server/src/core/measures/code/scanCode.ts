// Tells code from comments and strings, and holds brackets against each other: one pass, tolerant, for any language of
// the table. It is no parser and never fails.
import type { Quote, Syntax } from './languages.ts';

export interface CodeComment {
  /** Offsets in the scanned text, marks included. */
  readonly start: number;
  readonly end: number;
  /** Without its marks, trimmed; several lines for a block comment. */
  readonly body: string;
  /** Nothing but blanks stands before it on its line. */
  readonly isAlone: boolean;
  /** A string that documents (Python). */
  readonly isDocumentation: boolean;
}

export interface CodeDefect {
  readonly kind: 'not-closed' | 'not-opened' | 'string-open';
  /** The bracket or quote. */
  readonly mark: string;
  readonly at: number;
}

export interface ScannedCode {
  /** Of the same length: comments and insides of strings are blank, line ends stay. */
  readonly code: string;
  readonly comments: readonly CodeComment[];
  readonly defect?: CodeDefect;
}

interface Scan {
  readonly text: string;
  readonly syntax: Syntax;
  readonly pieces: string[];
  readonly comments: CodeComment[];
  readonly open: { readonly mark: string; readonly at: number }[];
  /** Text up to here is in `pieces`. */
  kept: number;
  position: number;
  defect: CodeDefect | undefined;
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const starts = new WeakMap<Syntax, Uint8Array>();

export function scanCode(text: string, syntax: Syntax): ScannedCode {
  const scan: Scan = {
    text,
    syntax,
    pieces: [],
    comments: [],
    open: [],
    kept: 0,
    position: 0,
    defect: undefined,
  };
  const isStart = startsOf(syntax);
  while (scan.position < text.length) {
    const unit = text.charCodeAt(scan.position);
    if (unit > 127 || isStart[unit] === 0) scan.position += 1;
    else if (!takeComment(scan) && !takeString(scan) && !takeSpecial(scan)) takeBracket(scan);
  }
  const last = scan.open.at(-1);
  const unclosed: CodeDefect | undefined =
    last === undefined ? undefined : { kind: 'not-closed', mark: last.mark, at: last.at };
  const defect = scan.defect ?? unclosed;
  scan.pieces.push(text.slice(scan.kept));
  return { code: scan.pieces.join(''), comments: scan.comments, ...(defect !== undefined && { defect }) };
}

/** Characters that anything begins with; most of the text is passed over by this alone. */
function startsOf(syntax: Syntax): Uint8Array {
  const known = starts.get(syntax);
  if (known !== undefined) return known;
  const table = new Uint8Array(128);
  const marks = [...syntax.line, ...syntax.quotes.map(({ open }) => open), ...syntax.brackets.split('')];
  if (syntax.block !== undefined) marks.push(syntax.block[0]);
  if (syntax.special === 'rust') marks.push("'", 'r');
  if (syntax.special === 'bash') marks.push('<');
  if (syntax.special === 'javascript') marks.push('/');
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  starts.set(syntax, table);
  return table;
}

/** Blanks out from `start` to `end` and goes on behind `next`. */
function hide(scan: Scan, start: number, end: number, next = end): void {
  const from = Math.max(start, scan.kept);
  if (end > from) {
    scan.pieces.push(scan.text.slice(scan.kept, from), scan.text.slice(from, end).replace(/[^\r\n]/g, ' '));
    scan.kept = end;
  }
  scan.position = next;
}

// ---- comments

function takeComment(scan: Scan): boolean {
  const { text, syntax, position } = scan;
  const { block } = syntax;
  if (block !== undefined && text.startsWith(block[0], position)) {
    const closed = text.indexOf(block[1], position + block[0].length);
    const end = closed < 0 ? text.length : closed + block[1].length;
    const body = text.slice(position + block[0].length, closed < 0 ? end : closed).replace(/^[ \t]*\*+ ?/gm, '');
    addComment(scan, end, body);
    return true;
  }
  const mark = syntax.line.find((one) => text.startsWith(one, position));
  if (mark === undefined || (syntax.isLineGuarded === true && !isAfterBlank(text, position))) return false;
  // A Rust attribute and a shebang are no comments.
  const end = lineEnd(text, position);
  addComment(scan, end, text.slice(position + mark.length, end).replace(/^[/!#;-]+/, ''));
  return true;
}

function addComment(scan: Scan, end: number, body: string, isDocumentation = false): void {
  const { position: start, text } = scan;
  scan.comments.push({ start, end, body: body.trim(), isAlone: isAlone(text, start), isDocumentation });
  hide(scan, start, end);
}

function isAfterBlank(text: string, position: number): boolean {
  return position === 0 || /\s/.test(text.charAt(position - 1));
}

function isAlone(text: string, position: number): boolean {
  let before = position - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before -= 1;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}

function lineEnd(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

// ---- strings

function takeString(scan: Scan): boolean {
  const { text, syntax, position } = scan;
  const quote = syntax.quotes.find((one) => text.startsWith(one.open, position));
  if (quote === undefined) return false;
  if (quote.isGuarded === true && /[\p{L}\p{N}]/u.test(text.charAt(position - 1))) return false;
  const inside = position + quote.open.length;
  const closed = closingOf(scan, quote, inside);
  const end = closed < 0 ? (quote.isMultiline === true ? text.length : lineEnd(text, position)) : closed;
  if (closed < 0 && quote.isGuarded !== true) scan.defect ??= { kind: 'string-open', mark: quote.open, at: position };
  const next = closed < 0 ? end : closed + quote.close.length;
  if (quote.isDocumentation === true && isAlone(text, position) && scan.open.length === 0)
    addComment(scan, next, text.slice(inside, end), true);
  else hide(scan, inside, end, next);
  return true;
}

/** Offset of the closing mark; -1 where there is none (on the line, for a string of one line). */
function closingOf({ text }: Scan, quote: Quote, from: number): number {
  const limit = quote.isMultiline === true ? text.length : lineEnd(text, from);
  for (let at = from; at < limit; at++) {
    if (quote.escape === 'backslash' && text[at] === '\\') at += 1;
    else if (text.startsWith(quote.close, at)) {
      if (quote.escape !== 'double' || !text.startsWith(quote.close, at + 1)) return at;
      at += 1;
    }
  }
  return -1;
}

// ---- what only one language has

function takeSpecial(scan: Scan): boolean {
  if (scan.syntax.special === 'rust') return takeRust(scan);
  if (scan.syntax.special === 'bash') return takeHeredoc(scan);
  if (scan.syntax.special === 'javascript') return takeExpression(scan);
  return false;
}

const rustCharacter = /'(?:\\[^']{1,10}|[^'\\\n])'/y;
const rustRaw = /r(#{0,8})"/y;

/** Characters beside lifetimes (`'a'`, `'a`), and raw strings. */
function takeRust(scan: Scan): boolean {
  const { text, position } = scan;
  rustCharacter.lastIndex = position;
  const character = rustCharacter.exec(text);
  if (character !== null) {
    hide(scan, position + 1, position + character[0].length - 1, position + character[0].length);
    return true;
  }
  rustRaw.lastIndex = position;
  const raw = /\w/.test(text.charAt(position - 1)) ? null : rustRaw.exec(text);
  if (raw === null) return false;
  const close = `"${raw[1] ?? ''}`;
  const inside = position + raw[0].length;
  const closed = text.indexOf(close, inside);
  hide(scan, inside, closed < 0 ? text.length : closed, closed < 0 ? text.length : closed + close.length);
  return true;
}

const heredoc = /<<-?\s?(["']?)(\w{1,40})\1/y;

function takeHeredoc(scan: Scan): boolean {
  const { text, position } = scan;
  heredoc.lastIndex = position;
  const word = heredoc.exec(text)?.[2];
  if (word === undefined || text.charAt(position - 1) === '<') return false;
  const inside = lineEnd(text, position);
  for (let line = inside; line < text.length;) {
    const start = line + (text[line] === '\r' ? 2 : 1);
    line = lineEnd(text, start);
    if (text.slice(start, line).trim() !== word) continue;
    hide(scan, inside, start, line);
    return true;
  }
  hide(scan, inside, text.length);
  return true;
}

const expression = /\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n]){0,30}\]|[^/\\[\n]){1,100}\//y;

/** A regular expression of JavaScript: where a value may begin. */
function takeExpression(scan: Scan): boolean {
  const { text, position } = scan;
  if (text[position] !== '/') return false;
  const before = text.slice(Math.max(0, position - 20), position).trimEnd();
  if (before !== '' && !/(?:[(,=:[!&|?{};+]|\breturn)$/.test(before)) return false;
  expression.lastIndex = position;
  const found = expression.exec(text);
  if (found === null) return false;
  hide(scan, position + 1, position + found[0].length - 1, position + found[0].length);
  return true;
}

// ---- brackets

function takeBracket(scan: Scan): void {
  const { text, position } = scan;
  const mark = text.charAt(position);
  scan.position += 1;
  if (!scan.syntax.brackets.includes(mark)) return;
  const opening = pairs[mark];
  if (opening === undefined) {
    scan.open.push({ mark, at: position });
    return;
  }
  const last = scan.open.at(-1);
  if (last?.mark === opening) scan.open.pop();
  else scan.defect ??= { kind: 'not-opened', mark, at: position };
}
