// Facts kept on disk come back as they were, or not at all: no damaged, cut, foreign or newer file does any harm, and nothing
// is written where people work. Files of the server on disk: stamps, and which paths are documents.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { factsCache } from '../../server/src/hosts/factsCache.ts';
import { serverFiles } from '../../server/src/hosts/serverFiles.ts';
import type { FactsEntry } from '../../server/src/lsp/factsReader.ts';

let folder = '';
const root = 'memory:/library';

function entries(count: number, ground = 'g'): ReadonlyMap<string, FactsEntry> {
  return new Map(
    Array.from({ length: count }, (_, id) => {
      const path = `案例/c\t${id}\n.md`;
      const facts = { path, numbers: `${id},2`, texts: JSON.stringify([[], { path, text: '制表\t换行\n' }]) };
      return [path, { facts, ground, hash: `h${id}`, ...(id % 2 === 0 && { stamp: `s ${id}` }) }];
    }),
  );
}

describe('facts on disk', () => {
  const log: string[] = [];
  const cache = (version = '1.0.0') => factsCache(version, (level, line) => log.push(`${level} ${line}`));
  const place = (of = root, ground = 'g') => ({ folder: join(folder, 'storage'), root: of, ground });
  const file = (): string => {
    const [name = ''] = readdirSync(place().folder).filter((entry) => entry.endsWith('.gz'));
    return join(place().folder, name);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'facts-'));
    log.length = 0;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('come back as they were', async () => {
    assert.equal((await cache().load(place())).size, 0);
    for (const count of [0, 1, 450]) {
      await cache().save(place(), entries(count));
      assert.deepEqual(await cache().load(place()), entries(count));
    }
    assert.deepEqual(log, []);
    assert.equal(readdirSync(place().folder).length, 1, 'no unfinished file stays');
  });

  it('of another ground, library or product are none', async () => {
    await cache().save(place(), entries(3));
    assert.equal((await cache().load(place(root, 'other'))).size, 0);
    assert.equal((await cache().load(place('memory:/elsewhere'))).size, 0);
    assert.equal((await cache('2.0.0').load(place())).size, 0);
    assert.equal((await cache().load(place())).size, 3);
  });

  it('are ignored when the file is cut or damaged, wherever that is', async () => {
    await cache().save(place(), entries(300));
    const whole = readFileSync(file());
    for (let part = 0; part < 20; part++) {
      writeFileSync(file(), whole.subarray(0, Math.floor((whole.length * part) / 20)));
      assert.equal((await cache().load(place())).size, 0, `cut at ${part}/20`);
      const damaged = Buffer.from(whole);
      const at = Math.floor((whole.length * (part + 0.5)) / 20);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      writeFileSync(file(), damaged);
      const read = await cache().load(place());
      // A flipped bit in the header of the compression changes nothing; anywhere else all is dropped.
      if (read.size > 0) assert.deepEqual(read, entries(300));
    }
    const lines = gunzipSync(whole).toString().split('\n');
    for (const text of [
      '',
      '\n',
      lines[0] ?? '',
      lines.slice(0, -2).join('\n'),
      `${lines[0] ?? ''}\nnonsense\nend 1\n`,
    ]) {
      writeFileSync(file(), gzipSync(text));
      assert.equal((await cache().load(place())).size, 0, text.slice(0, 80));
    }
    writeFileSync(file(), 'no compressed file');
    assert.equal((await cache().load(place())).size, 0);
    rmSync(file());
    mkdirSync(join(place().folder, 'x'));
    assert.equal((await cache().load(place())).size, 0);
    assert.ok(log.length >= 40, 'each is told in the log');
  });

  it('of two windows are those of one of them, never a mixture', async () => {
    const saves = Array.from({ length: 8 }, (_, id) => cache().save(place(), entries(100 + id, 'g')));
    const loads = Array.from({ length: 8 }, () => cache().load(place()));
    await Promise.all(saves);
    for (const read of await Promise.all(loads))
      assert.deepEqual(read, read.size === 0 ? new Map() : entries(read.size));
    assert.ok((await cache().load(place())).size >= 100);
  });

  it('are never written into the library, and not being able to write is no fault', async () => {
    const library = join(folder, 'library');
    mkdirSync(library);
    const inside = { folder: join(library, '.cache'), root: pathToFileURL(library).href, ground: 'g' };
    await cache().save(inside, entries(2));
    await cache().save({ ...inside, folder: 'relative' }, entries(2));
    assert.deepEqual(readdirSync(library), []);
    writeFileSync(join(folder, 'file'), '');
    await cache().save({ ...place(), folder: join(folder, 'file', 'below') }, entries(2));
    assert.match(log.join('\n'), /not kept: .*ENOTDIR/);
  });
});

describe('documents on disk', () => {
  const files = serverFiles(() => undefined);
  const old = new Date(Date.now() - 60_000);
  let library = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
    library = pathToFileURL(folder).href;
    for (const name of ['cases', 'cases/deep', 'node_modules', '.hidden', 'ignored']) mkdirSync(join(folder, name));
    for (const path of [
      'a.md',
      'cases/deep/b.md',
      'node_modules/c.md',
      '.hidden/d.md',
      'ignored/e.md',
      'x.txt',
      'out.md',
    ])
      writeFileSync(join(folder, path), '# x\n');
    writeFileSync(join(folder, '.gitignore'), 'ignored/\n');
    symlinkSync('..', join(folder, 'cases/loop'));
    symlinkSync('a.md', join(folder, 'link.md'));
    symlinkSync('nowhere.md', join(folder, 'broken.md'));
    mkdirSync(join(folder, 'folder.md'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the same one by one as in the list: no links, loops, pipes, hidden or ignored files', async () => {
    const listed = await files.listDocuments(library, ['out.md']);
    assert.deepEqual(listed, ['a.md', 'cases/deep/b.md']);
    const candidates = [
      'a.md',
      'cases/deep/b.md',
      'node_modules/c.md',
      '.hidden/d.md',
      'ignored/e.md',
      'x.txt',
      'out.md',
    ];
    candidates.push('cases/loop/a.md', 'link.md', 'broken.md', 'folder.md', 'gone.md', '../a.md', 'pipe.md', 'A.md');
    const single = await Promise.all(candidates.map((path) => files.isDocument(library, path, ['out.md'])));
    const read = await Promise.all(candidates.map((path) => files.readDocument(library, path)));
    // A pipe is named like a document; it is never read.
    const found = candidates.filter((_, index) => single[index] === true && read[index]?.isText === true);
    assert.deepEqual(found, listed);
  });

  it('have a stamp that tells every change, none while fresh, none where there is no regular file', async () => {
    const path = join(folder, 'a.md');
    assert.equal(await files.stamp(library, 'a.md'), undefined, 'written just now');
    for (const name of ['gone.md', 'folder.md', 'pipe.md', 'link.md', '../a.md'])
      assert.equal(await files.stamp(library, name), undefined, name);
    utimesSync(path, old, old);
    // The time of the change of its times is new.
    assert.equal(await files.stamp(library, 'a.md'), undefined);
  });

  it('that nobody may read are told so', async function () {
    if (process.getuid?.() === 0) this.skip();
    chmodSync(join(folder, 'a.md'), 0);
    assert.equal((await files.readDocument(library, 'a.md')).isText, false);
  });
});
