// From one document of a library to another and back: definitions, references, links, symbols, who refers to whom.
import assert from 'node:assert/strict';
import type { PlaceInLibrary } from '../../server/src/features/navigation/surroundings.ts';
import { open, root, uri, type OpenDocument } from '../support/openEngine.ts';

const others: Readonly<Record<string, string>> = {
  'cases/refund.md': `# 退款案例

> **文档编号**: CASE-002
> **状态**: 已完成
> **相关案例**: CASE-001, CASE-003

见 [订单](doc.md) 与 [超卖](./doc.md#12-超卖)、[缺的](doc.md#没有)。

## 1. 概述

### 1.1 需求
`,
  'guides/README.md': `# 指南 *全*

- [订单案例](../cases/doc.md "说明")
- \`cases/doc.md\`
- ![图](../media/a.png)

[doc]: ../cases/doc.md#12-%E8%B6%85%E5%8D%96
`,
  'notes.md': '# 笔记\n\n编号 CASE-002。\n',
  'cases/a.md': '# 甲\n\n> **文档编号**: CASE-007\n',
  'cases/b.md': '# 乙\n\n> **文档编号**: CASE-007\n',
};

const text = `# 订单案例

> **文档编号**: CASE-001
> **状态**: 草稿
> **相关案例**: CASE-002

- [1.2 超卖](#12-超卖)

## 1.2 超卖

见 [退款](refund.md#11-需求)、[指南](../guides/)、[断](gone.md)、[图](../media/a.png)、[标签][r]。
\`guides/README.md\`，CASE-007，[外](https://example.com)。

[r]: refund.md
`;

function at(
  words: string,
  within = 1,
): {
  readonly opened: OpenDocument;
  readonly question: { uri: string; position: { line: number; character: number } };
} {
  const offset = text.indexOf(words) + within;
  assert.ok(offset >= within, words);
  const opened = open(text, { index: others, paths: ['media/a.png'] });
  return { opened, question: { uri, position: opened.source.positionAt(offset) } };
}

/** `path: the text at the place`. */
function shown(opened: OpenDocument, places: readonly PlaceInLibrary[] | undefined): readonly string[] {
  return (places ?? []).map(({ path, span }) => {
    const of = path === 'cases/doc.md' ? opened.text : (others[path] ?? '');
    return `${path}: ${of.slice(span.start, span.end)}`;
  });
}

describe('definitions across the library', () => {
  const table: readonly (readonly [what: string, words: string, targets: readonly string[]])[] = [
    ['a heading of another document', '退款](', ['cases/refund.md 1.1 需求']],
    ['the README of a folder', '指南](', ['guides/README.md']],
    ['nothing for a broken link', '断](', []],
    ['an image', '图](', ['media/a.png']],
    ['the definition of a label', '[r]。', ['cases/doc.md r']],
    ['the target behind a label', '标签]', ['cases/refund.md']],
    ['a file in a code span', 'guides/README.md`', ['guides/README.md']],
    ['the document of an id in the metadata', 'CASE-002', ['cases/refund.md']],
    ['every document of an id that several have', 'CASE-007', ['cases/a.md', 'cases/b.md']],
  ];
  for (const [what, words, targets] of table) {
    it(`lead to ${what}`, () => {
      const { opened, question } = at(words);
      const found = opened.ask('definition', question).map(({ uri: target, place }) => {
        const path = target.slice(root.length + 1);
        const of = path === 'cases/doc.md' ? opened.text : (others[path] ?? '');
        return place === undefined ? path : `${path} ${of.slice(place.span.start, place.span.end)}`;
      });
      assert.deepEqual(found, targets);
    });
  }

  it('of the own id and of headings stay with the template', () => {
    for (const words of ['CASE-001', '订单案例']) {
      const { opened, question } = at(words);
      const [target] = opened.ask('definition', question);
      assert.ok(target === undefined || target.uri.endsWith('templates/case.md'), words);
    }
  });
});

describe('references across the library', () => {
  const ofDocument = [
    'cases/refund.md: CASE-001',
    'cases/refund.md: doc.md',
    'cases/refund.md: ./doc.md#12-超卖',
    'cases/refund.md: doc.md#没有',
    'guides/README.md: ../cases/doc.md',
    'guides/README.md: cases/doc.md',
    'guides/README.md: ../cases/doc.md#12-%E8%B6%85%E5%8D%96',
  ];
  const table: readonly (readonly [what: string, words: string, within: number, places: readonly string[]])[] = [
    ['a title', '# 订单', 3, ofDocument],
    ['the own id', 'CASE-001', 2, ofDocument],
    [
      'a heading, with its contents entry',
      '## 1.2',
      4,
      [
        'cases/doc.md: #12-超卖',
        'cases/refund.md: ./doc.md#12-超卖',
        'guides/README.md: ../cases/doc.md#12-%E8%B6%85%E5%8D%96',
      ],
    ],
    ['the target of a link', '图](', 1, ['cases/doc.md: ../media/a.png', 'guides/README.md: ../media/a.png']],
    ['a definition', '[r]: ', 1, ['cases/doc.md: r']],
  ];
  for (const [what, words, within, places] of table) {
    it(`of ${what}`, () => {
      const { opened, question } = at(words, within);
      const found = opened.ask('references', { ...question, includeDeclaration: false });
      assert.deepEqual(shown(opened, found?.places), places);
    });
  }

  it('name the declaration where it is asked for', () => {
    const { opened, question } = at('# 订单', 3);
    const found = opened.ask('references', { ...question, includeDeclaration: true });
    assert.deepEqual(shown(opened, found?.places).slice(0, 2), ['cases/doc.md: 订单案例', 'cases/doc.md: CASE-001']);
    const label = at('[r]: ');
    const uses = label.opened.ask('references', { ...label.question, includeDeclaration: true });
    assert.equal(uses?.places.length, 2);
  });

  it('are none in prose, and none while the library is being read', () => {
    const { opened, question } = at('- [1.2', 0);
    assert.equal(opened.ask('references', { ...question, includeDeclaration: true }), undefined);
    const unread = open(text);
    assert.equal(unread.ask('references', { ...at('# 订单', 3).question, includeDeclaration: true }), undefined);
  });
});

describe('links that can be followed', () => {
  it('are those that lead somewhere: links, images, code spans, ids', () => {
    const { opened } = at('#');
    const links = opened.ask('documentLinks', { uri });
    const found = links.map(({ range, target, place }) => {
      const words = opened.source.slice(opened.source.spanOf(range));
      return `${words} -> ${target.slice(root.length + 1)}${place === undefined ? '' : ' +'}`;
    });
    assert.deepEqual(found, [
      '#12-超卖 -> cases/doc.md#L9',
      'refund.md#11-需求 -> cases/refund.md +',
      '../guides/ -> guides/README.md',
      '../media/a.png -> media/a.png',
      '[标签][r] -> cases/refund.md',
      'refund.md -> cases/refund.md',
      'guides/README.md -> guides/README.md',
      'CASE-002 -> cases/refund.md',
    ]);
    assert.equal(links[1]?.tooltip, '打开“1.1 需求”（cases/refund.md）');
  });
});

describe('symbols of the workspace', () => {
  const names = (query: string): readonly string[] =>
    at('#')
      .opened.ask('workspaceSymbols', { query })
      .map(({ name, path }) => `${name} ${path}`);
  const table: readonly (readonly [query: string, first: readonly string[]])[] = [
    ['退款', ['退款案例 (CASE-002) cases/refund.md']],
    ['case-002', ['退款案例 (CASE-002) cases/refund.md']],
    ['超卖', ['1.2 超卖 cases/doc.md']],
    ['refund', ['退款案例 (CASE-002) cases/refund.md']],
    ['需求', ['1.1 需求 cases/refund.md']],
    ['订案', ['订单案例 (CASE-001) cases/doc.md']],
    ['没有的', []],
  ];
  for (const [query, first] of table) {
    it(`by “${query}”`, () => {
      assert.deepEqual(names(query).slice(0, 1), first);
    });
  }

  it('are all, documents first, for an empty query', () => {
    assert.deepEqual(names('').length, 9);
    assert.match(names('')[5] ?? '', /\.md$/);
  });
});

describe('who refers to whom', () => {
  it('begins at a title or heading and goes both ways', () => {
    const { opened, question } = at('# 订单', 3);
    const [node] = opened.ask('prepareReferencedBy', question) ?? [];
    assert.deepEqual([node?.name, node?.path, node?.anchor], ['订单案例', 'cases/doc.md', undefined]);
    const step = { root, path: 'cases/doc.md' };
    const incoming = opened.ask('referencedBy', step).map((found) => [found.node.name, found.spans.length]);
    assert.deepEqual(incoming, [
      ['退款案例', 4],
      ['指南 全', 3],
    ]);
    const outgoing = opened.ask('refersTo', step).map((found) => [found.node.name, found.spans.length]);
    assert.deepEqual(outgoing, [
      ['1.1 需求', 1],
      ['退款案例', 2],
    ]);
  });

  it('keeps to the section of a heading', () => {
    const { opened, question } = at('## 1.2', 4);
    const [node] = opened.ask('prepareReferencedBy', question) ?? [];
    assert.equal(node?.anchor, '12-超卖');
    const incoming = opened.ask('referencedBy', { root, path: 'cases/doc.md', anchor: '12-超卖' });
    assert.deepEqual(
      incoming.map((found) => found.node.path),
      ['cases/doc.md', 'cases/refund.md', 'guides/README.md'],
    );
    assert.deepEqual(opened.ask('referencedBy', { root, path: 'cases/doc.md', anchor: '没有' }), []);
  });

  it('is counted above the title', () => {
    const { opened } = at('#');
    const lenses = opened.ask('codeLens', { uri, countsReferences: true });
    assert.equal(lenses.at(-1)?.title, '7 处引用');
    assert.equal(opened.ask('codeLens', { uri }).length, lenses.length - 1);
  });
});

describe('hovers on links', () => {
  const hover = (words: string, within = 1): string => {
    const { opened, question } = at(words, within);
    return opened.ask('hover', question)?.markdown ?? '';
  };

  it('preview the document: title, kind, id, status, sections', () => {
    const markdown = hover('标签]');
    assert.match(
      markdown,
      /^\*\*退款案例\*\*\n\ncases\/refund\\.md\n\n案例 · 编号 CASE\\-002 · 状态：已完成 · 12 行\n\n- 1\\. 概述$/,
    );
  });

  it('preview a heading, a file, a folder, an id', () => {
    assert.match(hover('退款]('), /^\*\*1\\.1 需求\*\* · 退款案例/);
    assert.equal(hover('图]('), 'media/a\\.png');
    assert.match(hover('指南]('), /^guides\/\n\n文件夹，内有 1 个文件$/);
    assert.match(hover('CASE-002'), /退款案例/);
    assert.match(hover('CASE-007'), /2 个文档都使用编号“CASE\\-007”：\n\n- cases\/a\\.md\n- cases\/b\\.md/);
  });

  it('say why a link leads nowhere', () => {
    assert.match(hover('断]('), /^断链：“cases\/gone\\.md”不存在/);
  });

  it('say on headings how often they are referred to', () => {
    assert.match(hover('## 1.2', 4), /被 3 个文档引用 3 次/);
    assert.match(hover('# 订单', 3), /被 2 个文档引用 7 次/);
  });

  it('say nothing of links to the outside', () => {
    assert.equal(hover('外]('), '');
  });
});

describe('completion of link targets', () => {
  const complete = (
    typed: string,
    body = '# 订单案例\n\n',
  ): readonly { label: string; insertText: string; detail: string; documentation?: string }[] => {
    const opened = open(`${body}${typed}<|>\n`, { index: others, paths: ['media/a b.png', 'media/图.svg'] });
    const [position] = opened.cursors;
    assert.ok(position);
    return opened.ask('completion', { uri, position });
  };

  it('offers files of the own folder first, with title and preview', () => {
    const [first, ...rest] = complete('[x](').filter(({ label }) => !label.startsWith('#'));
    assert.deepEqual([first?.label, first?.detail], ['refund.md', '退款案例']);
    assert.match(first?.documentation ?? '', /^\*\*退款案例\*\*/);
    assert.deepEqual(
      rest.slice(0, 2).map(({ label }) => label),
      ['a.md', 'b.md'],
    );
  });

  it('finds them by title and id too', () => {
    assert.deepEqual(
      complete('[x](退款').map(({ insertText }) => insertText),
      ['refund.md'],
    );
    assert.deepEqual(
      complete('[x](CASE-002').map(({ insertText }) => insertText),
      ['refund.md'],
    );
  });

  it('offers the headings of another document after its path', () => {
    assert.deepEqual(
      complete('[x](refund.md#').map(({ insertText, detail }) => [insertText, detail]),
      [
        ['refund.md#退款案例', '# 退款案例'],
        ['refund.md#1-概述', '## 1. 概述'],
        ['refund.md#11-需求', '### 1.1 需求'],
      ],
    );
    assert.deepEqual(complete('[x](gone.md#'), []);
  });

  it('offers images alone in an image', () => {
    assert.deepEqual(
      complete('![x](').map(({ insertText }) => insertText),
      ['../media/a%20b.png', '../media/图.svg'],
    );
    assert.deepEqual(
      complete('![x](<').map(({ insertText }) => insertText),
      ['../media/a b.png', '../media/图.svg'],
    );
  });

  it('writes addresses as the document does', () => {
    const encoded = complete('![x](图', '# 题\n\n[y](%E7%94%B2.md)\n');
    assert.deepEqual(
      encoded.map(({ insertText }) => insertText),
      ['../media/%E5%9B%BE.svg'],
    );
    const short = complete('[x](退款', '# 题\n\n[y](a) [z](b)\n');
    assert.deepEqual(
      short.map(({ insertText }) => insertText),
      ['refund'],
    );
  });
});
