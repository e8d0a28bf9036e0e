// Generated regions in the editor: what stands above them, how they are brought up to date, what helps inside their marks.
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { open, root, uri } from '../support/openEngine.ts';

const others = {
  'cases/b.md': '# 乙案例\n\n> **文档编号**: CASE-002\n> **难度**: 高级\n',
  'cases/a.md': '# 甲案例\n\n> **文档编号**: CASE-001\n> **难度**: 中级\n',
};
const mark = '<!-- casewright: {region: documents, columns: [id, title]} -->';
const end = '<!-- casewright: end -->';
const table =
  '\n| 编号 | 标题 |\n|---|---|\n| CASE-001 | [甲案例](cases/a.md) |\n| CASE-002 | [乙案例](cases/b.md) |\n\n';

function index(inside: string) {
  return open(`# 索引\n\n${mark}\n${inside}${end}\n`, { path: '索引.md', index: others });
}

describe('generated regions in the editor', () => {
  it('say above each region how much of it differs, or that nothing does', () => {
    const titles = (inside: string): readonly unknown[] =>
      index(inside)
        .ask('codeLens', { uri })
        .map(({ title, command, range }) => [range.start.line, title, command]);
    assert.deepEqual(titles(table), [[2, '✓ 与案例库一致', '']]);
    assert.deepEqual(titles(''), [[2, '2 行与案例库不一致：更新', 'casewright.updateRegions']]);
    assert.deepEqual(titles(table.replace('| CASE-001 | [甲案例](cases/a.md) |\n', '')), [
      [2, '1 行与案例库不一致：更新', 'casewright.updateRegions'],
    ]);
  });

  it('are brought up to date by the fix, by the source action and by the edits of the library', () => {
    const found = index('手工写的一行\n');
    const range = { start: { line: 2, character: 5 }, end: { line: 2, character: 5 } };
    const apply = (edits: readonly { range: { start: object; end: object }; newText: string }[]): string => {
      const source = new SourceText(found.text);
      return applyEdits(
        found.text,
        edits.map(({ range: each, newText }) => ({ span: source.spanOf(each as typeof range), newText })),
      );
    };
    const wanted = `# 索引\n\n${mark}\n${table}${end}\n`;
    const quick = found.ask('codeActions', { uri, range }).actions.find(({ title }) => title === '更新这个区域');
    assert.equal(apply(quick?.edits ?? []), wanted);
    const [source] = found.ask('codeActions', { uri, range, only: ['source.updateRegions'] }).actions;
    assert.equal(source?.kind, 'source.updateRegions.casewright');
    assert.equal(apply(source.edits), wanted);
    const stale = found.ask('staleRegions', undefined);
    assert.deepEqual(stale, { documents: [{ root, path: '索引.md', count: 1 }], isReady: true });
    const [edits] = found.ask('regionEdits', { files: [{ root, path: '索引.md', text: found.text }] });
    assert.equal(apply(edits?.edits ?? []), wanted);
    assert.deepEqual(found.ask('regionEdits', { files: [{ root, path: '索引.md', text: wanted }] }), []);
  });

  it('are left alone between conflict markers, and where their mark is wrong', () => {
    for (const text of [
      `# 索引\n\n${mark}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n${end}\n`,
      `# 索引\n\n${mark.replace('columns', 'colums')}\n${end}\n`,
      `# 索引\n\n- ${mark}\n- ${end}\n`,
    ]) {
      const found = open(text, { path: '索引.md', index: others });
      assert.deepEqual(found.ask('staleRegions', undefined).documents, [], text);
      assert.deepEqual(found.ask('codeLens', { uri }), []);
    }
  });

  it('complete generators and options inside the mark, and explain them', () => {
    const labels = (text: string): readonly string[] => {
      const found = open(text, { path: '索引.md', index: others });
      const [position] = found.cursors;
      assert.ok(position);
      return found.ask('completion', { uri, position }).map(({ label }) => label);
    };
    assert.ok(labels('# 索引\n\n<!-- casewright: {region: <|>} -->\n').includes('navigation'));
    assert.ok(labels('# 索引\n\n<!-- casewright: {region: documents, <|>} -->\n').includes('columns'));
    const columns = labels('# 索引\n\n<!-- casewright: {region: documents, columns: [id, <|>]} -->\n');
    for (const name of ['title', 'difficulty', '难度级别', '编号'].slice(0, 3))
      assert.ok(columns.includes(name), `${name} in ${columns.join(' ')}`);
    assert.ok(labels('# 索引\n\n<!-- casewright: {region: documents, groupBy: <|>} -->\n').includes('业务场景'));
    assert.ok(labels('# 索引\n\n<!-- casewright: {region: documents, where: {<|>} } -->\n').includes('folder'));
  });
});
