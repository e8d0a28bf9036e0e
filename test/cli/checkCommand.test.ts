// check and fix as a person runs them: what is found, written and left alone, and every exit code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOf, examined, noProblems, runCli, TemporaryFolder, todoEngine } from '../support/cliRun.ts';

describe('casewright check', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (words: string | string[], more = {}) => runCli(words, { folder: folder.path, ...more });
  const read = (path: string): string => readFileSync(join(folder.path, path), 'utf8');

  it('ends with 0, 1 or 2', async () => {
    folder.write({ 'good.md': '# A\n', 'doubt.md': '# A ??\n', 'bad.md': '# A TODO\n' });
    const table: readonly (readonly [string, number])[] = [
      ['check good.md', 0],
      ['check doubt.md', 0],
      ['check doubt.md --max-warnings 1', 0],
      ['check doubt.md --max-warnings 0', 1],
      ['check bad.md', 1],
      ['check .', 1],
      ['check', 1],
      ['check *.md --quiet', 1],
      ['check nothing-here.md', 2],
      ['check *.txt', 2],
      ['check --fromat json', 2],
      ['chekc', 2],
      ['help', 0],
      ['help fix', 0],
      ['--version', 0],
    ];
    for (const [words, code] of table) {
      const result = await run(words);
      assert.equal(result.code, code, `${words}: ${result.err}`);
      if (code === 2) assert.match(result.err, /^casewright: /);
    }
  });

  it('calls it an error when nothing matches', async () => {
    folder.write({ 'a.txt': 'x', 'node_modules/a.md': '# x', '.hidden/a.md': '# x' });
    const { code, err } = await run('check');
    assert.deepEqual([code, err], [2, 'casewright: 没有找到 Markdown 文档：.\n']);
  });

  it('goes on when one document hangs or kills its worker', async () => {
    folder.write({ 'a.md': 'poison', 'b.md': 'bomb', 'c.md': '# TODO\n' });
    const { code, out } = await run('check --format json');
    const codes = JSON.parse(out).files.map(
      (file: { findings: { code: string; message: string }[] }) => file.findings[0],
    );
    assert.equal(code, 1);
    assert.deepEqual(
      codes.map((one: { code: string }) => one.code),
      ['document-not-analyzed', 'document-not-analyzed', 'todo'],
    );
    assert.equal(codes[0].message, '分析在 20 秒内没有完成，本文档未检查');
  });

  it('reports files that are no text', async () => {
    folder.write({
      'a.md': new Uint8Array([0xff, 0xfe, 65, 0]),
      'b.md': new Uint8Array([65, 0xc3, 0x28]),
      'c.md': 'a\0b',
    });
    const { out } = await run('check --format json');
    const messages = JSON.parse(out).files.map(
      (file: { findings: { code: string; message: string }[] }) =>
        `${file.findings[0]?.code} ${file.findings[0]?.message}`,
    );
    assert.deepEqual(messages, [
      'file-encoding 文件是 UTF-16 编码，需要 UTF-8，未检查',
      'file-encoding 文件不是有效的 UTF-8，从第 3 个字节起无法解码，未检查',
      'file-encoding 文件含有空字符，可能是二进制文件，未检查',
    ]);
  });

  it('keeps its own failures apart from findings', async () => {
    folder.write({ 'a.md': '# A\n' });
    const open = engineOf(() => {
      throw new Error('broken on purpose');
    });
    const { code, err } = await run('check', { open });
    assert.deepEqual([code, err], [2, 'casewright: 内部错误：broken on purpose\n']);
  });

  it('writes the report to a file', async () => {
    folder.write({ 'a.md': '# TODO\n' });
    const { code, out, err } = await run('check -f json -o out/report.json');
    assert.deepEqual([code, out, err], [1, '', '已写入“out/report.json”\n']);
    assert.equal(JSON.parse(read('out/report.json')).summary.errors, 1);
  });

  it('shows errors only when quiet', async () => {
    folder.write({ 'a.md': '# TODO ??\n' });
    const { out } = await run('check --quiet -f json');
    assert.deepEqual(
      JSON.parse(out).files[0].findings.map((one: { code: string }) => one.code),
      ['todo'],
    );
  });

  it('reports only what the baseline does not hold, wherever lines have moved', async () => {
    folder.write({ 'a.md': '# A\n\nx TODO\n\nx TODO\n' });
    assert.equal((await run('check --baseline b.json')).code, 2);
    assert.equal((await run('check --update-baseline')).code, 2);
    const written = await run('check --baseline b.json --update-baseline');
    assert.equal(written.code, 0, written.err);
    folder.write({ 'a.md': '# A\n\n新行\n\nx TODO\n\nx TODO\n' });
    const known = await run('check --baseline b.json -f json');
    assert.deepEqual([known.code, JSON.parse(known.out).summary.baselined], [0, 2]);
    folder.write({ 'a.md': '# A\n\nx TODO\n\nx TODO\n\nx TODO\n' });
    const more = await run('check --baseline b.json -f json');
    assert.deepEqual([more.code, JSON.parse(more.out).summary.errors], [1, 1]);
    folder.write({ 'b.json': '{"version":1,"findings":[{}]}' });
    assert.equal((await run('check --baseline b.json')).code, 2);
  });

  it('checks what has changed since a revision, and what is new', async () => {
    const git = (...words: string[]): void => {
      const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
      execFileSync('git', ['-C', folder.path, ...identity, ...words], { stdio: 'ignore' });
    };
    folder.write({ 'cases/旧.md': '# TODO\n', 'cases/改.md': '# A\n', '.casewright/config.json': '{}' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    const empty = await run('check --changed');
    assert.deepEqual([empty.code, empty.err], [0, '自 HEAD 以来没有文档变化\n']);
    folder.write({ 'cases/改.md': '# TODO\n', 'cases/新.md': '# A\n' });
    const paths = async (words: string): Promise<string[]> => {
      const { out } = await run(words);
      return JSON.parse(out).files.map((file: { path: string }) => file.path);
    };
    assert.deepEqual(await paths('check -f json --changed'), ['cases/改.md', 'cases/新.md']);
    assert.deepEqual(await paths('check --changed HEAD cases -f json'), ['cases/改.md', 'cases/新.md']);
    folder.write({ '.casewright/config.json': '{ "maxFindings": 9 }' });
    assert.equal((await paths('check -f json --changed=HEAD')).length, 3);
    const wrong = await run('check --changed=no-such-branch');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /无法从 git 得到变化的文件/);
    assert.equal((await run('check --changed=--output=x')).code, 2);
  });

  it('reads one document from standard input under the name that is given', async () => {
    const named = await run('check --stdin --stdin-filename cases/x.md -f json', { input: '# TODO\n' });
    assert.deepEqual([named.code, JSON.parse(named.out).files[0].path], [1, 'cases/x.md']);
    assert.equal((await run('check --stdin -f json', { input: '# A\n' })).code, 0);
    assert.equal((await run('check --stdin a.md', { input: '' })).code, 2);
    assert.equal((await run('check --stdin-filename a.md', { input: '' })).code, 2);
  });
});

describe('casewright fix', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (words: string, more = {}) => runCli(words, { folder: folder.path, ...more });
  const read = (path: string): string => readFileSync(join(folder.path, path), 'utf8');

  it('mends in place and keeps byte order mark, line endings and mode', async () => {
    folder.write({ 'a.md': '\uFEFF# A TODO\r\n\r\nx TODO\r\n', 'b.md': '# B\n' });
    chmodSync(join(folder.path, 'a.md'), 0o640);
    const before = statSync(join(folder.path, 'b.md'));
    const { code, err } = await run('fix');
    assert.deepEqual([code, err], [0, '在 1 个文件中修复了 2 个问题\n']);
    assert.equal(read('a.md'), '\uFEFF# A\r\n\r\nx\r\n');
    assert.equal(statSync(join(folder.path, 'a.md')).mode & 0o777, 0o640);
    assert.equal(statSync(join(folder.path, 'b.md')).mtimeMs, before.mtimeMs);
    assert.equal((await run('check --fix')).code, 0);
  });

  it('writes inserted lines with the line ending of the file', async () => {
    const open = engineOf((request) => {
      if (request.kind !== 'examine') return noProblems;
      const span = { start: request.text.length, end: request.text.length };
      const fixes = [
        { title: { key: 'kind.default' } as const, isPreferred: true, edits: [{ span, newText: '\n## 二\n' }] },
      ];
      const finding = { code: 'x', severity: 'hint' as const, message: { key: 'kind.default' } as const, span, fixes };
      return examined(request, request.text.includes('二') ? [] : [finding]);
    });
    for (const ending of ['\r\n', '\n', '\r']) {
      folder.write({ 'a.md': `# 一${ending}` });
      await run('fix', { open });
      assert.equal(read('a.md'), `# 一${ending}${ending}## 二${ending}`);
    }
  });

  it('writes nothing when told so, and shows the difference', async () => {
    folder.write({ 'a.md': '# A TODO\n' });
    const dry = await run('fix --dry-run');
    assert.match(dry.err, /可在 1 个文件中修复 1 个问题（未写入）/);
    const { out } = await run('fix --diff');
    assert.match(out, /^--- a\.md\n\+\+\+ a\.md\n@@ -1,1 \+1,1 @@\n-# A TODO\n\+# A\n/m);
    assert.equal(read('a.md'), '# A TODO\n');
  });

  it('refuses a read-only file with a clear error and mends the others', async () => {
    folder.write({ 'a.md': '# A TODO\n', 'b.md': '# B TODO\n' });
    chmodSync(join(folder.path, 'a.md'), 0o444);
    const { code, err } = await run('fix');
    assert.equal(code, 2);
    assert.match(err, /“a\.md”是只读文件，未修改/);
    assert.equal(read('a.md'), '# A TODO\n');
    assert.equal(read('b.md'), '# B\n');
  });

  it('leaves a file alone that was changed meanwhile', async () => {
    folder.write({ 'a.md': '# A TODO\n' });
    const open: typeof todoEngine = (initial, threads) => {
      const engine = todoEngine(initial, threads);
      return {
        ...engine,
        run(request) {
          if (request.kind === 'examine') writeFileSync(join(folder.path, 'a.md'), '# 别人改的 TODO\n');
          return engine.run(request);
        },
      };
    };
    const { code, err } = await run('fix', { open });
    assert.equal(code, 2);
    assert.match(err, /“a\.md”在处理期间被改动，未覆盖/);
    assert.equal(read('a.md'), '# 别人改的 TODO\n');
  });

  it('stops where fixes undo each other or never end', async () => {
    let checks = 0;
    const replaceAll = (text: string, newText: string) => examined({ path: 'a.md', text }, [
        { code: 'x', severity: 'error', message: { key: 'kind.default' }, span: { start: 0, end: 0 },
          fixes: [{ title: { key: 'kind.default' }, isPreferred: true, edits: [{ span: { start: 0, end: text.length }, newText }] }] },
      ]); // prettier-ignore
    const pingPong = engineOf((request) => {
      checks += 1;
      if (request.kind !== 'examine') return noProblems;
      return replaceAll(request.text, request.text === 'a\n' ? 'b\n' : 'a\n');
    });
    folder.write({ 'a.md': 'a\n' });
    await run('fix', { open: pingPong });
    assert.ok(checks <= 4, String(checks));
    checks = 0;
    const growing = engineOf((request) => {
      checks += 1;
      return request.kind === 'examine' ? replaceAll(request.text, `${request.text}x`) : noProblems;
    });
    await run('fix', { open: growing });
    assert.equal(checks, 12, 'one check, ten rounds, the library');
  });

  it('writes the mended text of standard input to standard output', async () => {
    const { code, out, err } = await run('fix --stdin --stdin-filename a.md', { input: '# A TODO ??\r\n' });
    assert.deepEqual([code, out], [0, '# A ??\r\n']);
    assert.match(err, /1 个警告/);
  });

  it('mends what a link leads to and keeps the link', async () => {
    folder.write({ 'real/a.md': '# A TODO\n' });
    symlinkSync(join('real', 'a.md'), join(folder.path, 'link.md'));
    assert.equal((await run('fix link.md')).code, 0);
    assert.equal(read('real/a.md'), '# A\n');
    assert.ok(lstatSync(join(folder.path, 'link.md')).isSymbolicLink());
  });
});
