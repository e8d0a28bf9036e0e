// SQL taken apart at its semicolons, as far as measures of data need it: inserts with their rows, tables with columns.
import type { Span } from '../../sourceText.ts';
import { firstCommentFrom, lineIndexAt, type Program, type ProgramLine } from '../code/programs.ts';

export interface Statement {
  /** In the program's text, without blanks around it. */
  readonly part: Span;
  /** Comments and insides of strings are blank. */
  readonly code: string;
}

export function statementsOf({ code }: Program): readonly Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  while (start < code.length) {
    const semicolon = code.indexOf(';', start);
    const end = semicolon < 0 ? code.length : semicolon;
    const piece = code.slice(start, end);
    const blank = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') statements.push({ part: { start: start + blank, end }, code: piece.slice(blank) });
    start = end + 1;
  }
  return statements;
}

/** Rows of literals that an INSERT holds; 0 where it takes parameters, variables or a query. */
export function literalRows({ code }: Statement): number {
  const insert = /\bINSERT\s+INTO\b/i.exec(code);
  if (insert === null) return 0;
  const values = /\bVALUES\b/i.exec(code.slice(insert.index));
  if (values === null) return 0;
  const rows = code.slice(insert.index + values.index + values[0].length);
  if (/\$\d|%s|\?|(?<![:\w]):[a-z_]|@\w|\b[pv]_\w|\bNEW\./i.test(rows)) return 0;
  let [depth, count] = [0, 0];
  for (const unit of rows) {
    if (unit === '(') {
      if (depth === 0) count += 1;
      depth += 1;
    } else if (unit === ')') depth -= 1;
  }
  return /['\d]/.test(rows) ? count : 0;
}

export interface Column {
  readonly name: string;
  /** In the program's text. */
  readonly part: Span;
  readonly isDescribed: boolean;
}

export interface TableDefinition {
  readonly name: string;
  readonly part: Span;
  readonly columns: readonly Column[];
}

const notColumn =
  /^(?:CONSTRAINT|PRIMARY|FOREIGN|UNIQUE|CHECK|EXCLUDE|KEY|INDEX|LIKE|PARTITION|FULLTEXT|PERIOD|WITH|PROJECTION|\))\b/i;

/** CREATE TABLE with its columns, one a line; partitions, copies and tables from a query have none. */
export function tablesOf(program: Program): readonly TableDefinition[] {
  const tables: TableDefinition[] = [];
  const pattern =
    /\bCREATE\s+(?:(?:TEMP|TEMPORARY|UNLOGGED|FOREIGN|EXTERNAL)\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w."`]{1,100})\s*\(/gi;
  for (let match = pattern.exec(program.code); match !== null; match = pattern.exec(program.code)) {
    const open = match.index + match[0].length;
    const close = closingBracket(program.code, open);
    pattern.lastIndex = close;
    const columns = columnsOf(program, { start: open, end: close });
    if (columns.length > 0) tables.push({ name: match[1] ?? '', part: { start: match.index, end: open - 1 }, columns });
  }
  return tables;
}

/** A table's definition is no longer than this. */
const LONGEST = 20_000;

function closingBracket(code: string, from: number): number {
  const limit = Math.min(code.length, from + LONGEST);
  let depth = 1;
  for (let at = from; at < limit; at++) {
    const unit = code[at];
    if (unit === '(') depth += 1;
    else if (unit === ')') depth -= 1;
    else if (unit === ';') return at;
    if (depth === 0) return at;
  }
  return limit;
}

function columnsOf(program: Program, body: Span): Column[] {
  const columns: Column[] = [];
  let depth = 0;
  for (let index = lineIndexAt(program, body.start); index < program.lines.length; index++) {
    const line = program.lines[index];
    if (line === undefined || line.start >= body.end) break;
    const from = Math.max(0, body.start - line.start);
    const piece = line.code.slice(from, Math.max(0, body.end - line.start));
    const name = /^\s*["`]?([A-Za-z_\p{L}][\w\p{L}]{0,80})["`]?\s+[A-Za-z]/u.exec(piece)?.[1];
    if (depth === 0 && name !== undefined && !notColumn.test(piece.trim())) {
      const start = line.start + from + piece.indexOf(name);
      columns.push({ name, part: { start, end: start + name.length }, isDescribed: isDescribed(program, line) });
    }
    for (const unit of piece) {
      if (unit === '(') depth += 1;
      else if (unit === ')') depth -= 1;
    }
  }
  return columns;
}

/** A comment behind it, or COMMENT '…' of MySQL and ClickHouse. */
function isDescribed(program: Program, { start, text, code }: ProgramLine): boolean {
  if (/\bCOMMENT\s+'/i.test(code)) return true;
  const comment = program.comments[firstCommentFrom(program, start)];
  return comment !== undefined && comment.start < start + text.length && comment.body !== '';
}
