// `casewright review` on files: what is written, what is only shown, what is refused.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
const recordPath = '.casewright/reviews/cases/a.yaml';

describe('casewright review', () => {
  let folder: TemporaryFolder;
  const run = (words: string) => runCli(words, { folder: folder.path, open });
  const textOf = (path: string): string => readFileSync(join(folder.path, path), 'utf8');
  beforeEach(() => {
    folder = new TemporaryFolder().write({
      '.casewright/config.json': '{"kinds": {"case": {"files": ["cases/**"]}}}\n',
      'cases/a.md': '# 甲\n\n> **状态**: 草稿\n\n## 背景\n\n下单时扣减库存。\n',
    });
  });
  afterEach(() => {
    folder.remove();
  });

  it('writes nothing in a dry run', async () => {
    const { code, out, err } = await run('review start cases/a.md --by 李四 --dry-run --format json');
    assert.equal(code, 0, err);
    assert.match(out, /"state": "in-review"[^]*"written": false/);
    assert.equal(existsSync(join(folder.path, recordPath)), false);
    assert.match(textOf('cases/a.md'), /草稿/);
  });

  it('starts a review, takes a comment, and lists both', async () => {
    const started = await run('review start cases/a.md --by 李四');
    assert.equal(started.code, 0, started.err);
    assert.match(textOf(recordPath), /kind: start\n {4}by: 李四/);
    assert.match(textOf('cases/a.md'), /评审中/);
    const commented = await run('review comment cases/a.md:7 --by 王五 --note 数字从哪里来');
    assert.equal(commented.code, 0, commented.err);
    assert.match(textOf(recordPath), /kind: comment\n {4}by: 王五[^]*数字从哪里来/);
    const listed = await run('review status --format json');
    assert.match(listed.out, /"state": "in-review"[^]*"openComments": 1/);
    assert.match((await run('review status cases/a.md')).out, /王五/);
  });

  it('refuses with reasons and exit code 1', async () => {
    const { code, out } = await run('review approve cases/a.md --by 李四');
    assert.equal(code, 1);
    assert.match(out, /文档不在审查中\n\s+先发起审查/);
    assert.equal(existsSync(join(folder.path, recordPath)), false);
  });

  it('says how it is used', async () => {
    const { code, err } = await run('review bless cases/a.md');
    assert.equal(code, 2);
    assert.match(err, /approve/);
  });
});
