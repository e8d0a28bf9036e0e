// How the words of a review standard are understood: phrase by phrase as a table, then whole standards.
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { compileRubric } from '../../server/src/core/rubric/compileRubric.ts';
import type { Condition, Rubric } from '../../server/src/core/rubric/rubric.ts';
import type { Standard } from '../../server/src/core/standard/standard.ts';
import { fakeMeasures } from '../support/fakeMeasures.ts';

const origin = { path: 'standard.md', line: 0 };
const measures = fakeMeasures();

function standardOf(dimension: string, rows: readonly string[], checks: readonly string[] = []): Standard {
  const top = rows.length;
  return {
    path: 'standard.md',
    name: '标准',
    dimensions: [
      {
        name: dimension,
        levels: rows.map((description, index) => ({
          ...{ score: top - index, label: '', standard: '', description, origin },
        })),
        checks: checks.map((text) => ({ text, group: '', origin, span: { start: 0, end: 0 } })),
        origin,
      },
    ],
    grades: [],
    checks: [],
    problems: [],
  };
}

/** `code-comments:most`, `references-sources#10..`, `2 of (a b)`, `lines 800..`. */
export function shown(condition: Condition): string {
  const range = ({ min, max }: { min?: number; max?: number }): string => `${String(min ?? '')}..${String(max ?? '')}`;
  switch (condition.kind) {
    case 'measure':
      return `${condition.measure}:${condition.least}`;
    case 'count':
      return `${condition.measure}#${range(condition)}`;
    case 'some-of':
      return `${String(condition.least)} of (${condition.conditions.map(shown).join(' ')})`;
    case 'bound':
      return `${condition.counts} ${range(condition)}`;
    case 'rule':
      return `rule ${condition.rule}`;
    case 'section':
      return `section ${condition.name}`;
    case 'field':
      return `field ${condition.key}`;
  }
}

/** Of a row in the middle, so that words of lack are none of its demands. */
function row(text: string, dimension = '某个维度'): string {
  const { levels } = compileRubric(standardOf(dimension, ['最高', text, '最低']), measures).dimensions[0] ?? {
    levels: [],
  };
  const level = levels[1];
  const questions = (level?.questions ?? []).map((question) => `? ${question.text}`);
  return [...(level?.conditions ?? []).map(shown), ...questions].join(' | ');
}

function check(text: string): string {
  const condition = compileRubric(standardOf('某个维度', ['最高', '最低'], [text]), measures).dimensions[0]?.checks[0]
    ?.condition;
  return condition === undefined ? '?' : shown(condition);
}

const rows: readonly (readonly [text: string, expected: string])[] = [
  // Amounts.
  ['有注释', 'code-comments:some'],
  ['注释', 'code-comments:some'],
  ['包含基本的注释', 'code-comments:some'],
  ['部分代码块有注释', 'code-comments:some'],
  ['多数代码块有注释', 'code-comments:most'],
  ['大部分代码块包含注释', 'code-comments:most'],
  ['详细的注释', 'code-comments:most'],
  ['丰富的注释', 'code-comments:most'],
  ['80%以上的代码块有注释', 'code-comments:most'],
  ['100%的代码块有注释', 'code-comments:all'],
  ['所有代码块都有注释', 'code-comments:all'],
  ['全部代码块有注释', 'code-comments:all'],
  ['Some code blocks with comments', 'code-comments:some'],
  ['Most code blocks with comments', 'code-comments:most'],
  ['Every code block has comments', 'code-comments:all'],
  // Names: the longest, whatever the blanks and plurals; the part behind 有 first.
  ['代码块完整', 'code-complete:some'],
  ['多数代码块完整', 'code-complete:most'],
  ['Most code blocks complete', 'code-complete:most'],
  ['with usage note', 'code-usage:some'],
  ['codec blocks', '? codec blocks'],
  // A name that asks for all by itself; 基本 and 部分 take it back.
  ['目录完整', 'readability-contents:all'],
  ['目录基本完整', 'readability-contents:most'],
  ['目录部分完整', 'readability-contents:some'],
  ['链接有效', 'references-links:all'],
  ['链接基本有效', 'references-links:most'],
  // Enumerations.
  ['有错误处理、测试代码、使用说明', 'code-errors:some | code-tests:some | code-usage:some'],
  ['解释技术原理和原因分析', 'analysis-mechanism:some | analysis-cause:some'],
  ['详细解释技术原理、原因分析', 'analysis-mechanism:most | analysis-cause:most'],
  ['多数代码块有注释和错误处理', 'code-comments:most | code-errors:most'],
  ['提供完整、可运行的代码', 'code-complete:most'],
  ['with monitoring and alerts, test code', 'practice-monitoring:some | code-tests:some'],
  ['工作机制，技术原理', 'analysis-mechanism:some'],
  ['有注释，多数代码块有注释', 'code-comments:most'],
  // Alternatives and groups.
  ['有注释或错误处理', '1 of (code-comments:some code-errors:some)'],
  ['有学术论文或论文', 'references-papers:some'],
  ['注释、错误处理、测试代码中至少一项', '1 of (code-comments:some code-errors:some code-tests:some)'],
  ['注释、错误处理、测试代码三项中至少有两项', '2 of (code-comments:some code-errors:some code-tests:some)'],
  ['注释、错误处理、测试代码至少2种', '2 of (code-comments:some code-errors:some code-tests:some)'],
  ['至少包含注释、错误处理、测试代码中的两项', '2 of (code-comments:some code-errors:some code-tests:some)'],
  ['注释、错误处理之一', '1 of (code-comments:some code-errors:some)'],
  [
    'At least two of: comments, error handling, test code',
    '2 of (code-comments:some code-errors:some code-tests:some)',
  ],
  [
    'Has code, any two of comments, error handling and test code',
    'code-blocks:some | 2 of (code-comments:some code-errors:some code-tests:some)',
  ],
  [
    'Two or more of the following: comments, test code, usage notes',
    '2 of (code-comments:some code-tests:some code-usage:some)',
  ],
  ['either comments or test code', '1 of (code-comments:some code-tests:some)'],
  // What is not understood may be there: of the others the rest is asked for, and a person judges the whole.
  ['注释、错误处理、诗意中至少两项', '1 of (code-comments:some code-errors:some) | ? 注释、错误处理、诗意中至少两项'],
  ['注释、诗意中至少一项', '? 注释、诗意中至少一项'],
  ['注释、没有占位符中至少一项', '1 of (code-comments:some readability-placeholders:some)'],
  // Counts.
  ['引用10条以上', 'references-sources#10..'],
  ['引用 10+ 条', 'references-sources#10..'],
  ['至少10条引用', 'references-sources#10..'],
  ['不少于三篇论文', 'references-papers#3..'],
  ['引用学术论文（SIGMOD、VLDB等），数量充足（10+篇）', 'references-papers#10..'],
  ['10 references or more', 'references-sources#10..'],
  ['at least four references', 'references-sources#4..'],
  ['引用3-5条', 'references-sources#3..5'],
  ['引用最多5条', 'references-sources#..5'],
  ['PostgreSQL 17 的注释', '? PostgreSQL 17 的注释'],
  ['800+ 行', 'lines 800..'],
  ['包含 20+ 个实例', 'code-blocks#20..'],
  ['至少两张表格', '? 至少两张表格'],
  // Rules, sections and fields that templates know.
  ['章节编号连续', 'rule numbering-sequence'],
  ['有参考资料章节', 'references-sources:some'],
  ['包含运维指南章节', 'section 运维指南'],
  // What a level lacks is none of its demands; a name with a word of lack in it is one.
  ['没有注释', ''],
  ['没有占位符', 'readability-placeholders:some'],
  ['No placeholders', 'readability-placeholders:some'],
  ['有代码，缺少注释或错误处理', 'code-blocks:some'],
  ['缺少注释、错误处理', ''],
  ['结构混乱，无法阅读', ''],
  ['部分术语不规范', ''],
  ['No code', ''],
  ['Nothing is said', ''],
  ['引用数量不足', ''],
  ['没有明显的错误', '? 没有明显的错误'],
  // There is nothing more than this: but this.
  ['只有代码片段、伪代码或框架', 'code-blocks:some'],
  ['Fragments, pseudo code or a frame only', 'code-blocks:some'],
  ['仅有概念介绍，缺少原理说明', ''],
  ['仅有少量引用（1-3篇）', 'references-sources#1..3'],
  // Words that no measure means.
  ['逻辑严密', '? 逻辑严密'],
  ['代码块格式正确', '? 代码块格式正确'],
  ['权威学术论文', 'references-papers:some | ? 权威学术论文'],
  ['引用是否与内容相关', '? 引用是否与内容相关'],
  ['内容相关', '? 内容相关'],
  ['', ''],
];

describe('compileRubric: rows', () => {
  for (const [text, expected] of rows) {
    it(text === '' ? '(empty)' : text, () => {
      assert.equal(row(text), expected);
    });
  }

  it('understands words of amount alone by the dimension', () => {
    assert.equal(row('数量充足', '学术论文引用'), 'references-papers:most');
    assert.equal(row('仅有少量引用（1-3篇）', '学术论文引用'), 'references-papers#1..3');
    assert.equal(row('数量充足', '某个维度'), '? 数量充足');
  });

  it('takes words of lack for a demand in the highest row', () => {
    const rubric = compileRubric(standardOf('某个维度', ['没有错别字，没有代码', '最低']), measures);
    assert.deepEqual(
      rubric.dimensions[0]?.levels[0]?.questions.map(({ text }) => text),
      ['没有错别字', '没有代码'],
    );
  });

  it('leaves the upper end of a range out where a higher row asks for more', () => {
    const levels = compileRubric(standardOf('论文', ['论文10+篇', '论文5-10篇', '论文1-3篇', '没有论文']), measures)
      .dimensions[0]?.levels;
    assert.deepEqual(
      levels?.map(({ conditions }) => conditions.map(shown).join(' ')),
      ['references-papers#10..', 'references-papers#5..', 'references-papers#1..', ''],
    );
  });
});

const checks: readonly (readonly [text: string, expected: string])[] = [
  ['是否包含注释？', 'code-comments:some'],
  ['是否详细解释技术原理？', 'analysis-mechanism:most'],
  ['是否包含注释和错误处理？', '2 of (code-comments:some code-errors:some)'],
  ['是否包含注释或错误处理？', '1 of (code-comments:some code-errors:some)'],
  ['链接是否有效？', 'references-links:all'],
  ['Do the links work?', 'references-links:all'],
  ['引用数量是否充足？', 'references-sources:most'],
  // Half of a check is not the check.
  ['是否引用权威学术论文？', '?'],
  ['是否包含注释和诗意？', '?'],
  ['引用格式是否正确？', '?'],
  ['引用是否与内容相关？', '?'],
  ['代码是否可以直接运行？', '?'],
  ['是否写明不适用的情形？', '?'],
];

describe('compileRubric: checks', () => {
  for (const [text, expected] of checks) {
    it(text, () => {
      assert.equal(check(text), expected);
    });
  }

  it('names a question by its words and its dimension, wherever it stands', () => {
    const keyOf = (rubric: Rubric): string | undefined => rubric.dimensions[0]?.checks.at(-1)?.key;
    const alone = keyOf(compileRubric(standardOf('代码', ['高'], ['是否优雅？']), measures));
    assert.equal(alone, '代码/是否优雅');
    assert.equal(keyOf(compileRubric(standardOf('代码', ['高'], ['别的？', '**是否优雅**？']), measures)), alone);
  });
});

describe('a plan as a standard', () => {
  it('gives the criteria of success that it expects of each document', () => {
    const plan = `# 主题计划

## 🎯 成功标准

### 内容质量
- ✅ 每个主题 800+ 行
- ✅ 包含 20+ 个实例

### 实用性
- ✅ 有原因分析
- ✅ 可直接应用到项目

## 下一步

- ✅ 写完第一个主题
`;
    const { dimensions } = compileRubric(parseStandard('plan.md', plan, remarkParser), measures);
    assert.deepEqual(
      dimensions.map(({ name, checks }) => [
        name,
        ...checks.map(({ condition }) => (condition === undefined ? '?' : shown(condition))),
      ]),
      [
        ['内容质量', 'lines 800..', 'code-blocks#20..'],
        ['实用性', 'analysis-cause:some', '?'],
      ],
    );
  });
});
