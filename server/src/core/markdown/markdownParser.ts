// The parsing port: everything behind it may be exchanged (decision 002).
import type { Root } from 'mdast';

/**
 * Text to mdast with GFM. Positions count the whole file: unist offsets are UTF-16 offsets of `text` including a byte
 * order mark, lines and columns are one-based. Front matter becomes a `yaml` node only where it is a YAML mapping.
 * Never throws for any text.
 */
export interface MarkdownParser {
  readonly name: 'remark' | 'satteri';
  parse(text: string): Root;
}
