// What the ten real cases and thirteen real topics hold, written down by reading them.
import assert from 'node:assert/strict';
import { markdownToMdast } from 'satteri';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { hasSharedDocuments, sharedDocument } from '../support/sharedDocuments.ts';

const parser = createSatteriParser(markdownToMdast);

interface Truth {
  readonly path: string;
  /** `place dialect: keys` a block. */
  readonly metadata: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  /** Headings of level 1, 2, 3, 4. */
  readonly headings: readonly number[];
  readonly toc?: number;
  readonly fences: number;
  readonly tables: number;
}

const caseHeader = 'header quote: 文档编号, 主题, 版本';
const caseTail = 'tail bold-lines: 最后更新, 维护状态';
const copied = 'before-title quote: 文档来源, 复制日期, 注意';

const cases: readonly Truth[] = [
  {
    path: '327c13ca__README.md',
    metadata: [caseHeader, caseTail],
    values: { 文档编号: 'SCENARIO-INDEX', 维护状态: '✅ 持续更新' },
    headings: [1, 5, 18, 3],
    fences: 0,
    tables: 0,
  },
  {
    path: '327c13ca__日志系统__高频写入完整案例.md',
    metadata: [caseHeader],
    values: { 文档编号: 'SCENARIO-LOG-001' },
    headings: [1, 9, 19, 19],
    toc: 48,
    fences: 25,
    tables: 0,
  },
  {
    path: '327c13ca__案例研究__CAP实践案例研究.md',
    metadata: [`${caseHeader}, 状态`, caseTail],
    values: { 状态: '✅ 已完成', 最后更新: '2024年' },
    headings: [1, 7, 14, 0],
    toc: 22,
    fences: 4,
    tables: 0,
  },
  {
    path: '327c13ca__物流系统__订单跟踪完整案例.md',
    metadata: [`${caseHeader}, 状态`, caseTail],
    values: { 主题: '物流系统订单跟踪' },
    headings: [1, 10, 24, 20],
    toc: 55,
    fences: 20,
    tables: 1,
  },
  {
    path: '327c13ca__电商系统__库存扣减完整案例.md',
    metadata: [caseHeader],
    values: { 版本: 'PostgreSQL 17 & 18' },
    headings: [1, 9, 20, 28],
    toc: 58,
    fences: 29,
    tables: 0,
  },
  {
    path: '327c13ca__金融系统__账户转账完整案例.md',
    metadata: [caseHeader],
    values: { 文档编号: 'SCENARIO-FINANCE-001' },
    headings: [1, 9, 18, 15],
    toc: 43,
    fences: 22,
    tables: 0,
  },
  {
    path: 'HEAD__01-电商秒杀系统__01-需求分析.md',
    headings: [1, 7, 17, 4],
    toc: 29,
    fences: 12,
    tables: 4,
    metadata: [
      copied,
      'header quote: 案例类型, 难度等级, PostgreSQL版本, 创建日期',
      'tail bold-lines: 下一步',
      'tail bold-lines: 文档创建, 最后更新, 维护者',
    ],
    values: {
      文档来源: 'DataBaseTheory\\19-场景案例库\\01-电商秒杀系统\\01-需求分析.md',
      难度等级: '⭐⭐⭐⭐⭐ (高级)',
      下一步: '02-架构设计.md',
    },
  },
  {
    path: 'HEAD__11-实时风控系统__README.md',
    metadata: ['header quote: 行业, 场景, 技术栈, 性能目标', 'tail list: 难度, 生产就绪, 代码完整度'],
    headings: [1, 8, 13, 0],
    toc: 22,
    fences: 10,
    tables: 2,
  },
  {
    path: 'HEAD__游戏场景__玩家行为分析系统.md',
    headings: [1, 9, 19, 0],
    toc: 29,
    fences: 12,
    tables: 4,
    metadata: [copied, 'header quote: 更新时间, 技术版本, 文档编号', 'tail bold-lines: 最后更新, 维护者, 文档编号'],
    values: { 技术版本: 'PostgreSQL 18+ (推荐) ⭐ | 17+ | TimescaleDB 2.11+, pgvector 0.7.0+', 文档编号: '08-10-01' },
  },
  {
    path: 'HEAD__金融行业完整案例.md',
    headings: [1, 9, 15, 0],
    toc: 25,
    fences: 10,
    tables: 0,
    metadata: ['header quote: PostgreSQL版本, 行业, 特点, 参考案例', 'tail bold-lines: 最后更新, 状态'],
    values: { 参考案例: '05-金融交易系统, 10-金融反欺诈系统' },
  },
];

const topicHeader = 'header bold-lines: Crate, 主题, Rust 版本, 最后更新';
const topicTail = 'tail bold-lines: 文档贡献者, 审核状态, 最后更新';
const topics: readonly (readonly [
  name: string,
  crate: string,
  headings: readonly number[],
  toc: number,
  fences: number,
  tables: number,
])[] = [
  ['advanced_concurrency_patterns', 'c12_model', [1, 10, 18, 11], 29, 16, 0],
  ['advanced_monitoring_sre', 'c10_otlp', [1, 10, 13, 3], 24, 11, 0],
  ['advanced_rate_limiting', 'c13_reliability', [1, 10, 14, 5], 25, 13, 0],
  ['cloud_native_best_practices', 'c10_otlp', [1, 10, 29, 0], 29, 28, 0],
  ['distributed_reliability', 'c13_reliability', [1, 10, 18, 13], 29, 17, 0],
  ['multi_cloud_architecture', 'c10_otlp', [1, 10, 16, 0], 8, 14, 0],
  ['observability_complete_guide', 'c11_libraries', [1, 10, 21, 19], 32, 23, 0],
  ['performance_optimization_guide', 'c11_libraries', [1, 10, 27, 45], 38, 38, 2],
  ['reactive_programming', 'c12_model', [1, 10, 17, 0], 8, 15, 0],
  ['resilience_engineering', 'c13_reliability', [1, 9, 17, 0], 27, 15, 0],
  ['security_best_practices', 'c11_libraries', [1, 10, 23, 18], 34, 25, 0],
  ['state_management', 'c12_model', [1, 10, 12, 2], 23, 10, 0],
  ['testing_complete_guide', 'c11_libraries', [1, 10, 23, 2], 34, 23, 0],
];

const truths: readonly Truth[] = [
  ...cases.map((truth) => ({ ...truth, path: `corpus/cases/${truth.path}` })),
  ...topics.map(([name, Crate, headings, toc, fences, tables]) => ({
    path: `corpus/topics/${name}.md`,
    metadata: [topicHeader, topicTail],
    values: { Crate, 'Rust 版本': '1.90.0', 审核状态: '✅ 已完成' },
    headings,
    toc,
    fences,
    tables,
  })),
];

describe('real documents', function () {
  before(function () {
    if (hasSharedDocuments) return;
    console.log('skipped: no shared documents beside the repository');
    this.skip();
  });

  for (const truth of truths) {
    it(truth.path, () => {
      const model = buildModel(sharedDocument(truth.path).text, parser);
      assert.deepEqual(
        model.metadata.map(
          (block) => `${block.place} ${block.dialect}: ${block.fields.map((field) => field.key).join(', ')}`,
        ),
        truth.metadata,
      );
      const fields = model.metadata.flatMap((block) => block.fields);
      for (const [key, value] of Object.entries(truth.values ?? {}))
        assert.equal(fields.find((field) => field.key === key)?.value, value);
      assert.deepEqual(
        [1, 2, 3, 4].map((level) => model.sections.filter((section) => section.level === level).length),
        truth.headings,
      );
      assert.equal(model.toc?.entries.length, truth.toc);
      assert.equal(model.blocks.code.filter((block) => block.isFenced).length, truth.fences);
      assert.equal(model.blocks.tables.length, truth.tables);
      assert.deepEqual(model.problems, []);
    });
  }

  it('resolves every entry of the clean tables of contents of cases', () => {
    for (const { path, toc } of cases) {
      if (toc === undefined) continue;
      const model = buildModel(sharedDocument(`corpus/cases/${path}`).text, parser);
      assert.deepEqual(
        model.toc?.entries.map((entry) => entry.anchor),
        model.sections.map((section) => section.anchor),
        path,
      );
    }
  });
});
