// The roadmap as features give it: tree, filter, choices, new documents, board, changes. One small library.
import assert from 'node:assert/strict';
import { judgeDocument, judgeFacts } from '../../server/src/core/analyzeDocument.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { createEngine, type Engine } from '../../server/src/features/engine.ts';
import type { EngineChange } from '../../server/src/features/engineState.ts';
import type { Grouping } from '../../server/src/features/roadmap/grouping.ts';
import type { PlainItem } from '../../server/src/features/roadmap/roadmapItem.ts';
import type { PlainNode, PlainRoadmap } from '../../server/src/features/roadmap/tree.ts';

const root = 'file:///library';
const planUri = `${root}/plans/topic-plan.md`;

const plan = `# 存储主题扩展计划

### 1. storage Crate (3个主题)

#### 1.1 连接池指南
**文件:** \`docs/pool_guide.md\`
**预计行数:** ~300 行

**内容大纲:**
- PgBouncer 配置
- 负载均衡

#### 1.2 分区表指南
**文件:** \`docs/partition_guide.md\`
**预计行数:** ~400 行

**内容大纲:**
- 范围分区
- 列表分区

### 2. network Crate (1个主题)

#### 2.1 重试指南
**文件:** \`../../outside/retry_guide.md\`
**预计行数:** ~200 行

**内容大纲:**
- 退避

## 进度

| 主题 | Crate | 优先级 | 状态 | 完成度 |
|------|-------|--------|------|--------|
| 连接池指南 | storage | P0 | ⏳ 待开始 | 0% |
| 分区表指南 | storage | P1 | ⏳ 待开始 | 0% |
| 重试指南 | network | P2 | ⏳ 待开始 | 0% |
`;

const pool = `# 连接池指南

> **文档编号**: TOPIC-001
> **状态**: 已完成

## 概述

这篇指南说明如何配置连接池，以及怎样观察它的效果。

## 事务模式

每个事务结束后归还连接，适合大多数在线业务。

## 实现

用 PgBouncer 的事务模式，每个数据库二十个连接。
`;

const template = `# [主题]指南

> **文档编号**: TOPIC-001
> **状态**: 草稿/已完成

## 概述

说明这篇指南解决什么问题。

## [主题章节]

[写清步骤]

## 实现

[写出配置]
`;

const configuration = JSON.stringify({
  rules: { 'content-too-few': 'off' },
  kinds: {
    topic: { files: ['docs/**'], template: 'templates/topic.md', id: 'TOPIC-{NNN}', newPath: 'docs/{title}.md' },
  },
});

const paths = ['docs/pool_guide.md', 'plans/topic-plan.md', 'templates/topic.md'];

function changes(
  texts: Partial<Record<'plan' | 'pool', string>> = {},
  more: readonly string[] = [],
): readonly EngineChange[] {
  return [
    { kind: 'settings', settings: { locale: 'zh' } },
    { kind: 'library', library: { root, configurationText: configuration, files: [['templates/topic.md', template]] } },
    { kind: 'paths', paths: { root, paths: [...paths, ...more] } },
    {
      kind: 'roadmap',
      roadmap: {
        root,
        plans: [['plans/topic-plan.md', texts.plan ?? plan]],
        files: [['docs/pool_guide.md', texts.pool ?? pool]],
        lineCounts: [],
        skipped: [['plans/broken-plan.md', { key: 'file-encoding.utf16' }]],
        isReady: true,
      },
    },
  ];
}

/** Building a library takes a while: tests that change nothing share one engine. */
let shared: Engine | undefined;

function open(): Engine {
  shared ??= fresh();
  return shared;
}

function fresh(texts: Partial<Record<'plan' | 'pool', string>> = {}): Engine {
  const engine = createEngine({ parser: remarkParser, buildLibrary, examineDocument, judgeDocument, judgeFacts });
  const documents = [{ path: 'docs/pool_guide.md', text: texts.pool ?? pool }];
  const facts = engine.handle(changes(texts), 'documentFacts', { root, documents });
  engine.handle([{ kind: 'index', root, changed: facts, removed: [], isReady: true }], 'roadmapWarm', { root });
  return engine;
}

const tree = (engine: Engine, groupBy: Grouping = 'plan', filter = ''): PlainRoadmap =>
  engine.handle([], 'roadmap', { groupBy, filter });

function itemsOf(nodes: readonly PlainNode[]): readonly PlainItem[] {
  return nodes.flatMap((node) => [...(node.item ? [node.item] : []), ...itemsOf(node.children)]);
}

const titles = (roadmap: PlainRoadmap): readonly string[] => itemsOf(roadmap.nodes).map((item) => item.title);

describe('the roadmap tree', () => {
  it('shows plans, their groups and items with true and stated state', () => {
    const roadmap = tree(open());
    const [node] = roadmap.nodes;
    assert.equal(node?.label, '存储主题扩展计划');
    assert.deepEqual(node.children.map(({ label }) => label), ['1 storage Crate', '2 network Crate']); // prettier-ignore
    const items = itemsOf(roadmap.nodes);
    assert.deepEqual(
      items.map(({ title, state, stated, hasDrift }) => [title, state, stated?.status, hasDrift]),
      [
        ['连接池指南', 'ready', 'pending', true],
        ['分区表指南', 'missing', 'pending', false],
        ['重试指南', 'unknown', 'pending', false],
      ],
    );
    assert.deepEqual(roadmap.plans, [{ uri: planUri, path: 'plans/topic-plan.md', title: '存储主题扩展计划' }]);
    assert.equal(roadmap.skipped[0]?.uri, `${root}/plans/broken-plan.md`);
    assert.match(node.description, /1\/3/);
  });

  it('shows what two plans name in each plan, in its own order and with its own effort', () => {
    const second = `# 季度计划

## 任务清单

1. **分区表指南**（\`docs/partition_guide.md\`）
   - **预计工作量**: 3周
2. **连接池指南**（\`docs/pool_guide.md\`）
   - **预计工作量**: 2周
`;
    const first = second.replaceAll('3周', '1周').replace('季度', '年度');
    const engine = createEngine({ parser: remarkParser, buildLibrary, examineDocument, judgeDocument, judgeFacts });
    const plans = [
      ['plans/a-plan.md', first],
      ['plans/b-plan.md', second],
    ] as const;
    const disk = { root, plans, files: [], lineCounts: [], skipped: [], isReady: true };
    const changed = [
      ...changes(
        {},
        plans.map(([path]) => path),
      ),
      { kind: 'roadmap', roadmap: disk } as const,
    ];
    engine.handle(changed, 'roadmapWarm', { root });
    const both = tree(engine);
    const shown = both.nodes.map((node) => itemsOf([node]).map(({ title, effort }) => `${title} ${effort ?? ''}`));
    assert.deepEqual(shown, [
      ['分区表指南 1 周', '连接池指南 2 周'],
      ['分区表指南 3 周', '连接池指南 2 周'],
    ]);
    assert.equal(both.summary.items, 2);
  });

  it('gives an item all that is known of it', () => {
    const [item] = itemsOf(tree(open()).nodes);
    assert.equal(item?.fileUri, `${root}/docs/pool_guide.md`);
    assert.equal(item.actualLines, pool.split('\n').length - 1);
    assert.equal(item.expectedSize, '~300 行');
    assert.equal(item.priority, 'P0');
    assert.deepEqual(item.place.range.start.line, 4);
    assert.equal(item.id, `${planUri}#1.1`);
    const node = tree(open()).nodes[0]?.children[0]?.children[0];
    assert.match(node?.tooltip ?? '', /docs\/pool\\_guide\\\.md|pool/);
    assert.match(node?.tooltip ?? '', /第 \d+ 行/);
  });

  it('never names a place outside the library', () => {
    const item = itemsOf(tree(open()).nodes).find(({ title }) => title === '重试指南');
    assert.equal(item?.plannedUri, undefined);
    assert.equal(item?.fileUri, undefined);
  });

  const groupings: readonly (readonly [Grouping, readonly string[]])[] = [
    ['priority', ['P0', 'P1', 'P2']],
    ['state', ['缺失', '已就绪', '未知']],
    ['folder', ['docs', '未指定']],
    ['schedule', ['未指定']],
    ['milestone', ['未指定']],
  ];
  for (const [grouping, labels] of groupings) {
    it(`groups by ${grouping}`, () => {
      const roadmap = tree(open(), grouping);
      assert.deepEqual(roadmap.nodes.map(({ label }) => label), labels); // prettier-ignore
      assert.equal(itemsOf(roadmap.nodes).length, 3);
      assert.equal(roadmap.nodes.reduce((sum, node) => sum + node.rollUp.items, 0), 3); // prettier-ignore
    });
  }

  it('has ids that are used once, in every grouping', () => {
    for (const grouping of ['plan', 'phase', 'priority', 'milestone', 'state', 'folder', 'schedule'] as const) {
      const ids: string[] = [];
      const collect = (nodes: readonly PlainNode[]): void => {
        for (const node of nodes) {
          ids.push(node.id);
          collect(node.children);
        }
      };
      collect(tree(open(), grouping).nodes);
      assert.equal(new Set(ids).size, ids.length, grouping);
    }
  });

  const filters: readonly (readonly [string, readonly string[]])[] = [
    ['', ['连接池指南', '分区表指南', '重试指南']],
    ['P0', ['连接池指南']],
    ['state:missing', ['分区表指南']],
    ['状态:缺失', ['分区表指南']],
    ['state:missing,ready', ['连接池指南', '分区表指南']],
    ['is:drift', ['连接池指南']],
    ['-is:drift P2', ['重试指南']],
    ['group:storage 分区', ['分区表指南']],
    ['pool_guide', ['连接池指南']],
    ['没有这样的', []],
    ['(((', []],
  ];
  for (const [filter, wanted] of filters) {
    it(`filters by “${filter}”`, () => {
      const roadmap = tree(open(), 'plan', filter);
      assert.deepEqual(titles(roadmap), wanted);
      assert.equal(roadmap.hidden, 3 - wanted.length);
    });
  }

  it('shows open documents as they stand in the editor', () => {
    const engine = fresh();
    const text = plan.replace('⏳ 待开始 | 0% |\n| 分区表', '✅ 已完成 | 100% |\n| 分区表');
    const document = { uri: planUri, version: 1, text, root, path: 'plans/topic-plan.md' };
    const changed = engine.handle([{ kind: 'document', document }], 'roadmap', { groupBy: 'plan', filter: '' });
    assert.deepEqual(itemsOf(changed.nodes).map(({ hasDrift }) => hasDrift), [false, false, false]); // prettier-ignore
  });

  it('says nothing of files before the disk is known', () => {
    const engine = createEngine({ parser: remarkParser, buildLibrary, examineDocument, judgeDocument, judgeFacts });
    const early = changes().map((change) =>
      change.kind === 'roadmap' ? { ...change, roadmap: { ...change.roadmap, isReady: false } } : change,
    );
    const document = { uri: planUri, version: 1, text: plan, root, path: 'plans/topic-plan.md' };
    const found = engine.handle([...early, { kind: 'document', document }], 'diagnostics', { uri: planUri });
    assert.ok(found?.diagnostics.every(({ code }) => !code.startsWith('plan-file') || code === 'plan-path'));
  });
});

describe('new documents from the roadmap', () => {
  const create = (itemId: string, engine = open()) =>
    engine.handle([], 'roadmapNewDocument', { itemId, today: '2026-03-01' });

  it('go to the planned path, from the template of the kind, with the outline as sections', () => {
    const { path, text, refusal } = create(`${planUri}#1.2`);
    assert.equal(refusal, undefined);
    assert.equal(path, 'docs/partition_guide.md');
    assert.match(text, /^# 分区表指南\n/);
    assert.match(text, /## 范围分区\n/);
    assert.match(text, /## 列表分区\n/);
    assert.match(text, /<!-- 来自计划 plans\/topic-plan\.md 第 \d+ 行；预计 ~400 行 -->/);
    assert.match(text, /文档编号\*\*: TOPIC-002/);
    assert.doesNotMatch(text, /\[主题章节\]/);
  });

  it('are only the template as long as nobody writes', () => {
    const { path, text } = create(`${planUri}#1.2`);
    const engine = createEngine({ parser: remarkParser, buildLibrary, examineDocument, judgeDocument, judgeFacts });
    const made = changes({}, [path]).map((change) =>
      change.kind === 'roadmap'
        ? { ...change, roadmap: { ...change.roadmap, files: [...change.roadmap.files, [path, text] as const] } }
        : change,
    );
    const roadmap = engine.handle(made, 'roadmap', { groupBy: 'plan', filter: '' });
    const item = itemsOf(roadmap.nodes).find(({ title }) => title === '分区表指南');
    assert.equal(item?.state, 'scaffolded', item?.reason);
  });

  it('never stand in for what is there, lies outside, or is gone from the plan', () => {
    for (const key of ['1.1', '2.1', '9.9']) {
      const { text, refusal } = create(`${planUri}#${key}`);
      assert.equal(text, '', key);
      assert.notEqual(refusal, undefined, key);
    }
  });
});

describe('choices and changes', () => {
  it('offers states in the words of the plan', () => {
    const { statuses, priorities } = open().handle([], 'roadmapChoices', { itemId: `${planUri}#1.1` });
    assert.equal(statuses.find(({ status }) => status === 'pending')?.label, '⏳ 待开始');
    assert.equal(statuses.find(({ isCurrent }) => isCurrent)?.status, 'pending');
    assert.equal(priorities.find(({ isCurrent }) => isCurrent)?.priority, 'P0');
  });

  it('edits the cell of the plan that states it', () => {
    const change = { kind: 'status', status: 'done' } as const;
    const { path, edits, message } = open().handle([], 'roadmapChange', { itemId: `${planUri}#1.1`, change });
    assert.equal(message, undefined);
    assert.equal(path, 'plans/topic-plan.md');
    const line = plan.split('\n').findIndex((text) => text.startsWith('| 连接池指南'));
    assert.ok(edits.length > 0 && edits.every(({ range }) => range.start.line === line), JSON.stringify(edits));
  });

  it('says why there is nothing to change', () => {
    for (const change of [
      { kind: 'status', status: 'nonsense' },
      { kind: 'move', dropKey: 'x' },
    ] as const) {
      const answer = open().handle([], 'roadmapChange', { itemId: `${planUri}#1.1`, change });
      assert.deepEqual([answer.edits.length, answer.message !== undefined], [0, true]);
    }
  });
});

describe('the board', () => {
  const scheduled = `# 缓存实施计划

## 任务

### 任务组 1: 缓存 (P0 - 高优先级)

#### docs/ (新建目录)

1. **pool_guide.md** (预计 300 行)
2. **02_cache_eviction_guide.md** (预计 400 行)

## 时间规划

### Day 1 (P0 - 必须完成)

- ⏳ docs/02 (400 行)
`;

  it('puts rows on an axis, counts priorities, and names every state', () => {
    const board = fresh({ plan: scheduled }).handle([], 'roadmapBoard', {});
    assert.equal(board.unit, 'day');
    assert.equal(board.rows.length, 2);
    const placed = board.rows.filter(({ from }) => from !== undefined);
    assert.deepEqual(placed.map(({ from, to }) => [from, to]), [[1, 1]]); // prettier-ignore
    assert.equal(board.priorities[0]?.of, 2);
    assert.equal(board.states.length, 12);
    assert.match(board.mermaid, /^gantt\n/);
    assert.match(board.mermaid, / :t\d, 2024-01-01, 1d$/m);
  });

  it('draws one plan where asked', () => {
    assert.equal(open().handle([], 'roadmapBoard', { uri: planUri }).rows.length, 3);
    assert.equal(open().handle([], 'roadmapBoard', { uri: `${root}/other.md` }).rows.length, 0);
  });
});
