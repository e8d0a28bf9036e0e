// What the parser had to recover from, with the place where the author can mend it.
import type { Root } from 'mdast';
import type { SourceText } from '../sourceText.ts';
import type { CodeBlock, ModelProblem } from './documentModel.ts';

/** Unclosed fences, merge conflicts and what the parser itself gave up, in document order. */
export function readProblems(root: Root, source: SourceText, code: readonly CodeBlock[]): ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (const block of code) {
    if (!block.isFenced || block.isClosed) continue;
    problems.push({
      kind: 'fence-unclosed',
      span: { start: block.span.start, end: source.lineSpan(source.lineAt(block.span.start)).end },
    });
  }
  for (const { offset, kind, detail } of root.data?.problems ?? []) {
    problems.push({ kind, span: source.lineSpan(source.lineAt(offset)), ...(detail === undefined ? {} : { detail }) });
  }
  return [...problems, ...readConflicts(source, code)].sort((a, b) => a.span.start - b.span.start);
}

/** `<<<<<<<`, `=======`, `>>>>>>>` in this order; those that stand whole in one code block are an example. */
function readConflicts(source: SourceText, code: readonly CodeBlock[]): ModelProblem[] {
  if (!source.text.includes('<<<<<<<')) return [];
  const problems: ModelProblem[] = [];
  let startLine: number | undefined;
  let hasMiddle = false;
  for (let line = 0; line < source.lineCount; line++) {
    const text = source.lineText(line);
    if (/^\uFEFF?<{7}(?: |$)/.test(text)) {
      startLine = line;
      hasMiddle = false;
    } else if (startLine !== undefined && /^={7}$/.test(text)) hasMiddle = true;
    else if (startLine !== undefined && hasMiddle && /^>{7}(?: |$)/.test(text)) {
      const start = source.lineStart(startLine);
      const end = source.lineSpan(line).end;
      const isExample = code.some((block) => block.contentSpan.start <= start && end <= block.contentSpan.end);
      if (!isExample) problems.push({ kind: 'merge-conflict', span: source.lineSpan(startLine) });
      startLine = undefined;
    }
  }
  return problems;
}
