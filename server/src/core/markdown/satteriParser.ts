// The fast parser behind the port. The native or wasm function is injected, so that core loads no binary.
import type { Root, Yaml } from 'mdast';
import type { MarkdownParser } from './markdownParser.ts';
import { normalizeTree } from './normalizeTree.ts';
import { prepareInput } from './parserInput.ts';
import type { FrontMatter, ParserInput } from './parserInput.ts';
import { remarkParser } from './remarkParser.ts';

/** The part of satteri's `markdownToMdast` that is used; `unknown` because its node types are its own. */
export type MarkdownToMdast = (
  source: string,
  options: { features: { gfm: boolean; frontmatter: boolean } },
) => unknown;

/** A bare address that ends in a table's bar: satteri takes the bar for a part of the address and loses the table. */
const ADDRESS_BEFORE_BAR = /(?:https?:\/\/|www\.)[^\s|)>`\]]{0,200}\|/i;

/** A task without text yet, in a numbered list or before an indented line: satteri takes that line for its text. */
const EMPTY_TASK =
  /(?:\d[.)][ \t]{1,9}\[[ xX]\][ \t]{1,99}(?:\r\n?|\n)|[-*+][ \t]{1,9}\[[ xX]\][ \t]{1,99}(?:\r\n?|\n)(?:>[ \t]?)*[ \t])[^\r\n]/;

/**
 * Characters of a line times marks in it. Where a line holds other than ASCII, satteri counts the column of every node
 * from the start of its line; from about here on remark is the faster one.
 */
const MOST_COLUMN_WORK = 1_000_000_000;
const LONG_LINE = 20_000;

/** Makes a parser of satteri's `markdownToMdast`. A text on which it fails is parsed by remark. */
export function createSatteriParser(markdownToMdast: MarkdownToMdast): MarkdownParser {
  const parse = (file: string): Root => {
    const input = prepareInput(file);
    if (ADDRESS_BEFORE_BAR.test(input.text) || EMPTY_TASK.test(input.text) || hasCostlyLine(input.text))
      return remarkParser.parse(file);
    try {
      const root = markdownToMdast(withoutFrontMatter(input), { features: { gfm: true, frontmatter: false } });
      if (!isRoot(root)) return remarkParser.parse(file);
      if (input.frontMatter !== undefined) root.children.unshift(yamlNode(input.frontMatter));
      return normalizeTree(root, input);
    } catch {
      // Whatever went wrong inside the binary, the reference parser can read the text.
      return remarkParser.parse(file);
    }
  };
  return { name: 'satteri', parse };
}

function hasCostlyLine(text: string): boolean {
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (end - start >= LONG_LINE && columnWork(text.slice(start, end)) > MOST_COLUMN_WORK) return true;
    start = end + 1;
  }
  return false;
}

function columnWork(line: string): number {
  if (/^[\t -~]*\r?$/.test(line)) return 0;
  const marks = line.match(/[[*`<_~\\]|:\/\//g)?.length ?? 0;
  return line.length * marks;
}

/** The front matter blanked: satteri would not see a fence with blanks after it, and would take TOML for front matter too. */
function withoutFrontMatter(input: ParserInput): string {
  if (input.frontMatter === undefined) return input.text;
  const { end } = input.frontMatter;
  return input.text.slice(0, end).replace(/[^\r\n]/g, ' ') + input.text.slice(end);
}

function yamlNode(frontMatter: FrontMatter): Yaml {
  const { value, end, lineCount, lastColumn } = frontMatter;
  return {
    type: 'yaml',
    value,
    position: { start: { line: 1, column: 1, offset: 0 }, end: { line: lineCount, column: lastColumn, offset: end } },
  };
}

function isRoot(value: unknown): value is Root {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'root' && 'children' in value;
}
