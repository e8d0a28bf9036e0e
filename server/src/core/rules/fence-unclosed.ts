// A code fence without an end, or one that is turned around; what follows is code.
import type { Finding, Fix, TextEdit } from '../finding.ts';
import type { SourceText } from '../sourceText.ts';
import type { CodeBlock, DocumentModel } from '../model/documentModel.ts';
import { swallowedLine } from '../model/displacedFence.ts';
import type { DocumentRule } from './rule.ts';

/** In these languages a line that begins with `#` is a comment, not a sign of a heading that was swallowed. */
const hashComments = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'python',
  'py',
  'ruby',
  'rb',
  'perl',
  'r',
  'yaml',
  'yml',
  'toml',
  'ini',
  'conf',
  'dockerfile',
  'makefile',
  'powershell',
  'markdown',
  'md',
  'c',
  'cpp',
  'rust',
]);
const heading = /^#{1,6} +\S/;

export const fenceUnclosed: DocumentRule = {
  kind: 'document',
  code: 'fence-unclosed',
  defaultSeverity: 'error',
  isFixable: true,
  strictness: 'always',
  check: ({ model }) => [...unclosed(model), ...displaced(model)],
};

function unclosed(model: DocumentModel): readonly Finding[] {
  return model.problems
    .filter((problem) => problem.kind === 'fence-unclosed')
    .map((problem) => ({
      code: fenceUnclosed.code,
      severity: fenceUnclosed.defaultSeverity,
      message: { key: 'fence-unclosed' },
      span: problem.span,
      fixes: closeFence(model, problem.span.start),
    }));
}

/** No fix: whether a line is missing or one too many only the author knows. */
function displaced({ blocks, source }: DocumentModel): readonly Finding[] {
  return blocks.code
    .filter((block) => block.isClosed)
    .flatMap((block): readonly Finding[] => {
      const swallowed = swallowedLine(block, source);
      if (swallowed === undefined) return [];
      const { start } = block.span;
      return [
        {
          code: fenceUnclosed.code,
          severity: fenceUnclosed.defaultSeverity,
          message: { key: 'fence-unclosed.displaced', args: { line: swallowed.line + 1, text: swallowed.text } },
          span: { start, end: Math.max(start, block.languageSpan.start) },
        },
      ];
    });
}

/** Suggested, never preferred: only the author knows where the code ends. */
function closeFence(model: DocumentModel, offset: number): readonly Fix[] {
  const block = model.blocks.code.find((code) => code.span.start <= offset && offset < code.span.end && !code.isClosed);
  if (block === undefined) return [];
  const { source } = model;
  const line = lineToCloseBefore(model, block);
  const opening = source.lineText(source.lineAt(block.span.start));
  const fence = /^(\s*)(`{3,}|~{3,})/.exec(opening);
  if (fence === null) return [];
  const marks = `${fence[1] ?? ''}${fence[2] ?? ''}`;
  const edit = line >= source.lineCount ? atEnd(source, marks) : afterCode(source, line, marks);
  return [{ title: { key: 'fence-unclosed.fix', args: { line: line + 1 } }, edits: [edit] }];
}

function atEnd(source: SourceText, marks: string): TextEdit {
  const at = source.text.length;
  const needsBreak = source.lineText(source.lineCount - 1) !== '';
  const newText = `${needsBreak ? source.lineEnding : ''}${marks}${source.lineEnding}`;
  return { span: { start: at, end: at }, newText };
}

/** Right after the last line of code, so that the blank line stays between the block and the heading. */
function afterCode(source: SourceText, heading: number, marks: string): TextEdit {
  let line = heading;
  while (line > 0 && source.lineText(line - 1).trim() === '') line -= 1;
  const at = source.lineStart(line);
  return { span: { start: at, end: at }, newText: `${marks}${source.lineEnding}` };
}

/** The first line that looks like a heading after a blank line, else the line after the last. */
function lineToCloseBefore(model: DocumentModel, block: CodeBlock): number {
  const { source } = model;
  const last = source.lineCount;
  if (hashComments.has(block.language?.toLowerCase() ?? '')) return last;
  for (let line = source.lineAt(block.span.start) + 1; line < last; line++) {
    if (heading.test(source.lineText(line)) && source.lineText(line - 1).trim() === '') return line;
  }
  return last;
}
