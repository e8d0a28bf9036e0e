// Finding documents: the tree by facets, Find Case, the selection guide, over an index of small documents.
import assert from 'node:assert/strict';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import type { Locale } from '../../server/src/core/messages/catalog.ts';
import { createEngine } from '../../server/src/features/engine.ts';
import type { EngineChange } from '../../server/src/features/engineState.ts';
import { engineCore } from '../../server/src/hosts/engineCore.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../../server/src/features/featureTable.ts';

const root = 'file:///library';
const configurationText = JSON.stringify({
  kinds: { case: { files: ['cases/**'] }, topic: { files: ['topics/**'] } },
  facets: { 难度: { values: ['初级', '中级', '高级'], required: true } },
});

const texts: Readonly<Record<string, string>> = {
  'cases/电商系统/库存.md':
    '# 库存扣减完整案例\n\n> **文档编号**: SCENARIO-ECOMMERCE-001\n> **难度**: ⭐⭐⭐⭐ 高级\n> **前置知识**: 事务基础\n\n## 防止超卖\n\n## 性能优化\n',
  'cases/电商系统/购物车.md': '# 购物车案例\n\n> **难度**: ⭐⭐\n> **技术场景**: 缓存\n\n## 会话管理\n',
  'cases/金融系统/转账.md': '# 账户转账案例\n\n> **难度**: 中高级\n> **技术场景**: 分布式事务\n\n## 监控和告警\n',
  'cases/其他/杂项.md': '# 杂项\n\n> **难度**: 看情况\n\n## 概述\n',
  'topics/mq.md': '# Message queues\n\n> **Technology**: Message queues\n\n## Dead letters\n',
  'README.md': '# 案例库说明\n\n[库存案例](cases/电商系统/库存.md)\n',
};

interface Library {
  ask<N extends FeatureName>(name: N, params: FeatureParams<N>): FeatureResult<N>;
}

function openLibrary(locale: Locale): Library {
  const engine = createEngine(engineCore(remarkParser));
  const context = buildLibrary({ root, configurationText, files: new Map(), parser: remarkParser });
  const changed = Object.entries(texts).map(([path, text]) => examineDocument({ path, text }, context).facts);
  let pending: readonly EngineChange[] = [
    { kind: 'settings', settings: { locale } },
    { kind: 'library', library: { root, configurationText, files: [] } },
    { kind: 'paths', paths: { root, paths: Object.keys(texts) } },
    { kind: 'index', root, changed, removed: [], isReady: true },
  ];
  return {
    ask: (name, params) => {
      const result = engine.handle(pending, name, params);
      pending = [];
      return result;
    },
  };
}

const opened = new Map<Locale, Library>();

/** Nothing here changes a library, so one serves all tests. */
function library(locale: Locale = 'zh'): Library {
  const known = opened.get(locale) ?? openLibrary(locale);
  opened.set(locale, known);
  return known;
}

describe('the tree of documents', () => {
  const shape = (by: readonly string[], filter = '', locale: Locale = 'zh'): readonly string[] => {
    const { groups, documents } = library(locale).ask('libraryTree', { by, filter });
    const lines = (list: typeof groups, indent: string): readonly string[] =>
      list.flatMap(({ label, count, state, groups: inner, documents: indexes }) => [
        `${indent}${label} ${count}${state === 'value' ? '' : ` ${state}`}`,
        ...lines(inner, `${indent}  `),
        ...indexes.map((index) => `${indent}  - ${documents[index]?.title ?? ''}`),
      ]);
    return lines(groups, '');
  };

  it('groups by kind without readmes, and counts', () => {
    assert.deepEqual(shape(['kind']), [
      '案例 4',
      '  - 杂项',
      '  - 库存扣减完整案例',
      '  - 购物车案例',
      '  - 账户转账案例',
      '主题 1',
      '  - Message queues',
    ]);
  });

  it('crosses two facets, in the order of the vocabulary, unknown and missing values in groups of their own', () => {
    assert.deepEqual(shape(['difficulty', 'scenario']), [
      '初级 1',
      '  电商 1',
      '    - 购物车案例',
      '中级 1',
      '  金融 1',
      '    - 账户转账案例',
      '高级 2',
      '  电商 1',
      '    - 库存扣减完整案例',
      '  金融 1',
      '    - 账户转账案例',
      '词表之外 1 unknown',
      '  - 杂项',
      '未写明 1 missing',
      '  - Message queues',
    ]);
  });

  it('names groups in the language of the reader, and filters as Find Case does', () => {
    assert.deepEqual(shape(['scenario'], '难度=高级', 'en'), [
      'E-commerce 1',
      '  - 库存扣减完整案例',
      'Finance 1',
      '  - 账户转账案例',
    ]);
  });

  it('gives each document its facets with the reasons', () => {
    const { documents, facets, isReady } = library().ask('libraryTree', { by: ['scenario'], filter: '库存' });
    assert.equal(isReady, true);
    assert.ok(facets.some(({ name, label }) => name === 'difficulty' && label === '难度级别'));
    const stock = documents.find(({ id }) => id === 'SCENARIO-ECOMMERCE-001');
    assert.deepEqual(
      stock?.facets.map(({ label, value, reason }) => `${label} ${value}: ${reason}`),
      ['业务场景 电商: 文档编号“SCENARIO-ECOMMERCE-001”中的“ECOMMERCE”', '难度级别 高级: 元数据“难度”：⭐⭐⭐⭐ 高级'],
    );
    assert.equal(stock.uri, 'file:///library/cases/%E7%94%B5%E5%95%86%E7%B3%BB%E7%BB%9F/%E5%BA%93%E5%AD%98.md');
  });

  it('is not ready, and empty, before the documents have been read', () => {
    const engine = createEngine(engineCore(remarkParser));
    const changes: readonly EngineChange[] = [{ kind: 'library', library: { root, files: [] } }];
    const { isReady, groups } = engine.handle(changes, 'libraryTree', { by: ['kind'], filter: '' });
    assert.deepEqual([isReady, groups], [false, []]);
  });
});

describe('Find Case', () => {
  /** What is asked, the titles that are found in their order, and the reasons of the first. */
  const cases: readonly (readonly [text: string, titles: readonly string[], reasons: readonly string[]])[] = [
    ['库存', ['库存扣减完整案例', '案例库说明'], ['标题含“库存”']],
    ['案例', ['购物车案例', '账户转账案例', '库存扣减完整案例', '案例库说明', '杂项'], ['标题含“案例”']],
    ['kckj', ['库存扣减完整案例'], ['拼音与“库存扣减完整案例”相符']],
    ['kucun', ['库存扣减完整案例'], ['拼音与“库存扣减完整案例”相符']],
    ['SCENARIO-ECOMMERCE-001', ['库存扣减完整案例'], ['编号 SCENARIO-ECOMMERCE-001']],
    ['超卖', ['库存扣减完整案例'], ['章节“防止超卖”']],
    ['ecommerce', ['库存扣减完整案例', '购物车案例'], ['编号 SCENARIO-ECOMMERCE-001']],
    ['难度:高级', ['库存扣减完整案例', '账户转账案例'], ['难度级别：高级']],
    ['难度：高级 告警', ['账户转账案例'], ['难度级别：高级', '章节“监控和告警”']],
    ['difficulty=beginner', ['购物车案例'], ['难度级别：初级']],
    ['dead letters', ['Message queues'], ['章节“Dead letters”', '章节“Dead letters”']],
    ['没有这个词', [], []],
    ['难度:没有', [], []],
  ];
  for (const [text, titles, reasons] of cases) {
    it(`finds ${text}`, () => {
      const { hits, total } = library().ask('findDocuments', { text, limit: 10 });
      assert.deepEqual(
        hits.map(({ title }) => title),
        titles,
      );
      assert.equal(total, titles.length);
      assert.deepEqual(hits[0]?.reasons ?? [], reasons);
    });
  }

  it('lists everything for no words, cases first, and as many as asked for', () => {
    const { hits, total } = library().ask('findDocuments', { text: '  ', limit: 2 });
    assert.deepEqual([hits.length, total], [2, 6]);
    assert.deepEqual(new Set(hits.map(({ kind }) => kind)), new Set(['case']));
  });

  it('says where to open: the heading that fits best', () => {
    const { hits } = library().ask('findDocuments', { text: '优化', limit: 1 });
    const text = texts['cases/电商系统/库存.md'] ?? '';
    const offset = text.indexOf('性能优化');
    assert.deepEqual(hits[0]?.heading, { text: '性能优化', anchor: '性能优化', offset });
  });
});

describe('selection guide', () => {
  it('offers what is left after each answer', () => {
    const { scenarios, technologies, difficulties } = library().ask('selectionGuide', { need: '电商' });
    const shown = (options: typeof scenarios): string =>
      options.map(({ value, count }) => `${value} ${count}`).join(' ');
    assert.equal(shown(scenarios), '电商 2 金融 1');
    assert.equal(shown(technologies), '缓存 1');
    assert.equal(shown(difficulties), '初级 1 高级 1');
  });

  it('puts what fits in every respect first, and says why and what differs', () => {
    const { hits } = library().ask('selectionGuide', { need: '电商', difficulty: '高级' });
    assert.deepEqual(
      hits.map(({ title, reasons, differences }) => ({ title, reasons, differences })),
      [
        {
          title: '库存扣减完整案例',
          reasons: ['业务场景：电商', '难度级别：高级', '需要先了解：事务基础'],
          differences: [],
        },
        { title: '购物车案例', reasons: ['业务场景：电商'], differences: ['不同之处：难度级别为初级'] },
      ],
    );
  });

  it('writes the answer as Markdown', () => {
    const { markdown } = library().ask('selectionGuide', { need: '转账', technology: '分布式' });
    assert.equal(
      markdown,
      [
        '# 选型指南',
        '',
        '所选：转账 · 分布式',
        '',
        '- [账户转账案例](file:///library/cases/%E9%87%91%E8%9E%8D%E7%B3%BB%E7%BB%9F/%E8%BD%AC%E8%B4%A6.md)',
        '  - 业务场景: 金融 · 技术场景: 分布式 · 难度级别: 中级 · 难度级别: 高级',
        '  - 理由：标题含“转账”；技术场景：分布式',
        '',
      ].join('\n'),
    );
  });
});
