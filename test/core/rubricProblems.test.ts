// Criteria that tell nothing apart are found in the standard, each at its words.
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';

/** Codes and the words that they point at, for one dimension with these rows, highest first. */
function problems(rows: readonly string[], checks: readonly string[] = []): readonly string[] {
  const table = rows.map((row, index) => `| ${String(rows.length - index)} | x | ${row} |\n`).join('');
  const items = checks.map((check) => `- [ ] ${check}\n`).join('');
  const text = `# 审查标准\n\n## 某维度\n\n| 评分 | 标准 | 说明 |\n|---|---|---|\n${table}\n${items}`;
  return parseStandard('standard.md', text, remarkParser).problems.map(
    ({ code, message, span }) =>
      `${message.key.startsWith(code) ? message.key : code} “${text.slice(span.start, span.end)}”`,
  );
}

const cases: readonly (readonly [
  name: string,
  rows: readonly string[],
  checks: readonly string[],
  expected: readonly string[],
])[] = [
  ['rows that differ', ['引用10条以上', '引用5条以上', '没有引用'], [], []],
  ['rows that ask for the same', ['有错误处理', '包含错误处理', '没有代码'], [], ['standard-level-same “有错误处理”']],
  ['rows that a reviewer tells apart', ['有错误处理，行文优美', '有错误处理', '没有代码'], [], []],
  [
    'a higher row that asks for less',
    ['引用3条以上', '引用5条以上', '没有引用'],
    [],
    ['standard-level-weaker “引用3条以上”'],
  ],
  [
    'a higher group that asks for less',
    ['错误处理、测试代码中至少一项', '错误处理、测试代码中至少两项', '没有'],
    [],
    ['standard-level-weaker “错误处理、测试代码中至少一项”'],
  ],
  ['one of two below both of them', ['有错误处理、测试代码', '错误处理、测试代码中至少一项', '没有代码'], [], []],
  [
    'a range whose ends are turned round',
    ['引用10-5条', '没有引用'],
    [],
    ['standard-criterion-impossible.range “引用10-5条”'],
  ],
  [
    'counts that contradict',
    ['引用10条以上，引用最多5条', '没有引用'],
    [],
    ['standard-criterion-impossible “引用最多5条”'],
  ],
  [
    'more of a list than it holds',
    ['错误处理、测试代码中至少三项', '没有'],
    [],
    ['standard-criterion-impossible.some-of “错误处理、测试代码中至少三项”'],
  ],
  ['what is always met', ['引用0条以上', '没有引用'], [], ['standard-criterion-always “引用0条以上”']],
  ['a number that nothing counts', ['行文优美'], ['至少 3 个彩蛋'], ['standard-criterion-unmeasured “至少 3 个彩蛋”']],
  ['nothing to measure and nothing to ask', ['没有', '缺失'], [], []],
];

describe('criteria of a review standard', () => {
  for (const [name, rows, checks, expected] of cases) {
    it(name, () => {
      assert.deepEqual(problems(rows, checks), expected);
    });
  }

  it('says where a dimension holds weights alone', () => {
    const text = '# 审查标准\n\n| 维度 | 权重 |\n|---|---|\n| 文笔 | 100% |\n';
    const found = parseStandard('standard.md', text, remarkParser).problems;
    assert.deepEqual(
      found.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['standard-dimension-unmeasured', '文笔']],
    );
  });
});
