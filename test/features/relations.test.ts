// The tree of relations of a document and the graph of a library, as the engine answers.
import assert from 'node:assert/strict';
import { judgeDocument, judgeFacts } from '../../server/src/core/analyzeDocument.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { createEngine } from '../../server/src/features/engine.ts';
import type { EngineChange } from '../../server/src/features/engineState.ts';
import { open, uri } from '../support/openEngine.ts';
import { withEdits } from '../support/openLibrary.ts';

const root = 'file:///library';
const configurationText = '{"kinds": {"case": {"files": ["cases/**"]}, "topic": {"files": ["topics/**"]}}}';
const texts: Readonly<Record<string, string>> = {
  'cases/a.md':
    '# 库存\n\n> **文档编号**: SCENARIO-SHOP-001\n\n[旧](old.md) [订单](b.md) [支付](c.md)\n\n## 相关文档\n\n- [并发](../topics/t.md)\n- [没有](no.md)\n',
  'cases/b.md': '# 订单\n\n> **文档编号**: SCENARIO-SHOP-002\n> **前置文档**: 《库存》\n\n## 热点行\n',
  'cases/c.md': '# 支付\n\n> **文档编号**: SCENARIO-SHOP-003\n\n[库存](a.md)\n',
  'topics/t.md': '# 并发\n\n> **前置文档**: 《没有这份》\n',
};

function library() {
  const engine = createEngine({ parser: remarkParser, buildLibrary, examineDocument, judgeDocument, judgeFacts });
  const context = buildLibrary({ root, configurationText, files: new Map(), parser: remarkParser });
  const changed = Object.entries(texts).map(([path, text]) => examineDocument({ path, text }, context).facts);
  const changes: EngineChange[] = [
    { kind: 'library', library: { root, configurationText, files: [] } },
    { kind: 'paths', paths: { root, paths: Object.keys(texts) } },
    { kind: 'index', root, changed, removed: [], isReady: true },
    ...Object.entries(texts).map(([path, text]): EngineChange => ({
      kind: 'document',
      document: { uri: `${root}/${path}`, version: 1, text, root, path },
    })),
  ];
  engine.handle(changes, 'relations', { uri: '' });
  return engine;
}

describe('relations of a document', () => {
  const engine = library();
  const rows = (path: string): readonly string[] =>
    engine
      .handle([], 'relations', { uri: `${root}/${path}` })
      .groups.flatMap(({ label, entries }) => [
        label,
        ...entries.map((entry) => `  ${entry.label}${entry.problem === undefined ? '' : ` ! ${entry.problem}`}`),
      ]);

  it('shows what it leads to, what leads to it, and what it is probably related to', () => {
    assert.deepEqual(rows('cases/a.md'), ['相关', '  并发', '后续', '  订单', '可能相关', '  支付']);
    assert.deepEqual(rows('cases/b.md'), ['前置', '  库存']);
  });

  it('marks what is wrong', () => {
    assert.deepEqual(rows('topics/t.md').slice(0, 2), ['前置', '  没有这份 ! “前置”所指的“没有这份”不存在']);
  });

  it('gives the reasons of a proposal', () => {
    const { groups } = engine.handle([], 'relations', { uri: `${root}/cases/a.md` });
    const [entry] = groups.at(-1)?.entries ?? [];
    assert.equal(entry?.description, '本文档链接到它 · 它链接到本文档 · 编号同属 SCENARIO-SHOP');
  });

  it('says nothing of what is not open', () => {
    assert.deepEqual(engine.handle([], 'relations', { uri: `${root}/x.md` }).groups, []);
  });
});

describe('the graph of relations', () => {
  const engine = library();

  it('has nodes, arrows with reasons, filters, and texts of the same', () => {
    const graph = engine.handle([], 'relationGraph', { root });
    assert.deepEqual(
      graph.nodes.map(({ label, kind }) => `${label} ${kind}`),
      ['库存 case', '订单 case', '并发 topic'],
    );
    assert.deepEqual(
      graph.edges.map(({ reason }) => reason),
      ['库存 → 并发：相关（章节中列出 · cases/a.md）', '订单 → 库存：前置（元数据中写明 · cases/b.md）'],
    );
    assert.match(graph.mermaid, /^graph LR\n {2}n1\["库存"\]/);
    assert.match(graph.dot, /^digraph relations \{/);
    assert.ok(graph.facets.some(({ name }) => name === 'difficulty'));
  });

  it('is filtered by type and kind, and shows what is around a document', () => {
    const labels = (question: object): readonly string[] =>
      engine.handle([], 'relationGraph', { root, ...question }).nodes.map(({ label }) => label);
    assert.deepEqual(labels({ type: 'prerequisite' }), ['库存', '订单']);
    assert.deepEqual(labels({ kind: 'topic' }), []);
    assert.deepEqual(labels({ path: 'topics/t.md', depth: 1 }), ['库存', '并发']);
    assert.deepEqual(labels({ path: 'topics/t.md', depth: 2 }), ['库存', '订单', '并发']);
    assert.deepEqual(labels({ facet: { name: 'difficulty', value: '高级' } }), []);
  });

  it('puts many documents together by folder', () => {
    const many = library();
    const paths = Array.from({ length: 1_200 }, (_, at) => `cases/f${String(at % 40)}/d${String(at)}.md`);
    const [facts] = [
      examineDocument({ path: 'x.md', text: '# X\n' }, buildLibrary({ root, files: new Map(), parser: remarkParser }))
        .facts,
    ];
    const changed = paths.map((path, at) => ({
      ...facts,
      path,
      fields: [
        {
          key: '相关',
          normalKey: '相关',
          value: '',
          items: [`/${paths[(at * 7 + 1) % paths.length] ?? ''}`.slice(1)],
          keySpan: { start: 0, end: 0 },
          valueSpan: { start: 0, end: 0 },
          place: 'header' as const,
        },
      ],
    }));
    const graph = many.handle(
      [
        { kind: 'paths', paths: { root, paths: [...Object.keys(texts), ...paths] } },
        { kind: 'index', root, changed, removed: [], isReady: true },
      ],
      'relationGraph',
      { root },
    );
    assert.ok(graph.nodes.length <= 500 && graph.nodes.some(({ kind }) => kind === 'folder'));
    assert.match(graph.note ?? '', /按文件夹合并/);
  });
});

describe('adding a document that is probably related', () => {
  const index = {
    'cases/b.md': '# 订单\n\n> **文档编号**: SCENARIO-SHOP-002\n\n[本文](doc.md)\n',
    'cases/支付.md': '# 支付\n\n[本文](doc.md)\n',
    'topics/t.md': '# 并发\n',
  };
  const configuration = '{"kinds": {"case": {"files": ["cases/**"]}, "topic": {"files": ["topics/**"]}}}';
  const afterwards = (marked: string): readonly string[] => {
    const opened = open(marked, { index, configuration });
    const [start] = opened.cursors;
    assert.ok(start !== undefined);
    return opened
      .ask('codeActions', { uri, range: { start, end: start } })
      .actions.filter(({ title }) => title.startsWith('添加相关文档'))
      .map(({ edits }) => withEdits(opened.text, { edits }));
  };
  const header = '# 库存\n\n> **文档编号**: SCENARIO-SHOP-001\n';
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'ids after the ids of a field, by its separator, a link where there is no id',
      `${header}> **相关案例**: SCENARIO-SHOP-009，SCENARIO-SHOP-008<|>\n`,
      [
        `${header}> **相关案例**: SCENARIO-SHOP-009，SCENARIO-SHOP-008，SCENARIO-SHOP-002\n`,
        `${header}> **相关案例**: SCENARIO-SHOP-009，SCENARIO-SHOP-008，[支付](支付.md)\n`,
      ],
    ],
    [
      'links after links',
      `${header}> **<|>相关案例**: [并发](../topics/t.md)\n`,
      [
        `${header}> **相关案例**: [并发](../topics/t.md)、[订单](b.md)\n`,
        `${header}> **相关案例**: [并发](../topics/t.md)、[支付](支付.md)\n`,
      ],
    ],
    [
      'the first of a field, in place of 无',
      `${header}> **前置文档**: <|>无\n`,
      [`${header}> **前置文档**: SCENARIO-SHOP-002\n`, `${header}> **前置文档**: [支付](支付.md)\n`],
    ],
    [
      'the first of an empty field',
      `${header}> **相关案例**:<|>\n`,
      [`${header}> **相关案例**: SCENARIO-SHOP-002\n`, `${header}> **相关案例**: [支付](支付.md)\n`],
    ],
    [
      'items of front matter, in brackets',
      '---\nid: SCENARIO-SHOP-001\nrelated: [SCENARIO-SHOP-009<|>]\n---\n\n# 库存\n',
      [
        '---\nid: SCENARIO-SHOP-001\nrelated: [SCENARIO-SHOP-009, SCENARIO-SHOP-002]\n---\n\n# 库存\n',
        '---\nid: SCENARIO-SHOP-001\nrelated: [SCENARIO-SHOP-009, 支付.md]\n---\n\n# 库存\n',
      ],
    ],
    [
      'items of front matter, on lines',
      '---\nid: SCENARIO-SHOP-001\nrelated:\n  - SCENARIO-SHOP-009<|>\n---\n\n# 库存\n',
      [
        '---\nid: SCENARIO-SHOP-001\nrelated:\n  - SCENARIO-SHOP-009\n  - SCENARIO-SHOP-002\n---\n\n# 库存\n',
        '---\nid: SCENARIO-SHOP-001\nrelated:\n  - SCENARIO-SHOP-009\n  - 支付.md\n---\n\n# 库存\n',
      ],
    ],
    [
      'an item of a list, with its mark and line ending',
      `${header}\n## 相关文档\n\n* [并发](../topics/t.md)<|>\n\n## 总结\n`.replaceAll('\n', '\r\n'),
      [
        `${header}\n## 相关文档\n\n* [并发](../topics/t.md)\n* [订单](b.md)\n\n## 总结\n`.replaceAll('\n', '\r\n'),
        `${header}\n## 相关文档\n\n* [并发](../topics/t.md)\n* [支付](支付.md)\n\n## 总结\n`.replaceAll('\n', '\r\n'),
      ],
    ],
    [
      'the next number, at the end of the file',
      `${header}\n## <|>相关文档\n\n1. [并发](../topics/t.md)`,
      [
        `${header}\n## 相关文档\n\n1. [并发](../topics/t.md)\n2. [订单](b.md)`,
        `${header}\n## 相关文档\n\n1. [并发](../topics/t.md)\n2. [支付](支付.md)`,
      ],
    ],
    [
      'the first item of an empty section',
      `${header}\n## 相关文档<|>\n\n## 总结\n`,
      [
        `${header}\n## 相关文档\n\n- [订单](b.md)\n\n## 总结\n`,
        `${header}\n## 相关文档\n\n- [支付](支付.md)\n\n## 总结\n`,
      ],
    ],
    ['nothing in other sections', `${header}\n## 总结<|>\n`, []],
    ['nothing in other fields', `${header}> **状态**: <|>草稿\n`, []],
    ['nothing that likeness can not tell', `${header}> **取代**: <|>\n`, []],
    ['nothing after prose', `${header}\n## 相关文档<|>\n\n见知识库。\n`, []],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(afterwards(text), expected);
    });
  }
});
