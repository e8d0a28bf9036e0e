// `casewright archive` and `casewright restore` on files: what is written, what is only shown, what is refused, what is undone.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, TemporaryFolder } from '../support/cliRun.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { writeChanges } from '../../server/src/hosts/cli/writeChanges.ts';

const open: OpenAnalyzer = (initial) => {
  const engine = createEngine({ ...initial, parser: remarkParser });
  return {
    run: (request) => Promise.resolve({ kind: 'done', value: engine(request) }),
    close: () => Promise.resolve(),
  };
};

const files = {
  '.casewright/config.json': '{"kinds": {"case": {"files": ["cases/**"]}}}\n',
  'cases/甲.md': '\uFEFF# 甲\r\n\r\n> **编号**: CASE-001\r\n> **状态**: 已发布\r\n\r\n[乙](乙.md)\r\n',
  'cases/乙.md': '# 乙\n\n[甲](./甲.md)',
  'plans/计划.md':
    '# 实施计划\n\n## 清单\n\n| 序号 | 案例 | 文件 | 状态 |\n|---|---|---|---|\n| 1 | 甲 | cases/甲.md | 已完成 |\n',
};

function bytesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('.casewright/reviews'))
      .map((path): [string, string] => [path, readFileSync(path).toString('hex')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('casewright archive and restore', () => {
  let folder: TemporaryFolder;
  const run = (words: string) => runCli(words, { folder: folder.path, open });
  beforeEach(() => {
    folder = new TemporaryFolder().write(files);
  });
  afterEach(() => {
    folder.remove();
  });

  it('refuse an archive folder that git ignores, and write nothing', async () => {
    folder.write({ '.gitignore': 'archive/\n' });
    mkdirSync(join(folder.path, '.git'));
    const before = bytesBelow(folder.path);
    const refused = await run('archive cases/甲.md');
    assert.equal(refused.code, 2, refused.out);
    assert.match(refused.err, /归档目录“archive”/);
    assert.deepEqual(bytesBelow(folder.path), before);
  });

  it('write everything, and restoring brings every byte back', async () => {
    const before = bytesBelow(folder.path);
    const archived = await run('archive cases/甲.md --reason 过时 --by 李四');
    assert.equal(archived.code, 0, archived.err);
    assert.match(archived.out, /^移动 cases\/甲\.md → archive\/cases\/甲\.md\n/);
    assert.match(
      readFileSync(join(folder.path, 'archive/cases/甲.md'), 'utf8'),
      /^\uFEFF# 甲\r\n[^]*已归档\r\n\r\n\[乙\]\(\.\.\/\.\.\/cases\/乙\.md\)\r\n$/,
    );
    assert.match(readFileSync(join(folder.path, 'cases/甲.md'), 'utf8'), /归档人\*\*: 李四[^]*过时/);
    assert.match(readFileSync(join(folder.path, 'plans/计划.md'), 'utf8'), /archive\/cases\/甲\.md \| 已归档 \|/);
    const restored = await run('restore archive/cases/甲.md --by 李四');
    assert.equal(restored.code, 0, restored.err);
    assert.deepEqual(bytesBelow(folder.path), before);
    assert.equal(existsSync(join(folder.path, 'archive')), false);
    assert.match(
      readFileSync(join(folder.path, '.casewright/reviews/cases/甲.yaml'), 'utf8'),
      /kind: archive[^]*kind: restore/,
    );
  });

  it('show a patch and write nothing', async () => {
    const before = bytesBelow(folder.path);
    const { code, out } = await run('archive cases/甲.md --diff');
    assert.equal(code, 0);
    assert.match(out, /\n--- \"?cases\/[^]*\n\+\+\+ \"?archive\/cases\/[^]*\n\+> \*\*状态\*\*: 已归档/);
    assert.match(out, /-\[甲\]\(\.\/甲\.md\)[^]*\+\[甲\]\(\.\.\/archive\/cases\/甲\.md\)/);
    assert.deepEqual(bytesBelow(folder.path), before);
    const { out: json } = await run('archive cases/甲.md --dry-run --format json');
    const { moves } = JSON.parse(json) as { moves: readonly unknown[] };
    assert.deepEqual(moves, [{ from: 'cases/甲.md', to: 'archive/cases/甲.md' }]);
    assert.deepEqual(bytesBelow(folder.path), before);
  });

  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ['no document', 'archive', /请给出一份文档/],
    ['a document that is not there', 'archive cases/丙.md', /丙\.md/],
    ['a document that was never archived', 'restore cases/甲.md', /没有归档记录/],
    ['a successor that is not there', 'archive cases/甲.md --successor cases/丙.md', /替代文档/],
  ];
  for (const [name, words, expected] of refusals) {
    it(`refuse ${name}`, async () => {
      const before = bytesBelow(folder.path);
      const { code, err } = await run(words);
      assert.equal(code, 2);
      assert.match(err, expected);
      assert.deepEqual(bytesBelow(folder.path), before);
    });
  }

  it('refuse a read-only referrer before anything is written', async () => {
    chmodSync(join(folder.path, 'cases/乙.md'), 0o444);
    const before = bytesBelow(folder.path);
    const { code, err } = await run('archive cases/甲.md');
    assert.equal(code, 2);
    assert.match(err, /乙\.md/);
    assert.deepEqual(bytesBelow(folder.path), before);
  });

  it('undo what was done where a later step fails', async () => {
    mkdirSync(join(folder.path, 'x'));
    writeFileSync(join(folder.path, 'x/file'), '');
    const before = bytesBelow(folder.path);
    const change = {
      moves: [{ from: 'cases/乙.md', to: 'archive/乙.md', before: files['cases/乙.md'], after: '# 别的\n' }],
      // A file stands where a folder would have to be.
      files: [
        { path: 'plans/计划.md', before: files['plans/计划.md'], after: '# 计划\n' },
        { path: 'x/file/y.md', after: '# y\n' },
      ],
    };
    await assert.rejects(writeChanges(folder.path, change), { message: 'cli.archive.undone' });
    assert.deepEqual(bytesBelow(folder.path), before);
  });
});
