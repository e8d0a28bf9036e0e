// Tells a fence that a missing or superfluous line has turned around: it opens where it should close.
import type { SourceText } from '../sourceText.ts';
import type { CodeBlock } from './documentModel.ts';

export interface SwallowedFence {
  /** Zero-based. */
  readonly line: number;
  /** As written: ```sql. */
  readonly text: string;
}

/**
 * The first opening fence inside a block without a language; undefined where there is none. Nobody shows code in such
 * a block: its end would end the block.
 */
export function swallowedFence(block: CodeBlock, source: SourceText): SwallowedFence | undefined {
  if (!block.isFenced || block.language !== undefined) return undefined;
  const marks = /^(?:`{3,}|~{3,})/.exec(source.slice(block.span))?.[0];
  if (marks === undefined) return undefined;
  const first = source.lineAt(block.contentSpan.start);
  const last = source.lineAt(block.contentSpan.end);
  for (let line = first; line <= last; line++) {
    const text = source.lineText(line).trim();
    if (text.startsWith(marks) && /^(?:`{3,}|~{3,})[ \t]*[A-Za-z][^`\s]*$/.test(text)) return { line, text };
  }
  return undefined;
}
