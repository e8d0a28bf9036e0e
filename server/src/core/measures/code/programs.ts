// The code of a document: fenced blocks that hold program, query, shell or configuration, each scanned once for all
// measures. Pictures, output, tables of directories and fences that hold only comments are none.
import { guessLanguage } from '../../fixes/guessLanguage.ts';
import { swallowedLine } from '../../model/displacedFence.ts';
import type { CodeBlock, DocumentModel } from '../../model/documentModel.ts';
import type { SourceText, Span } from '../../sourceText.ts';
import { languageOfWord, type Language } from './languages.ts';
import { scanCode, type CodeComment, type CodeDefect } from './scanCode.ts';

export interface ProgramLine {
  /** Offset in the program's text. */
  readonly start: number;
  readonly text: string;
  /** Comments and insides of strings are blank. */
  readonly code: string;
}

export interface Program {
  readonly block: CodeBlock;
  readonly language: Language;
  readonly text: string;
  readonly code: string;
  readonly comments: readonly CodeComment[];
  readonly defect?: CodeDefect;
  readonly lines: readonly ProgramLine[];
  /** Lines that hold more than blanks and comments. */
  readonly codeLines: number;
  /** Line of the file that `text` begins on. */
  readonly firstLine: number;
}

/** What stands behind it in one block is not read: no author writes that much by hand. */
const MAXIMUM_LENGTH = 60_000;

const known = new WeakMap<DocumentModel, readonly Program[]>();

/** Blocks that hold code, in document order. */
export function programsOf(model: DocumentModel): readonly Program[] {
  return fencesOf(model).filter(({ codeLines }) => codeLines > 0);
}

/** The same, and fences of a language that hold nothing but comments. */
export function fencesOf(model: DocumentModel): readonly Program[] {
  const made = known.get(model);
  if (made !== undefined) return made;
  const programs = model.blocks.code
    .map((block) => readProgram(block, model.source))
    .filter((program) => program !== undefined);
  known.set(model, programs);
  return programs;
}

/** Place of a part of the program in the file; `end` is on the same line or a later one. */
export function placeIn(program: Program, source: SourceText, part: Span): Span {
  const start = offsetIn(program, source, part.start);
  return { start, end: Math.max(start, offsetIn(program, source, part.end)) };
}

/** Place of one line of the program, without its indentation. */
export function placeOfLine(program: Program, source: SourceText, line: ProgramLine): Span {
  const indentation = line.text.length - line.text.trimStart().length;
  return placeIn(program, source, { start: line.start + indentation, end: line.start + line.text.trimEnd().length });
}

/** The line that holds an offset of the program's text. */
export function lineIndexAt(program: Program, offset: number): number {
  let low = 0;
  let high = program.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((program.lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the first comment that begins at an offset or behind it. */
export function firstCommentFrom({ comments }: Program, offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function offsetIn(program: Program, source: SourceText, offset: number): number {
  const index = lineIndexAt(program, offset);
  const line = program.lines[index];
  const span = source.lineSpan(program.firstLine + index);
  if (line === undefined) return span.start;
  // Marks of quotes and lists stand before the code; where blanks were changed, too, the line's end holds.
  const indent = span.end - span.start - line.text.length;
  return Math.max(span.start, Math.min(span.end, span.start + indent + offset - line.start));
}

function readProgram(block: CodeBlock, source: SourceText): Program | undefined {
  if (!block.isFenced || block.isDiagram) return undefined;
  const first = source.lineAt(block.contentSpan.start);
  const swallowed = swallowedLine(block, source);
  // A fence that was turned around holds the block that it was to stand before.
  const skipped = swallowed?.text.startsWith('#') === false ? swallowed.line - first + 1 : 0;
  const language = skipped > 0 ? languageOfWord(swallowed?.text.replace(/^[`~]+\s*/, '') ?? '') : languageOf(block);
  if (language === undefined) return undefined;
  const value = withoutLines(block.value.slice(0, MAXIMUM_LENGTH), skipped);
  const { code, comments, defect } = scanCode(value, language.syntax);
  const lines: ProgramLine[] = [];
  let codeLines = 0;
  let start = 0;
  for (const text of value.split('\n')) {
    const masked = code.slice(start, start + text.length);
    if (masked.trim() !== '') codeLines += 1;
    lines.push({ start, text: text.endsWith('\r') ? text.slice(0, -1) : text, code: masked });
    start += text.length + 1;
  }
  return {
    block,
    language,
    text: value,
    code,
    comments,
    ...(defect !== undefined && value.length < MAXIMUM_LENGTH && { defect }),
    lines,
    codeLines,
    firstLine: first + skipped,
  };
}

function withoutLines(text: string, count: number): string {
  let start = 0;
  for (let line = 0; line < count; line++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return '';
    start = end + 1;
  }
  return text.slice(start);
}

function languageOf(block: CodeBlock): Language | undefined {
  if (block.language !== undefined) return languageOfWord(block.language);
  const value = block.value.slice(0, MAXIMUM_LENGTH);
  const guess = guessLanguage(value);
  return languageOfWord(guess === 'text' && isTyped(value) ? 'bash' : guess);
}

/** Commands that documents tell readers to type. */
export const commandLine =
  /^\s*(?:[$>#%] )?(?:sudo )?(?:cargo|rustup|rustc|python3?|pip3?|poetry|uv|go|java|javac|mvn|mvnw|gradle|npm|npx|yarn|pnpm|node|deno|docker|docker-compose|podman|kubectl|helm|psql|pgbench|createdb|pg_dump|pg_restore|make|cmake|gcc|g\+\+|git|curl|wget|apt|apt-get|yum|dnf|brew|systemctl|redis-cli|mysql|sysbench|wrk|ab|k6|hey|jmeter|locust|pytest|terraform|ansible-playbook|bash|sh|\.\/[\w.-]+)(?: |$)/;

function isTyped(value: string): boolean {
  const lines = value
    .slice(0, 4_000)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  return lines.length > 0 && lines.every((line) => commandLine.test(line));
}
