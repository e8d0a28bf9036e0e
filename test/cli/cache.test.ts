// What is kept between runs: the same report with and without it, whatever state the cache is in.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli, TemporaryFolder } from '../support/cliRun.ts';

const parser = await loadParser();

describe('the cache of the command line', () => {
  let folder: TemporaryFolder;
  let cache: TemporaryFolder;
  let asked: string[];
  beforeEach(() => {
    folder = new TemporaryFolder().write({
      'cases/甲.md': '# 案例1：甲\n\n[乙](乙.md#方法) [丙](丙.md)\n',
      'cases/乙.md': '# 案例2：乙\n\n## 方法\n\n文字。\n',
      '计划.md':
        '# 计划\n\n| 案例 | 路径 | 状态 |\n|---|---|---|\n| 甲 | `cases/甲.md` | ✅ 已完成 |\n| 丁 | `cases/丁.md` | 待开始 |\n',
    });
    cache = new TemporaryFolder();
    asked = [];
  });
  afterEach(() => {
    folder.remove();
    cache.remove();
  });

  const openAs = (identity: string): OpenAnalyzer => {
    const open: OpenAnalyzer = (initial, threads) => {
      const engine = createEngine({ ...initial, parser });
      return engineOf((request) => {
        asked.push('path' in request ? `${request.kind} ${request.path}` : request.kind);
        return engine(request);
      })(initial, threads);
    };
    return Object.assign(open, { identity: () => identity });
  };
  const check = async (words = '', identity = 'one') => {
    asked = [];
    const all = `check . -f json --cache ${cache.path} ${words}`.trim();
    const { out, err, code } = await runCli(all, { folder: folder.path, open: openAs(identity) });
    assert.notEqual(code, 2, err);
    return { out, err };
  };
  const files = (): string[] => {
    const [library = ''] = readdirSync(cache.path);
    return readdirSync(join(cache.path, library)).map((name) => join(cache.path, library, name));
  };

  it('asks nothing a second time and reports the same', async () => {
    const first = await check();
    assert.ok(asked.includes('examine cases/甲.md') && asked.includes('plan-findings 计划.md'));
    const second = await check();
    assert.deepEqual(asked, []);
    assert.equal(second.out, first.out);
    assert.equal((await check('--no-cache')).out, first.out);
  });

  it('examines what has changed, and judges all others against it', async () => {
    await check();
    folder.write({ 'cases/乙.md': '# 案例2：乙\n\n## 做法\n\n文字。\n' });
    const { out } = await check();
    assert.ok(asked.includes('examine cases/乙.md') && !asked.includes('examine cases/甲.md'), asked.join());
    const report = JSON.parse(out) as { files: { path: string; findings: { code: string }[] }[] };
    const codes = report.files.find(({ path }) => path === 'cases/甲.md')?.findings.map(({ code }) => code);
    assert.ok(codes?.includes('link-anchor'), codes?.join());
    assert.equal((await check('--no-cache')).out, out);
  });

  it('follows documents that are renamed or gone', async () => {
    await check();
    rmSync(join(folder.path, 'cases/乙.md'));
    folder.write({ 'cases/丙.md': '# 案例3：丙\n' });
    const { out } = await check();
    assert.equal((await check('--no-cache')).out, out);
  });

  it('knows nothing where engine, configuration or template are others', async () => {
    await check();
    await check('', 'two');
    assert.ok(asked.includes('examine cases/甲.md'));
    folder.write({ '.casewright/config.json': '{"enforcement":"strict"}' });
    await check('', 'two');
    assert.ok(asked.includes('examine cases/甲.md'));
  });

  it('ignores what is damaged, says so, and writes it anew', async () => {
    const { out } = await check();
    for (const damage of [
      (text: string) => text.slice(0, text.length / 2),
      () => 'no cache',
      () => '',
      (text: string) => text.replaceAll('"links"', '"lynx"'),
    ]) {
      // prettier-ignore
      for (const file of files()) writeFileSync(file, damage(readFileSync(file, 'utf8')));
      assert.equal((await check()).out, out);
      assert.equal((await check()).out, out);
      assert.deepEqual(asked, []);
    }
  });

  it('is never in the way', async () => {
    writeFileSync(join(cache.path, 'file'), '');
    const words = ['check', '.', '-f', 'json', '--cache', join(cache.path, 'file', 'x')];
    const { code, err } = await runCli(words, { folder: folder.path, open: openAs('one') });
    assert.notEqual(code, 2);
    assert.match(err, /缓存无法写入/);
    assert.ok(!existsSync(join(folder.path, '.casewright-cache')));
  });
});
