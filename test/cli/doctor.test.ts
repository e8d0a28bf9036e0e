// `casewright doctor` on small libraries: how documents are seen, what is left out, what is wrong between them.
import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli, TemporaryFolder } from '../support/cliRun.ts';

const parser = await loadParser();
const inPlace: OpenAnalyzer = (initial, threads) => engineOf(createEngine({ ...initial, parser }))(initial, threads);

const schemaPath = new URL('../../schemas/doctor.schema.json', import.meta.url);
/** Closed in the test: a member that the schema does not describe is one that was forgotten there. */
const closed = JSON.parse(readFileSync(schemaPath, 'utf8'), (_key, value: unknown) =>
  typeof value === 'object' && value !== null && 'properties' in value
    ? { ...value, additionalProperties: false }
    : value,
) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(closed);
const errors = (json: string): unknown => (validate(JSON.parse(json)) ? undefined : validate.errors);

const body =
  '\n## 背景\n\n这里写背景。\n\n## 方法\n\n这里写方法。\n\n## 结果\n\n这里写结果。\n\n## 总结\n\n这里写总结。\n';

describe('casewright doctor', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (words: string) => runCli(words, { folder: folder.path, open: inPlace });

  it('finds what is wrong between documents, and says nothing of what is right', async () => {
    folder.write({
      'README.md': '# 库\n\n[甲](cases/甲.md) [乙](cases/乙.md) [没写](cases/没写.md) [也没写](cases/没写.md#一)\n',
      'cases/甲.md': `# 案例1：甲\n\n> **文档编号**: CASE-001\n${body}`,
      'cases/乙.md': `# 案例2：乙\n\n> **文档编号**: CASE-001\n${body}\n多写一句。\n`,
      'cases/孤.md': `# 案例3：孤\n\n> **文档编号**: CASE-003\n${body}`,
      'archive/甲.md': `# 案例1：甲\n\n> **文档编号**: CASE-001\n${body}`,
      'cases/Same.md': '# 同名\n',
      'cases/same.md': '# 同名\n',
      '.gitignore': 'out/\n',
      'out/x.md': '# x\n',
      'bad.md': 'a\0b',
      '.casewright/config.json': '{"kindz": 1}',
    });
    const { code, out } = await run('doctor -f json');
    const report = JSON.parse(out);
    const { troubles } = report;
    assert.equal(code, 1);
    assert.equal(report.version, 1);
    assert.deepEqual(errors(out), undefined);
    assert.deepEqual(troubles.identical, [['archive/甲.md', 'cases/甲.md']]);
    assert.deepEqual(
      troubles.placeholders.map(({ path, links, from }: Record<string, unknown>) => [path, links, from]),
      [['cases/没写.md', 2, ['README.md']]],
    );
    assert.deepEqual(troubles.idClashes, [
      { id: 'CASE-001', paths: ['archive/甲.md', 'cases/乙.md', 'cases/甲.md'], isCopy: false },
    ]);
    assert.deepEqual(troubles.nameClashes, [{ paths: ['cases/Same.md', 'cases/same.md'], differsBy: 'case' }]);
    assert.ok(troubles.orphans.includes('cases/孤.md') && !troubles.orphans.includes('cases/甲.md'));
    assert.deepEqual(
      troubles.unread.map(({ path }: { path: string }) => path),
      ['bad.md'],
    );
    assert.deepEqual(
      troubles.problems.map(({ code: of }: { code: string }) => of),
      ['config-unknown-key'],
    );
    assert.deepEqual(report.skipped, [{ path: 'out/', reason: '被 .gitignore 忽略' }]);
  });

  it('says of one document how it is seen, or why it is not', async () => {
    folder.write({
      'cases/甲.md': '# 案例1：甲\n\n> **文档编号**: CASE-001\n',
      '计划.md': '# 计划\n\n- [ ] 写案例甲 `cases/甲.md`\n',
      '.gitignore': 'out/\n',
      'out/x.md': '# x\n',
    });
    const seen = await run('doctor cases/甲.md');
    assert.equal(seen.code, 0);
    assert.match(
      seen.out,
      /^cases\/甲\.md\n {2}标题：案例1：甲\n {2}类型：case\n {2}文档编号“CASE-001”以 CASE- 开头\n {2}模板：builtin:case\.zh\n {2}编号：CASE-001\n {2}计划 计划\.md:3 的条目/,
    );
    for (const path of ['cases/甲.md', 'out/x.md'])
      assert.deepEqual(errors((await run(`doctor ${path} -f json`)).out), undefined);
    assert.equal((await run('doctor out/x.md')).out, 'out/x.md 没有被检查：被 .gitignore 忽略\n');
    assert.equal((await run('doctor nothing.md')).code, 2);
  });

  it('names the template of each document: in its language, or the one of the team', async () => {
    folder.write({
      'cases/en.md': '# Case 1: A\n\n> **Id**: CASE-001\n\nThis is written in English.\n',
      'cases/zh.md': '# 案例2：乙\n\n> **文档编号**: CASE-002\n',
      'topics/t.md': '# 主题\n',
      'note.md': '# 随笔\n',
      '模板.md': '# [主题]\n\n## 概述\n',
      '.casewright/config.json': '{"kinds": {"topic": {"files": ["topics/**"], "template": "模板.md"}}}',
    });
    const { out } = await run('doctor -f json');
    assert.deepEqual(errors(out), undefined);
    const { documents } = JSON.parse(out);
    const templates = documents.map(({ path, template }: Record<string, unknown>) => [path, template]);
    assert.deepEqual(templates, [
      ['cases/en.md', 'builtin:case.en'],
      ['cases/zh.md', 'builtin:case.zh'],
      ['note.md', undefined],
      ['topics/t.md', '模板.md'],
      ['模板.md', undefined],
    ]);
  });

  it('is content with a library in order', async () => {
    folder.write({ 'README.md': '# 库\n\n[甲](cases/甲.md)\n', 'cases/甲.md': '# 案例1：甲\n' });
    const { code, out } = await run('doctor');
    assert.deepEqual([code, out], [0, '案例库体检：.\n2 份文档：case 1, other 1\n\n没有发现问题\n']);
  });

  it('writes a page that shows words as words', async () => {
    folder.write({ 'README.md': '# \\*库\\* a_b\n\n[x](gone_*.md)\n' });
    const { out } = await run('doctor --format markdown --locale en');
    assert.match(out, /^# Library check-up: \.\n/);
    assert.match(out, /^- `gone_\*\.md` · 1 link leads to it, in README\.md$/m);
    assert.match(out, /^ {2}- Title: \\\*库\\\* a\\_b$/m);
  });

  it('mends links with one possible target, and nothing else', async () => {
    folder.write({
      'README.md': '# 库\n\n[甲](case/甲方案.md)\n',
      'cases/甲方案.md': '# 案例1：甲\n\n## 目录\n\n- [旧](#旧)\n\n## 一\n\n文字。\n',
    });
    const before = readFileSync(join(folder.path, 'cases/甲方案.md'), 'utf8');
    const dry = await run('doctor --fix --dry-run');
    assert.match(dry.err, /可在 1 个文件中修复 1 个问题（未写入）/);
    const { code, out } = await run('doctor --fix');
    assert.equal(readFileSync(join(folder.path, 'README.md'), 'utf8'), '# 库\n\n[甲](cases/甲方案.md)\n');
    assert.equal(readFileSync(join(folder.path, 'cases/甲方案.md'), 'utf8'), before);
    assert.equal(code, 0, out);
  });

  it('names what links leave out', async () => {
    folder.write({ 'a.md': '# A\n' });
    symlinkSync('/nowhere', join(folder.path, 'broken.md'));
    symlinkSync('/etc/hostname', join(folder.path, 'leaves.md'));
    const { out } = await run('doctor -f json --locale en');
    assert.deepEqual(JSON.parse(out).skipped, [
      { path: 'broken.md', reason: 'link that leads nowhere or in a circle' },
      { path: 'leaves.md', reason: 'link that leaves the library' },
    ]);
  });
});
