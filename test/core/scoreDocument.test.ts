// Levels, totals, gains and what people said, with measures whose results the test gives.
import assert from 'node:assert/strict';
import { compileRubric } from '../../server/src/core/rubric/compileRubric.ts';
import type { ReviewEvent } from '../../server/src/core/review/reviewRecord.ts';
import { scoreDocument, type ScoreContext } from '../../server/src/core/score/scoreDocument.ts';
import type { Score } from '../../server/src/core/score/score.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { measureContext } from '../support/describeMeasure.ts';
import { fakeMeasures, type Given } from '../support/fakeMeasures.ts';

const standard = `# 标准

## 代码

| 评分 | 标准 | 说明 |
|---|---|---|
| 5分（优秀） | x | 多数代码块完整，有注释、错误处理、测试代码 |
| 4分（良好） | x | 有代码，注释、错误处理、测试代码中至少两项 |
| 3分（一般） | x | 有代码，注释、错误处理、测试代码中至少一项 |
| 2分（较差） | x | 只有代码 |
| 1分（差） | x | 没有代码 |

- [ ] 是否包含注释？
- [ ] 是否优雅？

## 引用

| 评分 | 标准 | 说明 |
|---|---|---|
| 5分（优秀） | x | 引用10条以上，行文优美 |
| 3分（一般） | x | 引用3条以上 |
| 1分（差） | x | 没有引用 |

## 文笔

| 评分 | 标准 | 说明 |
|---|---|---|
| 5分（优秀） | x | 行文优美 |
| 1分（差） | x | 行文混乱 |

## 权重

| 维度 | 权重 |
|---|---|
| 代码 | 60% |
| 引用 | 20% |
| 文笔 | 20% |

## 等级

| 等级 | 分数范围 |
|---|---|
| A | 4.5-5.0 |
| B | 4.0-4.4 |
| C | 3.0-3.9 |
| D | 0-2.9 |
`;

type Results = Readonly<Record<string, Given | 'not-applicable'>>;

function scored(
  given: Results,
  {
    text = standard,
    events = [],
    ...more
  }: { text?: string; events?: readonly ReviewEvent[] } & Partial<ScoreContext> = {},
): Score {
  const measures = fakeMeasures(given);
  const rubric = compileRubric(parseStandard('standard.md', text, remarkParser), measures);
  const context = { ...measureContext('cases/a.md', '# 案例\n\n正文。\n'), measures, ...more };
  return scoreDocument(context, rubric, { events });
}

function levelsOf({ dimensions }: Score): readonly (number | undefined)[] {
  return dimensions.map(({ level }) => level);
}

const some: Given = { amount: 'some' };
const base = { key: 'k', at: '2026-01-01T00:00:00Z', by: '甲', span: { start: 0, end: 0 } };

describe('scoreDocument: levels', () => {
  const cases: readonly (readonly [name: string, given: Results, code: number])[] = [
    ['nothing at all is the lowest row', {}, 1],
    ['what there is at most tells from nothing', { 'code-blocks': some }, 2],
    ['one of three', { 'code-blocks': some, 'code-tests': some }, 3],
    ['two of three', { 'code-blocks': some, 'code-tests': some, 'code-errors': some }, 4],
    [
      'all',
      {
        'code-blocks': some,
        'code-complete': { amount: 'most' },
        'code-comments': some,
        'code-tests': some,
        'code-errors': some,
      },
      5,
    ],
    [
      'less than most',
      { 'code-blocks': some, 'code-complete': some, 'code-comments': some, 'code-tests': some, 'code-errors': some },
      4,
    ],
    // 至少两项 of the one that applies is one.
    [
      'what does not apply is not asked for',
      { 'code-blocks': some, 'code-errors': 'not-applicable', 'code-tests': 'not-applicable', 'code-comments': some },
      4,
    ],
  ];
  for (const [name, given, level] of cases) {
    it(name, () => {
      assert.equal(levelsOf(scored(given))[0], level);
    });
  }

  it('holds counts against the count', () => {
    const at = (count: number): number | undefined =>
      levelsOf(scored({ 'references-sources': { amount: count === 0 ? 'none' : 'some', count } }))[1];
    assert.deepEqual([0, 2, 3, 9, 10, 50].map(at), [1, 1, 3, 3, 5, 5]);
  });

  it('gives no level where no words can be measured, and leaves its weight out', () => {
    const { dimensions, measured } = scored({});
    assert.equal(dimensions[2]?.level, undefined);
    assert.equal(dimensions[2]?.reason?.key, 'score.unmeasured');
    assert.deepEqual(measured, { value: 1, max: 5, grade: 'D', weight: 80 });
  });

  it('gives no level where nothing applies', () => {
    const nothing = Object.fromEntries(
      ['code-blocks', 'code-complete', 'code-comments', 'code-errors', 'code-tests'].map((id) => [
        id,
        'not-applicable' as const,
      ]),
    );
    const { dimensions, measured } = scored(nothing);
    assert.equal(dimensions[0]?.level, undefined);
    assert.equal(measured?.weight, 20);
  });

  it('runs each measure once', () => {
    const runs: string[] = [];
    const measures = fakeMeasures({ 'code-blocks': some }, (id) => runs.push(id));
    const rubric = compileRubric(parseStandard('standard.md', standard, remarkParser), measures);
    scoreDocument({ ...measureContext('cases/a.md', '# 案例\n'), measures }, rubric);
    assert.deepEqual(runs.toSorted(), [...new Set(runs)].sort());
  });

  it('is the same each time', () => {
    const given = { 'code-blocks': some, 'code-tests': some };
    assert.equal(JSON.stringify(scored(given)), JSON.stringify(scored(given)));
  });

  it('takes the share of met checks where there are no rows', () => {
    const text = '# 审查标准\n\n## 代码\n\n- [ ] 是否包含注释？\n- [ ] 是否包含错误处理？\n- [ ] 是否优雅？\n';
    const { dimensions, measured } = scored({ 'code-comments': some }, { text });
    assert.deepEqual([dimensions[0]?.level, dimensions[0]?.max, measured?.value], [2.5, 5, 2.5]);
  });

  it('is above the row that says nothing is there where something is', () => {
    const text = standard.replace(
      /\| 5分（优秀） \| x \| 多数代码块完整[\s\S]*?\| 1分（差） \| x \| 没有代码 \|/,
      '| 5分（优秀） | x | 有注释、错误处理、测试代码 |\n| 2分（较差） | x | 只有口号 |\n| 1分（差） | x | 没有代码 |',
    );
    const { dimensions } = scored({ 'code-comments': some }, { text });
    assert.equal(dimensions[0]?.level, 2);
    assert.deepEqual(
      dimensions[0].held.map(({ condition }) => condition.text),
      ['有注释'],
    );
    assert.equal(levelsOf(scored({}, { text }))[0], 1);
  });

  it('gives no row below the lowest one', () => {
    const text = '# 标准\n\n## 代码\n\n| 评分 | 标准 |\n|---|---|\n| 5 | 有注释 |\n| 3 | 有代码 |\n';
    assert.deepEqual(levelsOf(scored({}, { text })), [0]);
  });
});

describe('scoreDocument: totals', () => {
  it('rounds as the grades do, and names the grade', () => {
    const given = {
      'code-blocks': some,
      'code-tests': some,
      'code-errors': some,
      'references-sources': { amount: 'all', count: 12 },
    } as const;
    // (4 × 60 + 5 × 20) / 80 = 4.25
    assert.deepEqual(scored(given).measured, { value: 4.3, max: 5, grade: 'B', weight: 80 });
  });

  it('brings levels to the scale of the grades', () => {
    const text =
      '# 标准\n\n## 代码\n\n| 评分 | 标准 |\n|---|---|\n| 5 | 有注释 |\n| 4 | 有代码 |\n| 1 | 没有代码 |\n\n| 等级 | 分数 |\n|---|---|\n| 优 | 90-100 |\n| 良 | 80-90 |\n| 差 | 0-79 |\n';
    assert.deepEqual(scored({ 'code-blocks': some }, { text }).measured, {
      value: 80,
      max: 100,
      grade: '良',
      weight: 100,
    });
  });
});

describe('scoreDocument: next level and actions', () => {
  it('says what the next level lacks, and what it brings', () => {
    const { dimensions, actions } = scored({ 'code-blocks': some, 'code-tests': { amount: 'some', at: [[2, 4]] } });
    const [code] = dimensions;
    assert.ok(code !== undefined);
    assert.deepEqual([code.level, code.label, code.next?.level, code.next?.label], [3, '一般', 4, '良好']);
    assert.equal(code.next?.lacking.length, 1);
    assert.deepEqual(
      code.held.flatMap(({ evidence }) => evidence.map(({ span }) => span)),
      [{ start: 2, end: 4 }],
    );
    // 60 of the 80 percent that are measured; 引用 brings (3 - 1) × 20 / 80.
    assert.deepEqual(
      actions.map(({ dimension, from, to, gain, text }) => [dimension, from, to, gain, text.args]),
      [
        ['代码', 3, 4, 0.75, { first: '注释' }],
        ['引用', 1, 3, 0.5, { first: '引用3条以上' }],
      ],
    );
  });

  it('computes each gain by scoring again', () => {
    const before = { 'code-blocks': some, 'code-errors': some } as const;
    const [action] = scored(before).actions;
    const after = scored({ ...before, 'code-comments': some });
    assert.equal(action?.gain, 0.75);
    assert.equal(action.to, after.dimensions[0]?.level);
  });

  it('goes as far up as what is lacking leads', () => {
    const given = {
      'code-blocks': some,
      'code-complete': { amount: 'most' },
      'code-comments': some,
      'code-tests': some,
    } as const;
    const [action] = scored(given).actions;
    // Row 4 holds; row 5 lacks one thing.
    assert.deepEqual([action?.from, action?.to, action?.text.args], [4, 5, { first: '错误处理' }]);
  });

  it('offers a rule that has a fix for the place', () => {
    const span = { start: 2, end: 4 };
    const fixes = [{ title: { key: 'kind.default' } as const, edits: [] }];
    const finding = { code: 'toc-stale', severity: 'warning', message: { key: 'kind.default' }, span, fixes } as const;
    const { actions } = scored(
      { 'code-comments': { amount: 'none', missing: [[2, 4]] }, 'code-blocks': some },
      { findings: [finding] },
    );
    assert.deepEqual(
      actions.slice(0, 1).map(({ fix, span: place }) => [fix, place]),
      [
        [
          { kind: 'rule', code: 'toc-stale' },
          { start: 2, end: 4 },
        ],
      ],
    );
  });

  it('has nothing to do in the highest row', () => {
    const text = '# 标准\n\n## 代码\n\n| 评分 | 标准 |\n|---|---|\n| 5 | 有注释 |\n| 1 | 没有注释 |\n';
    assert.deepEqual(scored({ 'code-comments': some }, { text }).actions, []);
  });
});

describe('scoreDocument: people', () => {
  const level = (dimension: string, value: number, content = 'x'): ReviewEvent => ({
    ...base,
    ...{ kind: 'level', dimension, level: value, content, reason: '读过' },
  });

  it('keeps their part apart, the last word counting', () => {
    const events = [level('文笔', 2), level('文笔', 4)];
    const { measured, reviewed, dimensions } = scored({}, { events, content: 'x' });
    assert.equal(dimensions[2]?.level, undefined);
    assert.deepEqual(dimensions[2]?.given, { level: 4, by: '甲', at: base.at, reason: '读过', isOutdated: false });
    assert.deepEqual(measured, { value: 1, max: 5, grade: 'D', weight: 80 });
    assert.deepEqual(reviewed, { value: 1.6, max: 5, grade: 'D', weight: 100 });
    assert.equal(scored({}).reviewed, undefined);
  });

  it('says where the content has changed since', () => {
    const { dimensions } = scored({}, { events: [level('文笔', 4, 'old')], content: 'new' });
    assert.equal(dimensions[2]?.given?.isOutdated, true);
  });

  it('takes answers to questions, and asks the others', () => {
    const answer = (question: string, said: 'yes' | 'no'): ReviewEvent => ({
      ...base,
      ...{ kind: 'answer', question, answer: said },
    });
    const { dimensions } = scored({}, { events: [answer('代码/是否优雅', 'no'), answer('代码/是否优雅', 'yes')] });
    const shown = dimensions.flatMap(({ checks, questions }) =>
      [...checks, ...questions].map(({ key, outcome, by }) => [key, outcome, by]),
    );
    assert.deepEqual(shown, [
      ['代码/是否包含注释', 'unmet', 'measured'],
      ['代码/是否优雅', 'met', 'answered'],
      ['文笔/行文优美', 'asked', 'answered'],
    ]);
  });
});

describe('scoreDocument: sections, fields, rules and counts of the document', () => {
  const text = `# 审查标准

## 代码

- [ ] 文档头部包含版本
- [ ] 包含运维指南章节
- [ ] 章节编号连续
- [ ] 至少 2 个代码示例
`;

  it('judges each with its place', () => {
    const document = measureContext(
      'cases/a.md',
      '# 案例\n\n> **版本**: v1\n\n## 运维指南\n\n```sql\nselect 1;\n```\n',
    );
    const outcomes = ({ dimensions }: Score): unknown =>
      dimensions[0]?.checks.map(({ outcome, judged }) => [outcome, judged?.evidence.length]);
    const measures = fakeMeasures().filter(({ id }) => id !== 'code-blocks');
    assert.deepEqual(outcomes(scored({}, { ...document, text, measures })), [
      ['met', 1],
      ['met', 1],
      ['met', 0],
      ['not-applicable', 0],
    ]);
    const off = scored({}, { ...document, text, isOff: (code) => code === 'numbering-sequence' });
    assert.equal(off.dimensions[0]?.checks[2]?.outcome, 'not-applicable');
  });
});
