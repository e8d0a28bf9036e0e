// What people's folders really hold: each case is checked by the whole command line, ends, and says what was left out.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { readBytes } from '../../server/src/hosts/nodeFiles.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli, TemporaryFolder, type RunResult } from '../support/cliRun.ts';

const parser = await loadParser();
const inPlace: OpenAnalyzer = (initial, threads) => engineOf(createEngine({ ...initial, parser }))(initial, threads);

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly code: string }[] }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string; readonly detail?: string }[];
}

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

describe('bad input', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });
  const at = (path: string): string => join(folder.path, path);
  const run = (words: string, open = inPlace): Promise<RunResult> => runCli(words, { folder: folder.path, open });
  const check = async (
    words = 'check',
  ): Promise<Report & { readonly code: number; codes(path: string): readonly string[] }> => {
    const { out, code, err } = await run(`${words} -f json`);
    assert.notEqual(code, 2, err);
    const report = JSON.parse(out) as Report;
    const codes = (path: string): readonly string[] =>
      report.files.find((file) => file.path === path)?.findings.map((finding) => finding.code) ?? ['not there'];
    return { ...report, code, codes };
  };
  const skippedIn = ({ skipped }: Report): readonly string[] => skipped.map(({ path, reason }) => `${path} ${reason}`);

  it('ends where links loop, and stays inside', async () => {
    const outside = new TemporaryFolder().write({ 'secret.md': '# TODO\n' });
    folder.write({ 'a/x.md': '# X\n\n[self](../self.md) [out](../out.md)\n' });
    symlinkSync('.', at('a/loop'));
    symlinkSync('self.md', at('self.md'));
    symlinkSync(outside.path, at('elsewhere'));
    symlinkSync(join(outside.path, 'secret.md'), at('out.md'));
    symlinkSync(at('a/x.md'), at('again.md'));
    const report = await check();
    outside.remove();
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['a/x.md'],
    );
    assert.deepEqual(skippedIn(report), [
      'a/loop link',
      'again.md link',
      'elsewhere link-outside',
      'out.md link-outside',
      'self.md link-broken',
    ]);
    assert.deepEqual(report.codes('a/x.md').filter((code) => code === 'link-target').length, 2, 'as good as no files');
  });

  it('opens no pipe, no socket and no folder that is called like a document', async function () {
    if (isWindows) this.skip();
    folder.write({ 'a.md': '# A\n', 'folder.md/b.md': '# B\n' });
    execFileSync('mkfifo', [at('pipe.md')]);
    const server = await listening(at('socket.md'));
    const report = await check();
    await new Promise((resolve) => server.close(resolve));
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['a.md', 'folder.md/b.md'],
    );
    assert.deepEqual(skippedIn(report), ['folder.md/ folder', 'pipe.md special', 'socket.md special']);
    const named = await check('check pipe.md');
    assert.deepEqual(named.codes('pipe.md'), ['file-unreadable']);
  });

  it('says which files and folders it may not read', async function () {
    if (isWindows || isRoot) this.skip();
    folder.write({ 'a.md': '# A\n', 'locked.md': '# L\n', 'closed/b.md': '# B\n' });
    chmodSync(at('locked.md'), 0);
    chmodSync(at('closed'), 0);
    const report = await check();
    chmodSync(at('closed'), 0o755);
    assert.deepEqual(report.codes('locked.md'), ['file-unreadable']);
    assert.deepEqual(skippedIn(report), ['closed/ unreadable']);
  });

  it('keeps names apart that differ in case or normal form', async function () {
    if (isWindows || process.platform === 'darwin') this.skip();
    const composed = 'caf\u00e9.md';
    const decomposed = 'cafe\u0301.md';
    folder.write({ 'A.md': '# A\n', 'a.md': '# a\n\n[c](caf\u00e9.md)\n', [composed]: '# C\n', [decomposed]: '# D\n' });
    const report = await check();
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['A.md', 'a.md', decomposed, composed],
    );
    assert.deepEqual(report.codes('a.md'), []);
    const { out } = await run('doctor -f json');
    assert.deepEqual(JSON.parse(out).troubles.nameClashes, [
      { paths: ['A.md', 'a.md'], differsBy: 'case' },
      { paths: [decomposed, composed], differsBy: 'normal-form' },
    ]);
  });

  it('takes names as they are', async function () {
    if (isWindows) this.skip();
    const names = ['a:b.md', 'a b.md', '100%.md', "it's.md", '-x.md', 'ÿ😀.md'];
    folder.write(Object.fromEntries(names.map((name) => [name, '# A\n'])));
    const report = await check();
    assert.deepEqual(
      report.files.map(({ path }) => path),
      names.toSorted(),
    );
  });

  it('never follows Windows paths and paths that lead out', async () => {
    const links = ['C:\\x.md', '..\\..\\x.md', '../../etc/passwd', '/etc/passwd', '%2e%2e/x.md', '//server/share/x.md', 'file:///etc/passwd', '~/.ssh/id_rsa', `${'a/'.repeat(2500)}x.md`]; // prettier-ignore
    folder.write({ 'cases/a.md': `# A\n\n${links.map((link) => `[x](<${link}>)`).join('\n\n')}\n` });
    const report = await check();
    assert.ok(
      report.codes('cases/a.md').some((code) => code.startsWith('link-')),
      report.codes('cases/a.md').join(' '),
    );
    assert.equal((await run('doctor')).code, 1);
  });

  it('says that a document is too large before it is read', async () => {
    folder.write({
      'a.md': '# A\n\n[b](big.md) [l](line.md)\n',
      'big.md': '一行\n'.repeat(1_500_000),
      'line.md': 'x'.repeat(10_000_000),
    });
    const report = await check();
    assert.equal(report.code, 1);
    assert.deepEqual(report.codes('big.md'), ['document-too-large']);
    assert.deepEqual(report.codes('line.md'), ['document-too-large']);
    assert.deepEqual(report.codes('a.md'), [], 'the files are there');
  });

  it('checks a line of thousands of links', async () => {
    folder.write({ 'line.md': `# A ${'字[x](y.md) '.repeat(3_000)}\n` });
    assert.equal((await check()).files.length, 1);
  });

  it('reads two thousand small files', async function () {
    this.timeout(60_000);
    const files = Array.from({ length: 2000 }, (_, index) => [
      `f${index % 50}/${index}.md`,
      `# ${index}\n\n[n](${index + 50}.md)\n`,
    ]);
    folder.write(Object.fromEntries(files) as Record<string, string>);
    const report = await check();
    assert.equal(report.files.length, 2000);
    assert.deepEqual(report.codes('f0/0.md'), []);
    assert.ok(report.codes('f49/1999.md').includes('link-target'));
  });

  it('ends where relations run in a circle', async () => {
    const needs = (own: string, other: string): string => `# ${own}\n\n> **前置**: [${other}](${other}.md)\n`;
    folder.write({
      'cases/甲.md': needs('甲', '乙'),
      'cases/乙.md': needs('乙', '丙'),
      'cases/丙.md': needs('丙', '甲'),
    });
    const report = await check();
    assert.equal(report.files.length, 3);
    assert.ok(report.files.some(({ findings }) => findings.some(({ code }) => code === 'relation-cycle')));
  });

  it('says once that there are conflict markers, and nothing else of that document', async () => {
    folder.write({
      'cases/a.md': '# A\n\n<<<<<<< HEAD\n[x](gone.md)\n=======\n[y](gone2.md)\n>>>>>>> theirs\n',
      'b.md': '# B\n\n[a](cases/a.md#nirgends)\n',
    });
    const report = await check();
    assert.deepEqual(report.codes('cases/a.md'), ['merge-conflict']);
  });

  it('says which bytes are no text', async () => {
    folder.write({
      'invalid.md': new Uint8Array([35, 32, 0xff, 0xfe, 65]),
      'utf16le.md': new Uint8Array([0xff, 0xfe, 35, 0]),
      'utf16be.md': new Uint8Array([0xfe, 0xff, 0, 35]),
      'nul.md': new Uint8Array([35, 32, 0, 65]),
      'png.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      'a.md': '# A\n\n[i](invalid.md)\n',
    });
    const report = await check();
    for (const path of ['invalid.md', 'utf16le.md', 'utf16be.md', 'nul.md', 'png.md']) {
      assert.deepEqual(report.codes(path), ['file-encoding'], path);
    }
    assert.deepEqual(report.codes('a.md'), [], 'the file is there, whatever it holds');
  });

  it('goes on where a file vanishes between listing and reading', async () => {
    folder.write({ 'a.md': '# A\n', 'b.md': '# B\n', 'c.md': '# C\n' });
    const open: OpenAnalyzer = (initial, threads) => {
      rmSync(at('b.md'), { force: true });
      return inPlace(initial, threads);
    };
    const { out } = await run('check -f json', open);
    const { files } = JSON.parse(out) as Report;
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.md', 'b.md', 'c.md'],
    );
    assert.deepEqual(
      files[1]?.findings.map(({ code }) => code),
      ['file-unreadable'],
    );
  });

  it('reads of a growing file what was there', () => {
    writeFileSync(at('log.md'), '# A\n');
    const before = readBytes(at('log.md'));
    appendFileSync(at('log.md'), 'more\n');
    assert.ok(before.isRead && before.bytes.length === 4);
    // A file that has no size and no end is no regular file.
    if (!isWindows) assert.equal(readBytes('/dev/zero').isRead, false);
  });

  it('looks into folders down to a depth, and says where it stopped', async () => {
    const deep = `${'d/'.repeat(40)}x.md`;
    folder.write({ 'a.md': '# A\n', [deep]: '# X\n' });
    const report = await check();
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['a.md'],
    );
    assert.deepEqual(skippedIn(report), [`${'d/'.repeat(33)} too-deep`]);
  });

  it('says in the terminal how much was left out, and what first', async () => {
    folder.write({
      'a.md': '# A\n',
      '.gitignore': 'out/\n*.tmp.md\n',
      'out/x.md': '# X\n',
      'x.tmp.md': '# X\n',
      '.github/x.md': '# X\n',
    });
    symlinkSync('/etc/hostname', at('leaves.md'));
    symlinkSync('gone.md', at('broken.md'));
    const { out } = await run('check');
    assert.match(
      out,
      /^另有 4 处未检查：broken\.md（符号链接的目标不存在或成环）、leaves\.md（符号链接指向案例库之外）、out\/（被 \.gitignore 忽略） 等，完整列表见 casewright doctor$/m,
    );
  });

  it('takes a configuration that is no file for none', async () => {
    mkdirSync(at('.casewright/config.json'), { recursive: true });
    folder.write({ 'a.md': '# A\n' });
    assert.equal((await check()).files.length, 1);
  });
});

function listening(path: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(path, () => {
      resolve(server);
    });
  });
}
