// Files on a real disk: what is walked, what is read, and that nothing outside, special or endless is touched.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { findLibraryRoot, readLibraryTexts } from '../../server/src/hosts/libraryFiles.ts';
import { isInside, readDocument } from '../../server/src/hosts/nodeFiles.ts';
import { walkFolder } from '../../server/src/hosts/walkFolder.ts';
import { TemporaryFolder } from '../support/cliRun.ts';

describe('walkFolder', () => {
  let folder: TemporaryFolder;
  let outside: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
    outside = new TemporaryFolder().write({ 'secret.md': '# secret\n', 'deep/secret.md': '# secret\n' });
  });
  afterEach(() => {
    folder.remove();
    outside.remove();
  });
  const walk = async (exclude: string[] = []): Promise<readonly string[]> =>
    (await walkFolder(folder.path, exclude)).documents;

  it('finds Markdown files, sorted, without what is ignored', async () => {
    folder.write({
      'b.md': '', 'a.MD': '', 'c.markdown': '', 'd.txt': '', '案例/一.md': '', '案例/二.md': '',
      'node_modules/x.md': '', 'cases/node_modules/x.md': '', '.git/x.md': '', '.casewright/templates/x.md': '',
      '.gitignore': 'out/\n/案例/二.md\n*.tmp.md\n', 'out/x.md': '', 'deep/out/x.md': '', 'x.tmp.md': '',
      'keep/.gitignore': '!y.tmp.md\n', 'keep/y.tmp.md': '', 'keep/z.tmp.md': '', 'archive/x.md': '',
    }); // prettier-ignore
    assert.deepEqual(await walk(['archive/**']), ['a.MD', 'b.md', 'c.markdown', 'keep/y.tmp.md', '案例/一.md']);
  });

  it('stays inside and ends where links loop', async () => {
    folder.write({ 'a/x.md': '' });
    symlinkSync(join(folder.path, 'a'), join(folder.path, 'a/loop'));
    symlinkSync(outside.path, join(folder.path, 'leaves'));
    symlinkSync(join(outside.path, 'secret.md'), join(folder.path, 'leaves.md'));
    symlinkSync('self.md', join(folder.path, 'self.md'));
    symlinkSync(join(folder.path, 'a/x.md'), join(folder.path, 'again.md'));
    symlinkSync('/nowhere', join(folder.path, 'broken.md'));
    mkdirSync(join(folder.path, 'folder.md'));
    assert.deepEqual(await walk(), ['a/x.md']);
  });

  it('never opens a named pipe', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder.path, 'pipe.md')]);
    assert.deepEqual(await walk(), []);
    const read = await readDocument(join(folder.path, 'pipe.md'));
    assert.ok(!read.isText);
    assert.equal(read.finding.message.key, 'file-unreadable.not-a-file');
  });

  it('reads the text as it is, or says why not', async () => {
    folder.write({ 'bom.md': '\uFEFF# A\r\n', 'big.md': '' });
    truncateSync(join(folder.path, 'big.md'), 7_000_000);
    const bom = await readDocument(join(folder.path, 'bom.md'));
    assert.ok(bom.isText && bom.text === '\uFEFF# A\r\n');
    for (const [path, code] of [
      ['big.md', 'document-too-large'],
      ['gone.md', 'file-unreadable'],
      ['.', 'file-unreadable'],
    ] as const) {
      const read = await readDocument(join(folder.path, path));
      assert.ok(!read.isText);
      assert.equal(read.finding.code, code);
    }
  });
});

describe('library on disk', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  it('is the nearest configured folder, else the repository, else the working folder, else the folder itself', () => {
    folder.write({
      'lib/.casewright/config.json': '{}',
      'lib/cases/a.md': '',
      'repo/.git/HEAD': '',
      'repo/x/a.md': '',
      'free/docs/a.md': '',
      'free/cases/a.md': '',
    });
    const at = (path: string): string => join(folder.path, path);
    assert.equal(findLibraryRoot(at('lib/cases/a.md'), folder.path), at('lib'));
    assert.equal(findLibraryRoot(at('repo/x'), folder.path), at('repo'));
    assert.equal(findLibraryRoot(at('free/docs/a.md'), folder.path), folder.path);
    assert.equal(findLibraryRoot(at('free/docs'), at('lib')), at('free/docs'));
    assert.equal(findLibraryRoot(at('free/cases'), at('lib')), at('free'), 'a folder that tells a kind is no root');
  });

  it('reads the configured templates that are inside, and no others', async () => {
    const outside = new TemporaryFolder().write({ 't.md': '# outside\n' });
    folder.write({
      '.casewright/config.json': JSON.stringify({
        kinds: {
          case: { template: '模板/a.md#骨架', standard: 'link.md' },
          topic: { template: '../x.md', standard: 'gone.md' },
        },
      }),
      '模板/a.md': '# T\n',
    });
    symlinkSync(join(outside.path, 't.md'), join(folder.path, 'link.md'));
    const { files, configurationText } = await readLibraryTexts(folder.path);
    outside.remove();
    assert.deepEqual([...files], [['模板/a.md', '# T\n']]);
    assert.ok(configurationText?.startsWith('{'));
    assert.equal((await readLibraryTexts(folder.path, false)).configurationText, undefined);
  });

  it('compares folders by segments', () => {
    assert.equal(isInside('/ws', '/ws-evil'), false);
    assert.equal(isInside('/ws', '/ws/a'), true);
    assert.equal(isInside('/ws', '/ws/..a'), true);
    assert.equal(isInside('/ws', '/'), false);
  });
});
