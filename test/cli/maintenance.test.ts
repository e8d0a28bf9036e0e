// `casewright maintenance`: groups, formats, and what fails a run.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { runCli, TemporaryFolder } from '../support/cliRun.ts';

const open: OpenAnalyzer = (initial) => {
  const engine = createEngine({ ...initial, parser: remarkParser });
  return {
    run: (request) => Promise.resolve({ kind: 'done', value: engine(request) }),
    close: () => Promise.resolve(),
  };
};

const files = {
  '.casewright/config.json':
    '{"kinds": {"case": {"files": ["cases/**"]}}, "maintenance": {"staleAfter": {"case": 365}}}\n',
  'cases/旧.md': '# 旧 | 表\n\n> **最后更新**: 2020-05-01\n\n## 概述\n\n甲\n',
  'cases/新.md': '# 新\n\n## 概述\n\n乙\n',
  'cases/归档.md': '# 归档\n\n> **状态**: 已归档\n\n## 概述\n\n丙\n',
};

describe('casewright maintenance', () => {
  let folder: TemporaryFolder;
  const run = (words: string) => runCli(words, { folder: folder.path, open });
  before(async () => {
    folder = new TemporaryFolder().write(files);
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder.path, stdio: 'ignore' });
    git('init');
    git('add', 'cases/新.md');
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, 'commit', '-m', 'new', '--date', '2025-03-04T00:00:00Z'], {
      cwd: folder.path,
      stdio: 'ignore',
      env: { ...process.env, GIT_COMMITTER_DATE: '2025-03-04T00:00:00Z' },
    });
    assert.equal((await run('review start cases/新.md --reviewer 李四,王五 --by 张三')).code, 0);
    assert.equal((await run('review comment cases/新.md --note 数据从哪里来 --by 李四')).code, 0);
  });
  after(() => {
    folder.remove();
  });

  it('lists documents by what they need, with people and months', async () => {
    const { code, out, err } = await run('maintenance');
    assert.equal(code, 0, err);
    assert.match(out, /^案例库维护：\.\n/);
    assert.match(out, /\n已过期 \(1\)\n {2}\S+ \S+ {2}cases\/旧\.md · 2020-05-01 之后没有更新，超过了允许的时间\n/);
    assert.match(out, /\n等待审查 \(1\)\n {2}李四：1 份 {2}王五：1 份\n.*cases\/新\.md · 等待 李四, 王五\n/);
    assert.match(out, /\n意见未解决 \(1\)\n.*cases\/新\.md · 1 条意见未解决\n/);
    assert.match(out, /\n已归档 \(1\)\n.*cases\/归档\.md\n/);
    assert.match(out, /\n每月工作量\n {2}2025-03 {2}新增 1 {2}改动（含其他文档） 1 {2}通过 0 {2}█{20}\n$/);
  });

  it('writes a table for each group, in which titles stay words', async () => {
    const { out } = await run('maintenance --format markdown --locale en');
    assert.match(out, /^# Maintenance of \.\n\n.*: 3 documents, 1 stale, 0 suspect, 1 waiting for review/);
    assert.match(out, /\n\| 旧 \\\| 表 · cases\/旧\.md \| .* \| 2020-05-01 \| not updated since 2020-05-01/);
    assert.match(out, /\n\| 2025-03 \| 1 \| 1 \| 0 \| █{20} \|\n/);
  });

  it('gives programs everything', async () => {
    const { out } = await run('maintenance --format json');
    const value = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual(Object.keys(value), ['version', 'root', 'today', 'counts', 'documents', 'months', 'isHistoryCut']);
    assert.deepEqual(value['counts'], { documents: 3, stale: 1, suspect: 0, waiting: 1, overdue: 0, archived: 1, openThreads: 1, changed: 0 }); // prettier-ignore
    assert.deepEqual(value['months'], [{ month: '2025-03', added: 1, edited: 1, approved: 0 }]);
  });

  const ends: readonly (readonly [string, number, RegExp])[] = [
    ['--fail-on stale', 1, /1 份文档属于 --fail-on 所列的情况：stale/],
    ['--fail-on suspect,feedback,waiting', 1, /1 份文档属于 --fail-on 所列的情况：waiting, feedback/],
    ['--fail-on suspect', 0, /^$/],
    ['--fail-on old', 2, /--fail-on 应为下列之一：stale, suspect, waiting, overdue, changed, feedback, archived/],
    ['nowhere', 2, /nowhere/],
  ];
  for (const [words, expected, message] of ends) {
    it(`ends with ${String(expected)} for ${words}`, async () => {
      const { code, err } = await run(`maintenance ${words}`);
      assert.equal(code, expected, err);
      assert.match(err, message);
    });
  }
});
