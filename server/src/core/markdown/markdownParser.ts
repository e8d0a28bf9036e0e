// The parsing port: everything behind it may be exchanged (decision 002).
import type { Root } from 'mdast';

/**
 * Text to mdast with GFM. Positions count the whole file: unist offsets are UTF-16 offsets of `text` including a byte
 * order mark, lines and columns are one-based. Front matter becomes a `yaml` node only where it is a YAML mapping.
 * Every node has a position. Never throws for any text; what had to be recovered from stands in `root.data.problems`.
 */
export interface MarkdownParser {
  readonly name: 'remark' | 'satteri';
  parse(text: string): Root;
}

/** What a parser had to give up. */
export interface ParserProblem {
  readonly kind: 'depth-cut' | 'parser-failed';
  /** UTF-16 offset where the tree was cut; 0 for a failed parser. */
  readonly offset: number;
  readonly detail?: string;
}

declare module 'mdast' {
  interface RootData {
    problems?: readonly ParserProblem[];
  }
}
