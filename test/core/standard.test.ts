// Review standards: what is read from real ones, and what is said about faulty ones.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import type { Standard } from '../../server/src/core/standard/standard.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus/templates');
const read = (text: string, path = '审查标准.md'): Standard => parseStandard(path, text, remarkParser);
const problemsOf = (text: string): unknown[] =>
  read(text).problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end).split('\n')[0] ?? ''}`);

const levels = '| 评分 | 标准 | 说明 |\n|---|---|---|\n| **5分（优秀）** | 完整 | 可运行 |\n| 4 | 基本 | 有注释 |\n';

describe('review standard', () => {
  it('reads the 13 dimensions of a real standard', function () {
    const path = join(corpus, 'pg__MVCC-ACID-CAP__00-项目文件__文档质量评估标准.md');
    if (!existsSync(path)) {
      console.log('skipped: no corpus');
      this.skip();
    }
    const standard = read(readFileSync(path, 'utf8'), '文档质量评估标准.md');
    // Written by reading the document: heading line, weight of its row, number of its task lines.
    const expected: readonly (readonly [string, string, number, number, number])[] = [
      ['技术原理完整性', '内容完整性评估', 73, 10, 5],
      ['代码示例完整性', '内容完整性评估', 95, 10, 5],
      ['实际案例完整性', '内容完整性评估', 117, 10, 5],
      ['最佳实践完整性', '内容完整性评估', 139, 5, 5],
      ['引用完整性', '内容完整性评估', 161, 5, 5],
      ['学术论文引用', '引用质量评估', 185, 15, 4],
      ['官方文档引用', '引用质量评估', 206, 10, 4],
      ['技术博客引用', '引用质量评估', 227, 3, 3],
      ['Wikipedia资源引用', '引用质量评估', 247, 2, 3],
      ['文档结构', '可读性评估', 269, 10, 4],
      ['语言表达', '可读性评估', 290, 10, 3],
      ['格式规范', '可读性评估', 310, 5, 4],
      ['导航便利性', '可读性评估', 331, 5, 3],
    ];
    assert.deepEqual(
      standard.dimensions.map(({ name, parent, origin, weight, checks }) => [
        name,
        parent,
        origin.line + 1,
        weight,
        checks.length,
      ]),
      expected,
    );
    assert.deepEqual(
      [standard.name, standard.version, standard.checks.length],
      ['MVCC-ACID-CAP文档质量评估标准', 'v1.0', 53],
    );
    assert.deepEqual(standard.dimensions[0]?.levels[0], {
      score: 5,
      label: '优秀',
      standard: '完整深入',
      description: '详细解释技术原理、工作机制、数学公式、算法步骤，包含形式化定义',
      origin: { path: '文档质量评估标准.md', line: 78 },
    });
    assert.ok(
      standard.dimensions.every((dimension) => dimension.levels.map(({ score }) => score).join() === '5,4,3,2,1'),
    );
    assert.deepEqual(
      standard.grades.map(({ name, min, max }) => [name, min, max]),
      [
        ['A级（优秀）', 4.5, 5],
        ['B级（良好）', 4, 4.4],
        ['C级（一般）', 3, 3.9],
        ['D级（较差）', 2, 2.9],
        ['E级（差）', 0, 1.9],
      ],
    );
    assert.equal(standard.checks[0]?.dimension, '技术原理完整性');
    assert.deepEqual(
      standard.problems.filter(({ severity }) => severity !== 'information'),
      [],
    );
  });

  it('reads dimensions that only have weights, and grades from a list', function () {
    const path = join(corpus, 'otlp__docs__00_INDEX__STANDARDS.md');
    if (!existsSync(path)) {
      console.log('skipped: no corpus');
      this.skip();
    }
    const standard = read(readFileSync(path, 'utf8'), 'STANDARDS.md');
    assert.deepEqual(
      standard.dimensions.map(({ name, weight, origin }) => [name, weight, origin.line + 1]),
      [
        ['格式规范', 30, 589],
        ['结构完整', 25, 590],
        ['内容质量', 25, 591],
        ['代码示例', 15, 592],
        ['可维护性', 5, 593],
      ],
    );
    assert.deepEqual(
      standard.grades.map(({ name, min, max }) => [name, min, max]),
      [
        ['优秀', 90, 100],
        ['良好', 80, 89],
        ['合格', 70, 79],
        ['需改进', 0, 69],
      ],
    );
  });

  it('makes no dimensions of documents that are no standards', function () {
    if (!existsSync(corpus)) {
      console.log('skipped: no corpus');
      this.skip();
    }
    const others = readdirSync(corpus).filter((name) => !/文档质量评估标准|00_INDEX__STANDARDS/.test(name));
    assert.equal(others.length, 36);
    const texts = others.map((name) => [name, readFileSync(join(corpus, name), 'utf8')] as const);
    for (const [name, text] of texts.filter(([, text]) => /评分|等级|权重|维度|score|grade/i.test(text))) {
      const standard = read(text, name);
      assert.deepEqual([standard.dimensions, standard.grades], [[], []], name);
    }
  });

  it('takes a table without scores for no level table', () => {
    assert.deepEqual(
      read('# 规范\n\n## 命名\n\n| 标准 | 要求 | 检查点 |\n|---|---|---|\n| 文件名 | 小写 | 目录 |\n').dimensions,
      [],
    );
    assert.deepEqual(read('# 规范\n\n## 风险\n\n| 风险 | 等级 | 描述 |\n|---|---|---|\n| 慢 | 高 | x |\n').grades, []);
  });

  it('makes checks of a standard dimensions by their heading, also without levels', () => {
    const standard = read('# 案例审查标准\n\n## 代码\n\n- [ ] 代码示例 >= 5个\n\n## 其他\n\n说明\n');
    assert.deepEqual(
      standard.dimensions.map(({ name, checks }) => [name, checks.map(({ bound }) => bound?.min)]),
      [['代码', [5]]],
    );
    assert.equal(read('# 文件规范\n\n## 代码\n\n- [ ] 代码示例 >= 5个\n', '规范.md').dimensions.length, 0);
  });

  for (const [text, min, max] of [
    ['90-100', 90, 100],
    ['80～89分', 80, 89],
    ['≥90', 90, 100],
    ['>= 90分', 90, 100],
    ['90分以上', 90, 100],
    ['<60', 0, 59],
    ['60分以下', 0, 59],
    ['≤ 60', 0, 60],
  ] as const) {
    it(`reads the range ${text}`, () => {
      const grades = read(`# 标准\n\n| 等级 | 分数 |\n|---|---|\n| 甲 | ${text} |\n| 乙 | 70-75 |\n`).grades;
      assert.deepEqual([grades[0]?.min, grades[0]?.max], [min, max]);
    });
  }

  it('finds weights that do not fit', () => {
    const weighed = (rows: string): string =>
      `# 审查标准\n\n## 代码\n\n${levels}\n## 数据\n\n${levels}\n## 权重\n\n| 维度 | 权重 |\n|---|---|\n${rows}`;
    assert.deepEqual(problemsOf(weighed('| 代码 | 60% |\n| 数据 | 40% |\n')), []);
    assert.deepEqual(problemsOf(weighed('| 代码 | 0.6 |\n| 数据 | 0.4 |\n| 合计 | 1.0 |\n')), []);
    assert.deepEqual(problemsOf(weighed('| 代码 | 60% |\n| 数据 | 30% |\n')), [
      'standard-weights-sum: | 维度 | 权重 |',
    ]);
    assert.deepEqual(problemsOf(weighed('| 代码 | 60% |\n| 图表 | 40% |\n')), [
      'standard-dimension-unweighted: 数据',
      'standard-dimension-unknown: 图表',
    ]);
  });

  it('finds parts that do not add up to their whole', () => {
    const text = `# 标准\n\n| 维度 | 子维度 | 权重 |\n|---|---|---|\n| 内容（50%） | 代码 | 20% |\n| | 数据 | 20% |\n| 形式（60%） | 结构 | 60% |\n`;
    assert.deepEqual(problemsOf(text), [
      'standard-weights-sum: 内容（50%）',
      // Weights alone: nobody can say what a level takes.
      'standard-dimension-unmeasured: 代码',
      'standard-dimension-unmeasured: 数据',
      'standard-dimension-unmeasured: 结构',
    ]);
  });

  it('finds levels with one score, and grades that overlap, leave gaps or can not be read', () => {
    assert.deepEqual(problemsOf(`# 标准\n\n## 代码\n\n${levels}| 4分 | 又一个 | x |\n`), [
      'standard-level-duplicate: | 4分 | 又一个 | x |',
    ]);
    const graded = (rows: string): unknown[] => problemsOf(`# 标准\n\n| 等级 | 分数范围 |\n|---|---|\n${rows}`);
    assert.deepEqual(graded('| A | 90-100 |\n| B | 80-90 |\n| C | 0-79 |\n'), []);
    assert.deepEqual(graded('| A | 90-100 |\n| B | 80-92 |\n'), ['standard-grades-overlap: 90-100']);
    assert.deepEqual(graded('| A | 90-100 |\n| B | 70-80 |\n'), ['standard-grades-gap: 90-100']);
    assert.deepEqual(graded('| A | 4.5-5.0 |\n| B | 4.0-4.3 |\n'), ['standard-grades-gap: 4.5-5.0']);
    assert.deepEqual(graded('| A | 90-100 |\n| B | 很好 |\n'), ['standard-grade-range: 很好']);
    assert.deepEqual(graded('| A | 100-90 |\n| B | 0-80 |\n'), ['standard-grade-reversed: 100-90']);
  });

  it('finds nothing to read, and never throws', () => {
    assert.deepEqual(problemsOf('# 说明\n\n文字\n'), ['standard-empty: 说明']);
    for (const text of [
      '',
      '\uFEFF',
      '|',
      '# \n\n| 评分 |\n|---|\n',
      '| 维度 | 权重 |\n|---|---|\n| | |\n',
      '- [ ]',
      '```',
    ]) {
      assert.deepEqual(read(text).dimensions, [], JSON.stringify(text));
    }
  });

  it('cuts what is too large', () => {
    const text = `# 标准\n\n- [ ] 清楚？\n\n${'字'.repeat(600_000)}`;
    assert.deepEqual(problemsOf(text), ['standard-too-large: 标准']);
  });
});
