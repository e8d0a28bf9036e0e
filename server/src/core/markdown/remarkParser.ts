// The reference parser: unified with remark-parse, GFM and front matter. Used where the fast parser can not load.
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MarkdownParser } from './markdownParser.ts';
import { normalizeTree } from './normalizeTree.ts';
import { prepareInput } from './parserInput.ts';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const withFrontMatter = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

export const remarkParser: MarkdownParser = { name: 'remark', parse };

function parse(file: string): Root {
  const input = prepareInput(file);
  try {
    const root = (input.frontMatter !== undefined ? withFrontMatter : plain).parse(input.text);
    return normalizeTree(root, input);
  } catch (error) {
    return emptyTree(input.text.length + input.shift, error);
  }
}

/** A tree without content, for a text on which the parser gave up. */
function emptyTree(length: number, error: unknown): Root {
  const detail = error instanceof Error ? error.message : String(error);
  const start = { line: 1, column: 1, offset: 0 };
  return {
    type: 'root',
    children: [],
    data: { problems: [{ kind: 'parser-failed', offset: 0, detail }] },
    position: { start, end: { line: 1, column: length + 1, offset: length } },
  };
}
