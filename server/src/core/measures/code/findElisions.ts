// Code that was left out: marks such as `// ...`, `…` and 省略 that stand where code should. Ranges, spreads, variadic
// parameters, stubs and strings are no such marks.
import type { Span } from '../../sourceText.ts';
import type { CodeComment } from './scanCode.ts';
import { lineIndexAt, type Program } from './programs.ts';

export interface Elision {
  /** In the program's text. */
  readonly part: Span;
  /** The mark with its words. */
  readonly text: string;
}

/** More are not shown; the block is known as elided by then. */
const MAXIMUM = 20;

export function findElisions(program: Program): readonly Elision[] {
  const found: Elision[] = [];
  for (const comment of program.comments) {
    if (found.length >= MAXIMUM) return found;
    if (isElision(comment, program)) found.push(elision(program, comment));
  }
  if (/\.{3}|…/.test(program.code)) {
    for (const line of program.lines) {
      if (found.length >= MAXIMUM) break;
      const at = elidedAt(line.code, program, line.start);
      if (at !== undefined) found.push(elision(program, { start: line.start + at, end: line.start + at + 3 }));
    }
  }
  return found.sort((a, b) => a.part.start - b.part.start);
}

function elision(program: Program, part: Span): Elision {
  const text = program.text.slice(part.start, part.end).split('\n', 1)[0] ?? '';
  return { part: { start: part.start, end: part.start + text.trimEnd().length }, text: text.trim().slice(0, 60) };
}

// ---- comments

/** Says so in words. 省略参数时 explains what happens without a parameter. */
const words =
  /省略(?!时|后|参数|则|的话|了?该|[这此]个?参数|号|会|可以)|[(（]略[)）]|^略$|^同上$|略去|其[余他它](?:代码|实现|逻辑|字段|方法|部分)(?:略|省略|不变|同上|类似)|(?:for brevity|code omitted|omitted for|implementation omitted|rest of (?:the )?(?:code|implementation|file|fields|methods|function)|existing code|same as above|left out)/i;
const beginning = /^(?:\.{3,}|…+)/;
const ending = /(?:\.{3,}|…+)$/;

function isElision(comment: CodeComment, program: Program): boolean {
  const { body, isAlone, isDocumentation } = comment;
  if (isDocumentation || body.length > 200) return false;
  if (words.test(body)) return true;
  if (!isAlone) return /^(?:\.{3,}|…+)$/.test(body);
  // “... then in Kubernetes:” goes on with a sentence.
  if (beginning.test(body)) return !/[:：]$/.test(body);
  // “使用这些 buffer...” stands for code where none follows; “等待连接...” with code below it speaks of that.
  return ending.test(body) && !isCodeNext(comment, program);
}

/** The next line that is not blank holds code of the same block. */
function isCodeNext(comment: CodeComment, program: Program): boolean {
  for (let index = lineIndexAt(program, comment.end) + 1; index < program.lines.length; index++) {
    const line = program.lines[index];
    if (line === undefined) return false;
    if (line.text.trim() === '') return false;
    const code = line.code.trim();
    return code !== '' && !/^[)\]};,]+$/.test(code) && !/^(?:end|fi|done|esac)\b/i.test(code);
  }
  return false;
}

// ---- code

const ellipsis = /\.{3,}|…+/g;

/** Offset in the line of an ellipsis that stands for code. */
function elidedAt(code: string, program: Program, start: number): number | undefined {
  ellipsis.lastIndex = 0;
  for (let match = ellipsis.exec(code); match !== null; match = ellipsis.exec(code)) {
    const before = code.slice(0, match.index).trimEnd();
    const after = code.slice(match.index + match[0].length).trimStart();
    if (match[0].startsWith('…')) return match.index;
    if (before === '' && /^[;,)\]}]*$/.test(after)) {
      if (!isStub(program, start)) return match.index;
    } else if (isElement(before, after) && !isLanguage(program.language.name, before, after)) return match.index;
  }
  return undefined;
}

/** The ellipsis stands alone between brackets or commas: `(...)`, `{ ... }`, `a, ..., b`. */
function isElement(before: string, after: string): boolean {
  return /(?:^|[({[,;=:>])$/.test(before.slice(-1)) && (after === '' || /^[)}\],;]/.test(after));
}

/** Where the language itself writes three dots so. */
function isLanguage(name: string, before: string, after: string): boolean {
  switch (name) {
    case 'python':
      // x[..., 0], tuple[int, ...], Callable[..., T], Field(...), Field(..., gt=0)
      return /\[[^\]]{0,200}$/.test(before) || /(?:^|[^\w.])[A-Z]\w{0,40}\($/.test(before) || /[=>]$/.test(before);
    case 'go':
      return before.endsWith('[');
    case 'c':
    case 'cpp':
      return before.endsWith(',') || before.endsWith('(') || before.endsWith('>') || after.startsWith('>');
    case 'javascript':
    case 'typescript':
      return false;
    default:
      return false;
  }
}

/** A Python body of three dots in a protocol, an abstract class or an overload. */
function isStub(program: Program, start: number): boolean {
  if (program.language.name !== 'python') return false;
  if (!/\b(?:Protocol|ABC|abstractmethod|overload)\b/.test(program.code)) return false;
  for (let index = lineIndexAt(program, start) - 1; index >= 0; index--) {
    const code = program.lines[index]?.code.trim() ?? '';
    if (code !== '') return code.endsWith(':');
  }
  return false;
}
