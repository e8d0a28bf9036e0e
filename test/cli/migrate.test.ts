// `casewright migrate` on files: earlier templates from kept copies and from git, dry runs, what is missing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, TemporaryFolder } from '../support/cliRun.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';

const open: OpenAnalyzer = (initial) => {
  const engine = createEngine({ ...initial, parser: remarkParser });
  return {
    run: (request) => Promise.resolve({ kind: 'done', value: engine(request) }),
    close: () => Promise.resolve(),
  };
};

const template = (version: string, name: string): string =>
  `<!-- casewright: {template: case, version: "${version}"} -->\n\n# [名称]\n\n> **模板版本**: ${version}\n\n## ${name}\n\n${name === '背景' ? '' : '<!-- casewright: {aliases: [背景]} -->\n\n'}写明。\n`;

const files = {
  '.casewright/config.json': JSON.stringify({
    kinds: { case: { files: ['cases/**'], template: 'templates/case.md' } },
  }),
  'templates/case.md': template('2.0', '业务背景'),
  'cases/a.md': '# 甲\n\n> **模板版本**: 1.0\n\n## 背景\n\n作者的话。\n',
  'cases/b.md': '# 乙\n\n> **模板版本**: 2.0\n\n## 业务背景\n\n作者的话。\n',
};
const migrated = '# 甲\n\n> **模板版本**: 2.0\n\n## 业务背景\n\n作者的话。\n';

describe('casewright migrate', () => {
  let folder: TemporaryFolder;
  const run = (words: string) => runCli(words, { folder: folder.path, open });
  const textOf = (path: string): string => readFileSync(join(folder.path, path), 'utf8');
  beforeEach(() => {
    folder = new TemporaryFolder().write(files);
  });
  afterEach(() => {
    folder.remove();
  });

  it('takes the earlier template from a kept copy, and writes only what changes', async () => {
    folder.write({ '.casewright/templates/case@1.0.md': template('1.0', '背景') });
    const dry = await run('migrate cases --dry-run');
    assert.equal(dry.code, 0, dry.err);
    assert.match(dry.out, /^cases\/a\.md：模板 1\.0 → 2\.0\n  章节“背景”改名为“业务背景”\n/);
    assert.match(dry.err, /将迁移 1 份文档/);
    assert.equal(textOf('cases/a.md'), files['cases/a.md']);
    assert.equal((await run('migrate cases')).code, 0);
    assert.equal(textOf('cases/a.md'), migrated);
    assert.equal(textOf('cases/b.md'), files['cases/b.md']);
    assert.match((await run('migrate cases')).err, /已迁移 0 份/);
  });

  it('takes it from the history of git', async () => {
    const git = (...words: string[]): void => {
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...words], {
        cwd: folder.path,
        stdio: 'ignore',
      });
    };
    git('init');
    folder.write({ 'templates/case.md': template('1.0', '背景') });
    git('add', '.');
    git('commit', '-m', 'one');
    folder.write(files);
    git('commit', '-am', 'two');
    assert.match((await run('migrate cases --diff')).out, /-## 背景\n\+## 业务背景/);
  });

  it('says where a version that was asked for is not known', async () => {
    const { code, err } = await run('migrate cases --from 0.9');
    assert.equal(code, 2);
    assert.match(err, /找不到 case 模板的 0\.9 版/);
  });
});
