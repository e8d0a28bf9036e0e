// `casewright bump`: raises the version by what changed since it was written, and touches nothing else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli, TemporaryFolder } from '../support/cliRun.ts';

const parser = await loadParser();
const inPlace: OpenAnalyzer = (initial, threads) => engineOf(createEngine({ ...initial, parser }))(initial, threads);

const document = `\uFEFF# 订单

> **版本**: v1.0
> **最后更新**: 2025年1月5日

## 目录

- [订单](#订单)
  - [目录](#目录)
  - [概述](#概述)
  - [变更记录](#变更记录)

## 概述

正文。

## 变更记录

| 版本 | 日期 | 说明 |
|------|------|------|
| 1.0.0 | 2025-01-05 | 初稿 |

---

**文档版本**: 1.0.0
`.replaceAll('\n', '\r\n');

describe('casewright bump', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder().write({ 'cases/a.md': document });
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (words: string) => runCli(words, { folder: folder.path, open: inPlace });
  const read = (): string => readFileSync(join(folder.path, 'cases/a.md'), 'utf8');
  const git = (...words: readonly string[]): void => {
    const env = { ...process.env, GIT_AUTHOR_DATE: '2025-01-05T10:00:00Z', GIT_COMMITTER_DATE: '2025-01-05T10:00:00Z' };
    execFileSync('git', ['-C', folder.path, '-c', 'user.name=张三', '-c', 'user.email=a@b.invalid', ...words], { env, stdio: 'ignore' }); // prettier-ignore
  };

  it('raises every place in its own form, and keeps byte order mark and line endings', async () => {
    const { code, out } = await run('bump cases/a.md --date 2025-02-03 -m 补充');
    assert.equal(code, 0);
    assert.equal(out.split('\n')[0], 'cases/a.md：v1.0 → v1.1');
    const expected = document
      .replace('v1.0', 'v1.1')
      .replace('2025年1月5日', '2025年2月3日')
      .replace('| 1.0.0 |', '| 1.1.0 | 2025-02-03 | 补充 |\r\n| 1.0.0 |')
      .replace('**: 1.0.0', '**: 1.1.0');
    assert.equal(read(), expected);
  });

  it('compares with the committed content, says why, and brings the contents along', async () => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    folder.write({ 'cases/a.md': document.replace('## 变更记录', '## 测试\r\n\r\n数据。\r\n\r\n## 变更记录') });
    const dry = await run('bump cases/a.md --date 2025-02-03 --dry-run');
    assert.match(dry.out, /与 2025-01-05 写下 v1\.0 时的内容相比\n {2}新增了 1 个章节：测试/);
    assert.doesNotMatch(read(), /1\.1/);
    const { out } = await run('bump cases/a.md --date 2025-02-03 --diff');
    const added = out.split('\n').filter((line) => /^\+[^+]/.test(line)).map((line) => line.trimEnd()); // prettier-ignore
    assert.deepEqual(added, [
      '+> **版本**: v1.1',
      '+> **最后更新**: 2025年2月3日',
      '+  - [测试](#测试)',
      '+| 1.1.0 | 2025-02-03 | 新增测试 |',
      '+**文档版本**: 1.1.0',
    ]);
    const { out: json } = await run('bump cases/a.md --dry-run -f json');
    assert.deepEqual(JSON.parse(json), {
      documents: [
        {
          path: 'cases/a.md',
          current: 'v1.0',
          version: 'v1.1',
          proposed: 'minor',
          reasons: ['Compared with the content of 2025-01-05, when v1.0 was written', 'Sections added (1): 测试'],
          versions: 2,
          dates: 1,
          changelog: true,
          contents: true,
        },
      ],
    });
  });

  it('goes the major step when a section went, or when asked to', async () => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    folder.write({ 'cases/a.md': document.replace('## 概述\r\n\r\n正文。\r\n\r\n', '') });
    assert.match((await run('bump cases/a.md --dry-run')).out, /v1\.0 → v2\.0.*\n.*\n {2}删除了 1 个章节：概述/);
    assert.match((await run('bump cases/a.md --level minor --dry-run')).out, /v1\.0 → v1\.1/);
  });

  it('begins a changelog only when asked to', async () => {
    const bare = '# 订单\n\n> **版本**: v1.0\n\n## 1. 概述\n\n正文。\n\n---\n\n**最后更新**: 2025-01-05\n';
    folder.write({ 'cases/a.md': bare });
    const { out } = await run('bump cases/a.md --dry-run -m x');
    assert.match(out, /没有变更记录/);
    await run('bump cases/a.md --changelog -m 补充 --date 2025-02-03');
    const expected = `${bare.slice(0, bare.indexOf('\n---')).replace('v1.0', 'v1.1')}
## 2. 变更记录

| 版本 | 日期 | 变更内容 |
|------|------|------|
| v1.1 | 2025-02-03 | 补充 |

---

**最后更新**: 2025-02-03
`;
    assert.equal(read(), expected);
  });

  it('says what is wrong', async () => {
    folder.write({ 'cases/a.md': '# 订单\n\n> **版本**: PostgreSQL 17 & 18\n' });
    assert.match((await run('bump cases/a.md')).err, /没有写出自己的版本号/);
    assert.match((await run('bump')).err, /需要一份文档/);
    assert.match((await run('bump cases/a.md --date 2025-02-30')).err, /--date/);
    assert.match((await run('bump cases/a.md --level big')).err, /--level/);
    assert.equal((await run('bump cases/没有.md')).code, 2);
  });
});
