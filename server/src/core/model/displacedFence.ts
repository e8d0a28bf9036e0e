// Tells a fence that a missing or superfluous line has turned around: it opens where it should close.
import type { SourceText } from '../sourceText.ts';
import type { CodeBlock } from './documentModel.ts';

export interface SwallowedLine {
  /** Zero-based. */
  readonly line: number;
  /** As written: ```sql, ## 总结. */
  readonly text: string;
}

const opening = /^(?:`{3,}|~{3,})[ \t]*[A-Za-z][^`\s]*$/;
/** Not of the first level: `# …` is a comment in most languages. */
const heading = /^#{2,6} \S/;

/**
 * What should not be inside a block without a language: an opening fence, whose end would end the block; a heading,
 * where the block begins with a blank line as no code does. Undefined for a block as it should be.
 */
export function swallowedLine(block: CodeBlock, source: SourceText): SwallowedLine | undefined {
  if (!block.isFenced || block.language !== undefined) return undefined;
  const marks = /^(?:`{3,}|~{3,})/.exec(source.slice(block.span))?.[0];
  if (marks === undefined) return undefined;
  const first = source.lineAt(block.contentSpan.start);
  const last = source.lineAt(block.contentSpan.end);
  const isProse = block.contentSpan.end > block.contentSpan.start && source.lineText(first).trim() === '';
  for (let line = first; line <= last; line++) {
    const text = source.lineText(line).trim();
    if (text.startsWith(marks) ? opening.test(text) : isProse && heading.test(text)) return { line, text };
  }
  return undefined;
}
