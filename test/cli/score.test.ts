// `casewright score`: one document with its evidence, several as a table, and the minimum that fails.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli, TemporaryFolder } from '../support/cliRun.ts';

const parser = await loadParser();
const inPlace: OpenAnalyzer = (initial, threads) => engineOf(createEngine({ ...initial, parser }))(initial, threads);

const schemaPath = new URL('../../schemas/score.schema.json', import.meta.url);
/** Closed in the test: a member that the schema does not describe is one that was forgotten there. */
const closed = JSON.parse(readFileSync(schemaPath, 'utf8'), (_key, value: unknown) =>
  typeof value === 'object' && value !== null && 'properties' in value
    ? { ...value, additionalProperties: false }
    : value,
) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(closed);
const errors = (json: string): unknown => (validate(JSON.parse(json)) ? undefined : validate.errors);

const standard = `# 审查标准

## 引用

| 评分 | 标准 | 说明 |
|---|---|---|
| 5分（优秀） | x | 引用3条以上 |
| 3分（一般） | x | 引用1条以上 |
| 1分（差） | x | 没有引用 |

- [ ] 文笔是否优美？

| 等级 | 分数范围 |
|---|---|
| A | 4.5-5.0 |
| B | 3.0-4.4 |
| C | 0-2.9 |
`;
const config = JSON.stringify({ kinds: { case: { files: ['cases/**'], standard: 'standard.md' } } });
const cite = (count: number): string =>
  Array.from(
    { length: count },
    (_none, index) => `- [出处](https://www.postgresql.org/docs/${String(index + 12)}/mvcc.html)\n`,
  ).join('');
const document = (name: string, count: number): string => `# 案例：${name}\n\n## 参考资料\n\n正文。\n\n${cite(count)}`;

describe('casewright score', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
    folder.write({
      '.casewright/config.json': config,
      'standard.md': standard,
      'cases/甲.md': document('甲', 1),
      'cases/乙.md': document('乙', 4),
      'README.md': '# 说明\n',
    });
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (words: string) => runCli(words, { folder: folder.path, open: inPlace });

  it('shows one document with the lines that earn its levels, what is lacking, and what is asked', async () => {
    const { out, code } = await run('score cases/甲.md');
    assert.equal(code, 0);
    assert.match(out, /3\.0\/5/);
    assert.match(out, /引用 \(100%\): 3\/5 一般/);
    assert.match(out, /✓ 引用1条以上.*\(cases\/甲\.md:7\)/);
    assert.match(out, /✗ 引用3条以上/);
    assert.match(out, /\+2\.00 .*引用 3 → 5/);
    assert.match(out, /文笔是否优美？/);
  });

  it('tells programs the same, as the schema says', async () => {
    const one = await run('score cases/甲.md --format json');
    assert.equal(errors(one.out), undefined);
    const { document: read } = JSON.parse(one.out) as { document: Record<string, unknown> };
    assert.deepEqual(read['measured'], { value: 3, max: 5, grade: 'B', weight: 100, text: '3.0' });
    const all = await run('score --format json');
    assert.equal(errors(all.out), undefined);
    const { libraries } = JSON.parse(all.out) as {
      libraries: { documents: { path: string }[]; tables: { average: unknown; dimensions: { average: number }[] }[] }[];
    };
    assert.deepEqual(
      libraries[0]?.documents.map(({ path }) => path),
      ['cases/乙.md', 'cases/甲.md'],
    );
    const averages = libraries.flatMap(({ tables }) =>
      tables.flatMap(({ dimensions }) => dimensions.map(({ average }) => average)),
    );
    assert.deepEqual(averages, [4]);
  });

  it('lays several side by side, with averages', async () => {
    const pretty = await run('score --locale zh');
    assert.match(pretty.out, /cases\/乙\.md +5 +5\.0 +A +1/);
    assert.match(pretty.out, /平均分 +4\.0 +4\.0 +B/);
    const markdown = await run('score --format markdown --locale zh');
    assert.match(markdown.out, /\| 维度 \| 评估标准 \| 平均分 \| 备注 \|/);
    assert.match(markdown.out, /\| \*\*引用\*\* \| 引用3条以上 \| 4\.0\/5\.0 \| 最常缺少“.+”（2 篇中 1 篇） \|/);
    const csv = await run('score --format csv');
    assert.match(csv.out, /^cases\/甲\.md,案例：甲,case,standard\.md,3,5,B,引用,100,3,5,\r?$/m);
  });

  it('fails below the minimum, a grade or a number', async () => {
    assert.equal((await run('score --min B')).code, 0);
    assert.equal((await run('score --min A')).code, 1);
    assert.equal((await run('score --min 4.5 cases/乙.md')).code, 0);
    assert.equal((await run('score --min 4.5')).code, 1);
    const wrong = await run('score --min X');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /A, B, C/);
  });

  it('keeps what reviewers said apart', async () => {
    folder.write({
      '.casewright/reviews/cases/甲.yaml':
        'document: cases/甲.md\nevents:\n  20260101T000000Z-0001:\n    kind: level\n    at: 2026-01-01T00:00:00Z\n    by: 审查人\n    dimension: 引用\n    level: 5\n    content: old\n',
    });
    const { out } = await run('score cases/甲.md --format json');
    const { document: read } = JSON.parse(out) as {
      document: Record<'measured' | 'reviewed', { value: number } | null>;
    };
    assert.deepEqual([read.measured?.value, read.reviewed?.value], [3, 5]);
  });
});
