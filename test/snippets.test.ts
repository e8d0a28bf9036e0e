// Every snippet expands to Markdown that is what its name says: closed fences, whole tables, headings, metadata.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expandSnippet } from './support/snippetText.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const path = join(import.meta.dirname, '../snippets/casewright.code-snippets');
const snippets = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Snippet>);
const parse = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text);

/** What a snippet is by its name, and what its expansion must hold. */
const demands: readonly { readonly name: RegExp; readonly holds: (text: string) => boolean }[] = [
  { name: /^(?:章节：|Section: )/, holds: (text) => /^#{2,3} \S/.test(text) },
  { name: /(?:元数据|metadata)$/i, holds: (text) => (text.match(/\*\*[^*]+\*\*/g)?.length ?? 0) >= 4 },
  { name: /(?:表|table)$/i, holds: (text) => parse(text).children[0]?.type === 'table' },
  {
    name: /^带错误处理/,
    holds: (text) => /EXCEPTION|except|Result</.test(text) && parse(text).children[0]?.type === 'code',
  },
  { name: /流程图/, holds: (text) => text.startsWith('```mermaid\n') },
];

describe('snippets', () => {
  it('have prefixes of their own, one to type on any keyboard', () => {
    const seen = new Map<string, string>();
    for (const [name, { prefix }] of snippets) {
      assert.ok(
        prefix.some((word) => /^cw[\x20-\x7e]*$/.test(word)),
        `${name} needs an ASCII prefix`,
      );
      for (const word of prefix) {
        assert.equal(seen.get(word), undefined, `${word} is used twice: ${name}`);
        seen.set(word, name);
      }
    }
  });

  for (const [name, { body }] of snippets) {
    it(`expands: ${name}`, () => {
      const text = expandSnippet(body.join('\n'));
      assert.doesNotMatch(text, /\$\{|\$\d/);
      assert.equal((text.match(/^```/gm)?.length ?? 0) % 2, 0, 'fences are closed');
      for (const node of parse(text).children) {
        if (node.type !== 'table') continue;
        const widths = new Set(node.children.map((row) => row.children.length));
        assert.equal(widths.size, 1, 'every row has a cell for each column');
      }
      for (const demand of demands.filter((entry) => entry.name.test(name))) assert.ok(demand.holds(text), text);
    });
  }

  it('cover each demand', () => {
    for (const { name } of demands)
      assert.ok(
        snippets.some(([key]) => name.test(key)),
        String(name),
      );
  });
});
