// Scores over the protocol: one open document with its ranges, and the table of a library, open documents as they stand.
import assert from 'node:assert/strict';
import { requests, type ScoreResult, type ScoresResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const uri = `${root}/cases/a.md`;
const standard = `# 审查标准

## 引用

| 评分 | 标准 | 说明 |
|---|---|---|
| 5分（优秀） | x | 引用3条以上，行文优美 |
| 3分（一般） | x | 引用1条以上 |
| 1分（差） | x | 没有引用 |
`;
const config = JSON.stringify({ kinds: { case: { files: ['cases/**'], standard: 'standard.md' } } });
const cite = (count: number): string =>
  Array.from(
    { length: count },
    (_none, index) => `- [文档](https://www.postgresql.org/docs/${String(index + 12)}/mvcc.html)\n`,
  ).join('');
const text = (count: number): string => `# 案例：甲\n\n## 参考资料\n\n正文。\n\n${cite(count)}`;

async function withLibrary(test: (editor: FakeEditor) => Promise<void>): Promise<void> {
  const disk = new MemoryFiles({
    [`${root}/.casewright/config.json`]: config,
    [`${root}/standard.md`]: standard,
    [uri]: text(1),
    [`${root}/cases/b.md`]: text(4),
    [`${root}/cases/c.md`]: text(0),
  });
  const options = { analysis: await directAnalysis(), files: disk, folders: [root], locale: 'zh' };
  await withEditor(options, async ({ editor }) => {
    await editor.settled();
    await test(editor);
  });
}

describe('scores over the protocol', () => {
  it('says what an open document earns, where, and what the next level lacks', () =>
    withLibrary(async (editor) => {
      editor.open(uri, text(1));
      await editor.settled();
      const score = (await editor.request(requests.score, { uri })) as ScoreResult;
      assert.deepEqual([score.uri, score.measured?.text, score.standard.uri], [uri, '3.0', `${root}/standard.md`]);
      const [dimension] = score.dimensions;
      assert.ok(dimension !== undefined);
      assert.deepEqual([dimension.level, dimension.label, dimension.next?.level], [3, '一般', 5]);
      assert.deepEqual(
        dimension.held.flatMap(({ evidence }) => evidence.map(({ range, excerpt }) => [range.start.line, excerpt])),
        [[6, '- [文档](https://www.postgresql.org/docs/12/mvcc.html)']],
      );
      assert.deepEqual(
        dimension.questions.map(({ key }) => key),
        ['引用/行文优美'],
      );
      assert.deepEqual(
        score.actions.map(({ from, to, gainText }) => [from, to, gainText]),
        [[3, 5, '+2.00']],
      );
    }));

  it('has nothing to say of documents that are not open or that no standard judges', () =>
    withLibrary(async (editor) => {
      assert.equal(await editor.request(requests.score, { uri }), null);
      editor.open(`${root}/README.md`, '# 说明\n');
      await editor.settled();
      assert.equal(await editor.request(requests.score, { uri: `${root}/README.md` }), null);
    }));

  it('lays the documents of a library side by side', () =>
    withLibrary(async (editor) => {
      editor.open(uri, text(3));
      await editor.settled();
      const { libraries } = (await editor.request(requests.scores, {})) as ScoresResult;
      const [table] = libraries.flatMap(({ tables }) => tables);
      assert.ok(table !== undefined);
      assert.deepEqual(
        table.documents.map(({ path, levels }) => [path, levels[0]?.level]),
        [
          ['cases/a.md', 5],
          ['cases/b.md', 5],
          ['cases/c.md', 1],
        ],
      );
      assert.deepEqual(
        table.dimensions.map(({ averageText, count }) => [averageText, count]),
        [['3.7/5.0', 3]],
      );
      assert.equal(table.average?.text, '3.7');
      assert.match(table.markdown, /\| 维度 \| 评估标准 \| 平均分 \| 备注 \|/);
      assert.deepEqual(libraries[0]?.skipped, []);
    }));
});
