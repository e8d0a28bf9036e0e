import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDemands, type Demand, type DemandContext } from '../../server/src/core/template/demands.ts';

function show(demand: Demand): string {
  switch (demand.kind) {
    case 'bound':
      return `${demand.measure} ${demand.min ?? ''}..${demand.max ?? ''}`;
    case 'section':
      return `section ${demand.name}`;
    case 'field':
      return `field ${demand.key}`;
    case 'rule':
      return demand.code;
  }
}

function read(text: string, context?: DemandContext): string {
  return readDemands(text, context).map(show).join('; ');
}

/** Phrases as the real templates write them, and what may be read from them; '' means a question to the reviewer. */
const phrases: readonly (readonly [string, string])[] = [
  ['字数要求: 30,000-40,000字', 'length 30000..40000'],
  ['200～300 字', 'length 200..300'],
  ['正文 5000到8000字', 'length 5000..8000'],
  ['篇幅 1.5万字以上', 'length 15000..'],
  ['代码量要求: 200-500行', 'codeLines 200..500'],
  ['完整可运行代码 (500-1,000行)', 'codeLines 500..1000'],
  ['目标行数: 每个文件至少300-500行实际内容', 'lines 300..'],
  ['每个主题 800+ 行', 'lines 800..'],
  ['包含 20+ 个实例', 'codeBlocks 20..'],
  ['文档行数 >= 300行', 'lines 300..'],
  ['H3标题数 >= 10个', 'subsections 10..'],
  ['代码示例 >= 5个', 'codeBlocks 5..'],
  ['图表 >= 2个', 'diagrams 2..'],
  ['架构图 (至少2个)', 'diagrams 2..'],
  ['性能对比图（至少３个）', 'diagrams 3..'],
  ['代码示例（至少5个）', 'codeBlocks 5..'],
  ['使用示例（至少3个）', 'codeBlocks 3..'],
  ['有参考资料（至少3个）', 'links 3..'],
  ['至少 3 张图片', 'images 3..'],
  ['表格 2个以上', 'tables 2..'],
  ['至少1个代码示例', 'codeBlocks 1..'],
  ['at least 2 code examples', 'codeBlocks 2..'],
  ['no more than 500 lines', 'lines ..500'],
  ['不超过 500 行', 'lines ..500'],
  ['最多3个表格', 'tables ..3'],
  ['≤ 800 字符', 'characters ..800'],
  ['minimum 300 words', 'words 300..'],
  ['二级标题不少于 5 个', 'sections 5..'],
  ['最佳实践（至少5条）', ''],
  ['常见问题（至少10个）', ''],
  ['核心功能详解（至少3个）', ''],
  ['实战案例（至少1个）', ''],
  ['至少10组测试数据', ''],
  ['数量充足（10+篇）', ''],
  ['每个主要功能至少1个代码示例', ''],
  ['标题简洁明了，不超过30个字符', ''],
  ['避免过长（<50字符）', ''],
  ['列数不超过6列', ''],
  ['目录层级不超过 4 级', ''],
  ['嵌套结构使用2个空格缩进', ''],
  ['文档总数: 150+个案例文档', ''],
  ['覆盖场景: 70+行业', ''],
  ['Rust版本: 1.90+', ''],
  ['PostgreSQL 14+, pgvector 0.7.0+', ''],
  ['2025-10-27', ''],
  ['至少1000行测试数据', ''],
  ['✅ 结构清晰（1,500行）', ''],
  ['✅ 36,000字详细', ''],
  ['当文档包含 3 个或以上一级标题时', ''],
  ['有概述章节说明文档目的', 'section 概述'],
  ['有参考资料章节（## 📚 参考资料）', 'section 参考资料'],
  ['是否包含性能分析部分？', 'section 性能分析'],
  ['Includes a troubleshooting section', 'section troubleshooting'],
  ['目录包含所有主要章节', 'toc-stale'],
  ['更新目录（如有新增章节）', ''],
  ['代码示例部分已添加（## 8. 完整代码示例）', 'section 完整代码示例'],
  ['有完整的目录（## 📑 目录）', 'toc-missing'],
  ['有最佳实践', ''],
  ['所有章节有内容', ''],
  ['文档头部包含文档编号', 'field 文档编号'],
  ['文档头部包含版本信息', 'field 版本'],
  ['文档头部包含主题信息', 'field 主题'],
  ['是否包含错误处理？', ''],
  ['目录链接正确', 'toc-stale'],
  ['目录完整且链接正确', 'toc-stale'],
  ['目录是否完整？', 'toc-stale'],
  ['有完整的目录', 'toc-missing'],
  ['包含完整的目录结构', 'toc-missing'],
  ['章节编号连续无跳号', 'numbering-sequence'],
  ['所有代码块指定语言类型', 'fence-language'],
  ['代码块语言标注', 'fence-language'],
  ['标题层级正确（不跳级）', 'heading-level'],
  ['无TODO标记遗留', 'placeholder-left'],
  ['章节层次清晰', ''],
];

describe('demands read from one phrase', () => {
  for (const [text, expected] of phrases)
    it(`${text} → ${expected || 'nothing'}`, () => {
      assert.equal(read(text), expected);
    });

  it('takes a bare number for a minimum only in a heading', () => {
    assert.equal(read('1. 测试目标 (1,000字)', { place: 'heading' }), 'length 1000..');
    assert.equal(read('1. 测试目标 (1,000字)'), '');
    assert.equal(read('1. 技术概述 (5,000-8,000字)', { place: 'heading' }), 'length 5000..8000');
  });

  it('knows the fields that the template defines', () => {
    assert.equal(read('文档头部包含影响范围', { fieldKeys: ['影响范围'] }), 'field 影响范围');
    assert.equal(read('文档头部包含影响范围'), '');
  });

  it('knows the sections that the skeletons require', () => {
    const context = { sectionNames: ['最佳实践', '相关资源'] };
    assert.equal(read('有最佳实践', context), 'section 最佳实践');
    assert.equal(read('包含相关资源链接', context), 'section 相关资源');
    assert.equal(read('有最佳实践的讨论', context), '');
  });

  it('takes 目录结构 for the contents only in a group about them', () => {
    assert.equal(read('目录结构完整', { group: '目录检查' }), 'toc-stale');
    assert.equal(read('目录结构完整', { group: '结构规范' }), '');
  });

  it('points at the number with its comparison', () => {
    const text = '图表（至少 2 个）';
    const demand = readDemands(text)[0];
    assert.ok(demand?.kind === 'bound');
    assert.equal(text.slice(demand.start, demand.end), '至少 2 个');
  });

  it('reads hostile lines fast', () => {
    for (const unit of ['1', '1,', '至少', '包含 ', '1-', '目录', 'at least ', '(', ' ', '有a', '不']) {
      const started = performance.now();
      readDemands(unit.repeat(100_000 / unit.length));
      assert.ok(performance.now() - started < 100, unit);
    }
  });
});
