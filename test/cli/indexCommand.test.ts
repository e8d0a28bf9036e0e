// `casewright index`: writes what belongs into regions, or only says what differs; nothing else changes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli, TemporaryFolder } from '../support/cliRun.ts';

const parser = await loadParser();
const inPlace: OpenAnalyzer = (initial, threads) => engineOf(createEngine({ ...initial, parser }))(initial, threads);

const mark = '<!-- casewright: {region: documents, columns: [id, title]} -->\r\n';
const before = `\uFEFF# 索引\r\n\r\n${mark}<!-- casewright: end -->\r\n\r\n正文`;
const after = `\uFEFF# 索引\r\n\r\n${mark}\r\n| 编号 | 标题 |\r\n|---|---|\r\n| CASE-001 | [甲](cases/甲.md) |\r\n\r\n<!-- casewright: end -->\r\n\r\n正文`;

describe('casewright index', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder().write({
      '.casewright/config.json': '{"kinds": {"case": {"files": ["cases/**"]}}}',
      'cases/甲.md': '# 甲\n\n> **文档编号**: CASE-001\n',
      '索引.md': before,
    });
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (words: string) => runCli(words, { folder: folder.path, open: inPlace });
  const read = (path: string): string => readFileSync(join(folder.path, path), 'utf8');

  it('fails with the difference when only asked to check, and writes nothing', async () => {
    const { code, out, err } = await run('index --check');
    assert.equal(code, 1);
    assert.match(out, /^\+\| CASE-001 \| \[甲\]\(cases\/甲\.md\) \|/m);
    assert.equal(err, '1 个区域中有 1 个与案例库不一致\n');
    assert.equal(read('索引.md'), before);
  });

  it('writes the region and nothing else, and has nothing to do the second time', async () => {
    const first = await run('index');
    assert.deepEqual([first.code, first.out, first.err], [0, '索引.md：1 个区域\n', '1 个区域中更新了 1 个\n']);
    assert.equal(read('索引.md'), after);
    const second = await run('index --check');
    assert.deepEqual([second.code, second.out, second.err], [0, '', '1 个区域都与案例库一致\n']);
    assert.equal((await run('check 索引.md')).code, 0);
  });

  it('shows without writing', async () => {
    assert.deepEqual((await run('index --dry-run')).out, '索引.md：1 个区域\n');
    assert.match((await run('index --diff')).out, /^@@ /m);
    const { code, out } = await run('index --dry-run -f json');
    assert.deepEqual(
      [code, JSON.parse(out)],
      [0, { documents: [{ path: '索引.md', regions: 1, stale: 1, broken: 0 }] }],
    );
    assert.equal(read('索引.md'), before);
  });

  it('says that a mark is wrong, and leaves its region alone', async () => {
    const wrong = before.replace('documents', 'documets');
    folder.write({ '索引.md': wrong });
    const { code, err } = await run('index');
    assert.equal(code, 1);
    assert.match(err, /^1 个区域的标记有错，没有生成/);
    assert.equal(read('索引.md'), wrong);
  });

  it('leaves a document with conflict markers alone', async () => {
    const conflict = before.replace('\r\n\r\n正文', '\r\n\r\n<<<<<<< HEAD\r\na\r\n=======\r\nb\r\n>>>>>>> x\r\n');
    folder.write({ '索引.md': conflict });
    assert.equal((await run('index')).code, 0);
    assert.equal(read('索引.md'), conflict);
  });

  it('comes to rest where regions speak of lines of each other', async () => {
    const lines =
      '\n<!-- casewright: {region: documents, where: {kind: any}, columns: [title, lines]} -->\n<!-- casewright: end -->\n';
    folder.write({ '甲索引.md': `# 甲索引\n${lines}`, '乙索引.md': `# 乙索引\n${lines}` });
    assert.equal((await run('index')).code, 0);
    assert.equal((await run('index --check')).code, 0);
  });
});
