// Why a code block can not be read and run by itself, as far as its text shows: something is left out, not closed, not
// written yet, or is no code of its language. Names that are defined nowhere are not looked for, but for well-known modules.
import { parseAllDocuments } from 'yaml';
import type { Span } from '../../sourceText.ts';
import { findElisions } from './findElisions.ts';
import { findUnimportedModule, type Imported } from './imports.ts';
import type { Program } from './programs.ts';
import { unwrittenCode } from './unwritten.ts';

export interface Fault {
  readonly kind:
    | 'elided'
    | 'unwritten'
    | 'not-closed'
    | 'not-opened'
    | 'string-open'
    | 'signature'
    | 'frame'
    | 'fragment'
    | 'pseudo'
    | 'unimported'
    | 'unfinished'
    | 'invalid';
  /** In the program's text. */
  readonly part: Span;
  /** The words that show it. */
  readonly text: string;
}

/** What is kept from block to block of one document. */
export interface Reading {
  readonly imported: Imported;
  /** UTF-16 units of YAML that are still parsed; the rest is taken as it is, because it costs more than it tells. */
  yamlLeft: number;
}

export function startReading(): Reading {
  return { imported: new Set(), yamlLeft: 40_000 };
}

/** The first reason; undefined for a block that seems complete. */
export function findFault(program: Program, reading: Reading): Fault | undefined {
  // Asked first in any case: what this block imports holds for those below.
  const unimported = findUnimported(program, reading.imported);
  const elision = findElisions(program)[0];
  if (elision !== undefined) return { kind: 'elided', ...elision };
  return (
    findUnwritten(program) ??
    findUnbalanced(program) ??
    findSignature(program) ??
    findFrame(program) ??
    findFragment(program) ??
    findPseudo(program) ??
    unimported ??
    findUnfinished(program) ??
    findInvalid(program, reading)
  );
}

function fault(program: Program, kind: Fault['kind'], at: number): Fault {
  const start = Math.min(at, program.text.length);
  const end = endOfLine(program.text, start);
  return { kind, part: { start, end }, text: program.text.slice(start, end).trim().slice(0, 60) };
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function faultAt(program: Program, kind: Fault['kind'], pattern: RegExp): Fault | undefined {
  const match = pattern.exec(program.code);
  if (match === null) return undefined;
  const blank = match[0].length - match[0].trimStart().length;
  return fault(program, kind, match.index + blank);
}

// ---- what is still to be written

const unwrittenComment = /^(?:TODO|FIXME|XXX|TBD)\b|待(?:实现|完善|补充)|尚?未实现|not (?:yet )?implemented/i;

function findUnwritten(program: Program): Fault | undefined {
  const isAbstract = /\b(?:ABC|abstractmethod|Protocol)\b/.test(program.code);
  const code = isAbstract ? undefined : faultAt(program, 'unwritten', unwrittenCode);
  if (code !== undefined) return code;
  const comment = program.comments.find(({ body, isDocumentation }) => !isDocumentation && unwrittenComment.test(body));
  return comment === undefined ? undefined : fault(program, 'unwritten', comment.start);
}

// ---- brackets and strings

function findUnbalanced(program: Program): Fault | undefined {
  const { defect } = program;
  if (defect === undefined) return undefined;
  const part = { start: defect.at, end: defect.at + defect.mark.length };
  return { kind: defect.kind, part, text: defect.mark };
}

// ---- declarations without a body

const signature =
  /^\s*(?:pub(?:\([a-z]+\))? |public |private |protected |static |async |export |unsafe |final )*(?:fn|func|function|def|void|[A-Z]\w*(?:<[\w<>, ]{0,80}>)?)\s+\w+\s*[<(]/;

function findSignature(program: Program): Fault | undefined {
  const { language, code, codeLines } = program;
  if (language.kind !== 'program' || codeLines > 8) return undefined;
  const trimmed = code.trim();
  const isBare =
    language.name === 'python'
      ? /^(?:@.*\n)*(?:async )?def\s/.test(trimmed) && trimmed.endsWith(':')
      : !code.includes('{') && !/[;=]/.test(trimmed) && signature.test(trimmed) && !trimmed.includes('\n\n');
  return isBare ? faultAt(program, 'signature', /\S/) : undefined;
}

/** At least half of the functions have nothing in them. */
function findFrame(program: Program): Fault | undefined {
  const { language, code } = program;
  if (language.kind !== 'program') return undefined;
  if (language.name === 'python') return findPythonFrame(program);
  const empty = [...code.matchAll(/\)[^;{}()\n]{0,200}\{\s*\}/g)];
  const first = empty[0];
  if (first === undefined) return undefined;
  const all = [...code.matchAll(/\)[^;{}()\n]{0,200}\{/g)].length;
  return empty.length * 2 >= all ? fault(program, 'frame', lineStart(code, first.index)) : undefined;
}

function findPythonFrame(program: Program): Fault | undefined {
  const lines = program.lines.filter(({ code }) => code.trim() !== '');
  let [all, empty] = [0, 0];
  let first: number | undefined;
  for (const [index, { code, start }] of lines.entries()) {
    if (!/^\s*(?:async )?def\s/.test(code)) continue;
    all += 1;
    const body = lines.slice(index, index + 12).findIndex((line) => line.code.trimEnd().endsWith(':'));
    const next = body < 0 ? undefined : lines[index + body + 1];
    const isEmpty =
      next === undefined || /^\s*(?:pass|\.\.\.)\s*$/.test(next.code) || indentOf(next.code) <= indentOf(code);
    // A documentation string is a body of its own; it is blank here, so that what follows would be taken for the body.
    if (!isEmpty || body < 0) continue;
    empty += 1;
    first ??= start + indentOf(code);
  }
  const isAbstract = /\b(?:ABC|abstractmethod|Protocol)\b/.test(program.code);
  return first !== undefined && !isAbstract && empty * 2 >= all ? fault(program, 'frame', first) : undefined;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function lineStart(code: string, at: number): number {
  const start = code.lastIndexOf('\n', at) + 1;
  return start + indentOf(code.slice(start, at));
}

// ---- pieces that need something around them

/** Methods without their class, statements without a function. */
const fragments: Readonly<Record<string, RegExp>> = {
  python: /^(?:async )?def \w+\(\s*self\b|^(?:\w+ = )?await\s/m,
  rust: /^(?:pub )?(?:async )?fn \w+\(\s*&(?:'\w+ )?(?:mut )?self\b/m,
};
const bareMember = /^(?:@\w+.*\n)*(?:public|private|protected)\s[^\n{;=]*\(/;
const typeDeclaration = /\b(?:class|interface|enum|record|struct)\s+\w/;

function findFragment(program: Program): Fault | undefined {
  const { name } = program.language;
  const pattern = fragments[name];
  if (pattern !== undefined) return faultAt(program, 'fragment', pattern);
  if ((name === 'java' || name === 'csharp') && !typeDeclaration.test(program.code)) {
    const start = program.code.search(/\S/);
    if (bareMember.test(program.code.slice(start))) return fault(program, 'fragment', start);
  }
  return undefined;
}

// ---- what is no code of its language

const proceduralSql =
  /^[ \t]*(?:IF\b.*\bTHEN\b|ELSIF\b|END IF\b|(?:WHILE|FOR)\b.*\bLOOP\b|RAISE\s+(?:EXCEPTION|NOTICE|WARNING)\b)/im;
const sqlRoutine = /\$\w*\$|\b(?:FUNCTION|PROCEDURE|TRIGGER)\b|\bDELIMITER\b|^\s*DO\b|^\s*DECLARE\b/im;

function findPseudo(program: Program): Fault | undefined {
  const { language, lines, codeLines } = program;
  // Control flow of PL/pgSQL stands in routines only.
  if (language.name === 'sql' && !sqlRoutine.test(program.code)) return faultAt(program, 'pseudo', proceduralSql);
  if (language.kind !== 'program') return undefined;
  const prose = lines.filter(({ code }) => /\p{Script=Han}|[→⇒←]/u.test(code));
  const first = prose[0];
  return first !== undefined && prose.length * 3 >= codeLines
    ? fault(program, 'pseudo', first.start + indentOf(first.code))
    : undefined;
}

function findUnimported(program: Program, imported: Imported): Fault | undefined {
  const found = findUnimportedModule(program, imported);
  if (found === undefined) return undefined;
  return { kind: 'unimported', part: { start: found.at, end: found.at + found.name.length }, text: found.name };
}

const danglingSql = /(?:[,(=<>|]|\b(?:AND|OR|WHERE|SET|FROM|VALUES|JOIN|ON|BY|SELECT|INTO|UNION|THEN|AS|IN))\s*$/i;

function findUnfinished(program: Program): Fault | undefined {
  const { language, code, lines } = program;
  if (language.name !== 'sql' || !danglingSql.test(code.slice(-400))) return undefined;
  const last = lines.findLast((line) => line.code.trim() !== '');
  return last === undefined ? undefined : fault(program, 'unfinished', last.start + indentOf(last.code));
}

function findInvalid(program: Program, reading: Reading): Fault | undefined {
  const { language, text } = program;
  if (language.name === 'json' && !isJson(program)) return fault(program, 'invalid', text.search(/\S/));
  if (language.name !== 'yaml' || text.length > reading.yamlLeft || /\{[{%]/.test(text)) return undefined;
  reading.yamlLeft -= text.length + 300;
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  const error = Array.isArray(documents) ? documents.flatMap(({ errors }) => errors)[0] : undefined;
  return error === undefined ? undefined : fault(program, 'invalid', lineStart(text, error.pos[0]));
}

/** One value, or one a line; comments and a comma at the end are passed over. */
function isJson({ text, comments }: Program): boolean {
  let plain = '';
  let position = 0;
  for (const { start, end } of comments) {
    plain += text.slice(position, start);
    position = end;
  }
  plain = (plain + text.slice(position)).replace(/,(?=\s{0,200}[}\]])/g, '');
  if (isJsonValue(plain)) return true;
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every(isJsonValue);
}

function isJsonValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Not JSON is an answer here, not a fault.
    return false;
  }
}
