// Sections laid against a template: each case says what is found where, by the words of the headings.
import assert from 'node:assert/strict';
import { alignSections, type Synonyms } from '../../server/src/core/binding/align.ts';
import type { SectionBinding } from '../../server/src/core/binding/boundDocument.ts';
import { assign } from '../../server/src/core/binding/assignment.ts';
import { heaviestChain } from '../../server/src/core/binding/increasingChain.ts';
import { similarity } from '../../server/src/core/binding/nameSimilarity.ts';
import { outlineDocument, outlineSpecs } from '../support/outline.ts';

interface Case {
  readonly name: string;
  readonly template: string;
  readonly document: string;
  /** `heading = spec id` with what is remarkable; `+ heading` for extras; `- id` for what is bound nowhere. */
  readonly expect: readonly string[];
  readonly synonyms?: Synonyms;
  readonly isUnordered?: boolean;
}

const threeSections = '## 概述\n## 数据库设计\n## 总结';

const cases: readonly Case[] = [
  {
    name: 'finds sections under emoji and ordinals',
    template: threeSections,
    document: '# 案例\n## 📋 概述\n## 🚀 第二部分：数据库设计\n## 三、总结 ✅',
    expect: ['📋 概述 = 概述', '🚀 第二部分：数据库设计 = 数据库设计', '三、总结 ✅ = 总结'],
  },
  {
    name: 'tells missing and extra apart',
    template: threeSections,
    document: '# 案例\n## 概述\n## 附带的话\n## 总结',
    expect: ['概述 = 概述', '总结 = 总结', '+ 附带的话', '- 数据库设计'],
  },
  {
    name: 'takes a more special name for a renamed section',
    template: '## 概述\n## 实现方案\n## 多语言实现\n## 总结',
    document: '# 案例\n## 概述\n## 第三部分：事务实现方案\n## 第四部分：多语言实现\n## 总结',
    expect: [
      '概述 = 概述',
      '第三部分：事务实现方案 = 实现方案 (similar)',
      '第四部分：多语言实现 = 多语言实现',
      '总结 = 总结',
    ],
  },
  {
    name: 'prefers an exact name to two similar ones',
    template: '## 实现方案\n## 订单方案',
    document: '# 案例\n## 实现方案\n## 订单实现方案',
    expect: ['实现方案 = 实现方案', '订单实现方案 = 订单方案 (similar)'],
  },
  {
    name: 'moves the fewest sections',
    template: '## 甲节\n## 乙节\n## 丙节\n## 丁节',
    document: '# 案例\n## 丁节\n## 甲节\n## 乙节\n## 丙节',
    expect: ['丁节 = 丁节 (misplaced after 丙节)', '甲节 = 甲节', '乙节 = 乙节', '丙节 = 丙节'],
  },
  {
    name: 'leaves any order where the template does',
    template: '## 甲节\n## 乙节',
    document: '# 案例\n## 乙节\n## 甲节',
    isUnordered: true,
    expect: ['乙节 = 乙节', '甲节 = 甲节'],
  },
  {
    name: 'finds a section at another level instead of missing it',
    template: threeSections,
    document: '# 案例\n## 概述\n### 数据库设计\n## 总结',
    expect: ['概述 = 概述', '数据库设计 = 数据库设计 (wrong-level after 概述)', '总结 = 总结'],
  },
  {
    name: 'does not guess between two sections at another level',
    template: threeSections,
    document: '# 案例\n## 概述\n### 总结\n## 数据库设计\n### 总结',
    expect: ['概述 = 概述', '数据库设计 = 数据库设计', '- 总结'],
  },
  {
    name: 'finds a subsection under another section',
    template: '## 设计\n### 索引设计\n## 优化\n### 查询优化',
    document: '# 案例\n## 设计\n### 索引设计\n### 查询优化\n## 优化',
    expect: ['设计 = 设计', '索引设计 = 设计/索引设计', '优化 = 优化', '查询优化 = 优化/查询优化 (misplaced)'],
  },
  {
    name: 'binds a section that stands twice to one spec',
    template: threeSections,
    document: '# 案例\n## 概述\n## 数据库设计\n## 总结\n## 总结',
    expect: ['概述 = 概述', '数据库设计 = 数据库设计', '总结 = 总结', '总结 = 总结'],
  },
  {
    name: 'uses synonyms of the configuration',
    template: '## 监控和告警',
    document: '# 案例\n## 监控与诊断',
    synonyms: { 监控和告警: ['监控与诊断', '监控与告警'] },
    expect: ['监控与诊断 = 监控和告警 (alias)'],
  },
  {
    name: 'uses aliases of the template',
    template: '## 常见问题 / FAQ',
    document: '# 案例\n## FAQ',
    expect: ['FAQ = 常见问题 (alias)'],
  },
  {
    name: 'finds a section by another name one level deeper or higher',
    template: '## 概述\n## 业务场景分析 / 业务背景\n### 业务需求 / 核心需求\n## 数据库设计 / 数据模型',
    document: '# 案例\n## 概述\n## 业务背景\n### 数据模型\n## 核心需求',
    expect: [
      '概述 = 概述',
      '业务背景 = 业务场景分析 (alias)',
      '核心需求 = 业务场景分析/业务需求 (alias, wrong-level)',
      '数据模型 = 数据库设计 (alias, wrong-level after 业务背景)',
    ],
  },
  {
    name: 'does not fetch another name from deep inside, nor one of several',
    template: '## 概述\n## 监控和告警 / 监控\n## 总结 / 小结',
    document: '# 案例\n## 概述\n### 部署\n#### 监控\n### 小结\n## 实现\n### 小结',
    expect: ['概述 = 概述', '+ 实现', '- 监控和告警', '- 总结'],
  },
  {
    name: 'takes what a pattern would take twice for one section and an unknown one',
    template: '## 业务场景\n### 业务需求 / [类型]需求',
    document: '# 案例\n## 业务场景\n### 功能需求\n### 性能需求',
    expect: ['业务场景 = 业务场景', '功能需求 = 业务场景/业务需求 (alias)', '+ 性能需求'],
  },
  {
    name: 'prefers a name that is written out to a pattern',
    template: '## 背景\n### 并发场景 / [类型]场景\n### 业务需求 / 业务场景',
    document: '# 案例\n## 背景\n### 业务场景\n### 核心挑战',
    expect: ['背景 = 背景', '业务场景 = 背景/业务需求 (alias)', '+ 核心挑战'],
  },
  {
    name: 'knows a section by its name on every part',
    template: '## 概述\n## 实现方案 / [名称]实现\n## 总结',
    document: '# 案例\n## 概述\n## 核心引擎\n### 主引擎实现\n## 部署\n### 缓存实现\n### 扩容\n## 总结',
    expect: ['概述 = 概述', '核心引擎 = 实现方案 (similar)', '总结 = 总结', '+ 部署'],
  },
  {
    name: 'does not rename by likeness to another name',
    template: '## 概述\n## 监控和告警 / 监控\n## 实现方案 / 完整代码示例',
    document: '# 案例\n## 概述\n## 生产线监控\n## 完整示例',
    expect: ['概述 = 概述', '+ 生产线监控', '+ 完整示例', '- 监控和告警', '- 实现方案'],
  },
  {
    name: 'lets placeholders take what is left in their range',
    template: '## 概述\n## [主题章节]*\n## 总结',
    document: '# 主题\n## 概述\n## Raft 共识\n## 分布式锁\n## 总结\n## 后记',
    expect: [
      '概述 = 概述',
      'Raft 共识 = 主题章节 (placeholder)',
      '分布式锁 = 主题章节 (placeholder)',
      '总结 = 总结',
      '+ 后记',
    ],
  },
  {
    name: 'binds the children of placeholders',
    template: '## [概念]*\n### 定义\n### 示例',
    document: '# 主题\n## 栈\n### 定义\n### 示例\n## 队列\n### 定义',
    expect: [
      '栈 = 概念 (placeholder)',
      '定义 = 概念/定义',
      '示例 = 概念/示例',
      '队列 = 概念 (placeholder)',
      '定义 = 概念/定义',
    ],
  },
  {
    name: 'knows a section by what it holds',
    template: '## 总结\n### 核心方案\n### 最佳实践\n### 性能指标',
    document: '# 案例\n## 收尾\n### 核心方案\n### 最佳实践',
    expect: ['收尾 = 总结 (similar)', '核心方案 = 总结/核心方案', '最佳实践 = 总结/最佳实践'],
  },
  {
    name: 'takes numbered copies for one repeatable section, also behind a number',
    template: '## 实现\n### 方案N：[方案名称]*',
    document: '# 案例\n## 实现\n### 3.1 方案1：行锁\n### 3.2 方案2：乐观锁\n### 3.3 对比',
    expect: [
      '实现 = 实现',
      '3.1 方案1：行锁 = 实现/方案名称 (placeholder)',
      '3.2 方案2：乐观锁 = 实现/方案名称 (placeholder)',
      '+ 3.3 对比',
    ],
  },
  {
    name: 'reads a placeholder inside a name',
    template: '## 关于[主题]的概述\n## 总结',
    document: '# 主题\n## 关于限流的概述\n## 总结',
    expect: ['关于限流的概述 = 关于主题的概述 (placeholder)', '总结 = 总结'],
  },
  {
    name: 'reports shifted levels once',
    template: threeSections,
    document: '### 概述\n### 数据库设计\n### 总结',
    expect: ['概述 = 概述 (wrong-level)', '数据库设计 = 数据库设计', '总结 = 总结'],
  },
  {
    name: 'takes H1s for sections where all of them are',
    template: threeSections,
    document: '# 案例\n# 概述\n# 数据库设计\n# 总结',
    expect: ['概述 = 概述', '数据库设计 = 数据库设计', '总结 = 总结'],
  },
  {
    name: 'does not count the table of contents',
    template: '## 概述',
    document: '# 案例\n## 📑 目录\n## 概述',
    expect: ['概述 = 概述'],
  },
];

function describeAlignment(testCase: Case): readonly string[] {
  const specs = outlineSpecs(testCase.template);
  const document = outlineDocument(testCase.document);
  const { bindings, bySection, extras } = alignSections(
    document,
    { sections: specs, isUnordered: testCase.isUnordered ?? false },
    testCase.synonyms,
  );
  const boundIds = new Set([...bySection.values()].map((binding) => binding.spec.id));
  const lines = (list: readonly SectionBinding[]): readonly string[] =>
    list.flatMap((binding) => [describeBinding(binding), ...lines(binding.children)]);
  return [
    ...lines(bindings),
    ...extras.map((section) => `+ ${section.heading.text}`),
    ...specs.filter((spec) => !boundIds.has(spec.id)).map((spec) => `- ${spec.id}`),
  ];
}

function describeBinding(binding: SectionBinding): string {
  const after = binding.after === undefined ? '' : ` after ${binding.after.section.heading.text}`;
  const remarks = [
    ...(binding.nameMatch === 'exact' ? [] : [binding.nameMatch]),
    ...(binding.placement === 'in-order' ? [] : [`${binding.placement}${after}`]),
  ];
  const remark = remarks.length === 0 ? '' : ` (${remarks.join(', ')})`;
  return `${binding.section.heading.text} = ${binding.spec.id}${remark}`;
}

describe('alignment of sections', () => {
  for (const testCase of cases) {
    it(testCase.name, () => {
      assert.deepEqual(describeAlignment(testCase), testCase.expect);
    });
  }

  it('stays quick with as many headings as the largest real document has', () => {
    const headings = Array.from({ length: 1_438 }, (_, index) => `## 报告条目 ${index % 700} 的数据库设计`);
    const specs = Array.from({ length: 60 }, (_, index) => `## 数据库设计第${index}类条目`);
    const started = performance.now();
    const document = outlineDocument(['# 报告', ...headings].join('\n'));
    const built = performance.now();
    alignSections(document, { sections: outlineSpecs(specs.join('\n')), isUnordered: false });
    assert.ok(performance.now() - built < 1_500, `${performance.now() - built} ms, outline ${built - started} ms`);
  });
});

describe('arithmetic of the alignment', () => {
  it('assigns for the greatest sum, not row by row', () => {
    const candidates = [
      { row: 0, column: 0, weight: 8 },
      { row: 0, column: 1, weight: 7 },
      { row: 1, column: 0, weight: 6 },
    ];
    assert.deepEqual(
      [...assign(candidates)],
      [
        [0, 1],
        [1, 0],
      ],
    );
  });

  it('keeps the heaviest chain of ranks', () => {
    const items = [3, 0, 1, 2].map((rank) => ({ rank, weight: 1 }));
    assert.deepEqual([...heaviestChain(items)].sort(), [1, 2, 3]);
    const heavy = [
      { rank: 1, weight: 5 },
      { rank: 0, weight: 1 },
      { rank: 0, weight: 1 },
    ];
    assert.deepEqual([...heaviestChain(heavy)], [0]);
  });

  it('finds names alike that a reader finds alike', () => {
    for (const [a, b] of [
      ['事务实现方案', '实现方案'],
      ['监控与告警', '监控和告警'],
      ['业务场景MVCC分析', '业务场景分析'],
      ['bestpractices', 'bestpractice'],
    ] as const) {
      assert.ok(similarity(a, b) > 0, `${a} ~ ${b}`);
    }
    for (const [a, b] of [
      ['多语言实现', '实现方案'],
      ['概述', '总结'],
      ['数据库设计', '系统架构'],
      ['数据库追踪', '数据库设计'],
      ['go', 'gopls'],
    ] as const) {
      assert.equal(similarity(a, b), 0, `${a} ~ ${b}`);
    }
  });
});
