import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogReader } from '../../server/src/hosts/gitLog.ts';
import { documentHistories, textWhenStated } from '../../server/src/hosts/gitHistory.ts';

describe('git history of documents', () => {
  let folder: string;
  const git = (words: readonly string[], day = '2025-01-01'): void => {
    const at = `${day}T12:00:00+08:00`;
    execFileSync('git', ['-C', folder, '-c', 'user.name=张三', '-c', 'user.email=a@b.invalid', ...words], {
      env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: 'ignore',
    });
  };
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const commit = (day: string): void => {
    git(['add', '-A'], day);
    git(['commit', '-q', '-m', `on ${day}`], day);
  };
  const body = Array.from({ length: 30 }, (_, at) => `line ${String(at)}`).join('\n');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'casewright-git-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('knows nothing without a repository, and without a commit', async () => {
    assert.equal(await documentHistories(folder), undefined);
    git(['init', '-q']);
    assert.equal(await documentHistories(folder), undefined);
    assert.equal(await textWhenStated(folder, 'a.md', { key: '版本', version: 'v1.0' }), undefined);
  });

  it('follows a document through renames, and counts a pure move as no edit', async () => {
    git(['init', '-q']);
    write('lib/旧 名.md', `# 一\n${body}\n`);
    write('outside.md', '# 外\n');
    commit('2025-01-01');
    write('lib/旧 名.md', `# 二\n${body}\n`);
    commit('2025-02-01');
    renameSync(join(folder, 'lib/旧 名.md'), join(folder, 'lib/新[1].md'));
    commit('2025-03-01');
    write('lib/draft.md', '# 草稿\n');
    write('lib/新[1].md', `# 三\n${body}\n`);
    const history = await documentHistories(join(folder, 'lib'));
    assert.deepEqual(
      [...(history?.documents ?? [])],
      [['新[1].md', { first: '2025-01-01', last: '2025-03-01', edited: '2025-02-01', commits: 3, isChanged: true }]],
    );
    assert.equal(history?.isCut, false);
    assert.deepEqual(history.months, [
      { month: '2025-01', documents: 1 },
      { month: '2025-02', documents: 1 },
    ]);
  });

  it('counts a commit that goes through many documents as no edit of any, their addition as one', async () => {
    git(['init', '-q']);
    const names = Array.from({ length: 60 }, (_, at) => `d${String(at)}.md`);
    for (const name of names) write(name, `# ${name}\n`);
    commit('2025-01-01');
    for (const name of names) write(name, `# ${name}\n\n`);
    commit('2025-06-01');
    const history = await documentHistories(folder, ['d1.md']);
    assert.deepEqual(
      [...(history?.documents ?? [])],
      [['d1.md', { first: '2025-01-01', last: '2025-06-01', edited: '2025-01-01', commits: 2 }]],
    );
  });

  it('says that a shallow clone is cut, and blames nothing on its oldest commit', async () => {
    git(['init', '-q']);
    write('a.md', '# 一\n\n正文\n');
    commit('2025-01-01');
    write('a.md', '# 一\n\n改过\n');
    commit('2025-02-01');
    write('b.md', '# 二\n');
    commit('2025-03-01');
    const clone = join(folder, 'clone');
    git(['clone', '-q', '--depth', '2', `file://${folder}`, clone]);
    const history = await documentHistories(clone);
    assert.equal(history?.isCut, true);
    assert.equal(history.documents.get('b.md')?.first, '2025-03-01');
    assert.equal(await textWhenStated(clone, 'a.md', { key: '#', version: '一' }), undefined);
  });

  it('gives the text as it was when the version was written, and the day of that', async () => {
    git(['init', '-q']);
    const at = (version: string, words: string): string =>
      `# 一\r\n\r\n> **版本**: ${version}\r\n\r\n${body}\r\n${words}\r\n`;
    write('lib/旧.md', at('v1.0', '甲'));
    commit('2025-01-01');
    write('lib/旧.md', at('v1.1', '乙'));
    commit('2025-02-01');
    renameSync(join(folder, 'lib/旧.md'), join(folder, 'lib/新.md'));
    commit('2025-03-01');
    write('lib/新.md', at('v1.1', '丙'));
    commit('2025-04-01');
    const inLibrary = join(folder, 'lib');
    const stated = { key: '版本', version: 'v1.1' };
    assert.deepEqual(await textWhenStated(inLibrary, '新.md', stated), { text: at('v1.1', '乙'), day: '2025-02-01' });
    const raised = { key: '版本', version: 'v1.2' };
    assert.deepEqual(await textWhenStated(inLibrary, '新.md', raised), { text: at('v1.1', '丙'), day: '2025-04-01' });
    assert.equal(await textWhenStated(inLibrary, '没有.md', stated), undefined);
    const history = await documentHistories(inLibrary);
    assert.deepEqual(
      [...(history?.documents ?? [])],
      [
        [
          '新.md',
          { first: '2025-01-01', last: '2025-04-01', edited: '2025-04-01', commits: 4, versioned: '2025-02-01' },
        ],
      ],
    );
  });

  it('takes merges for nothing', async () => {
    git(['init', '-q', '-b', 'main']);
    write('a.md', '# 一\n');
    commit('2025-01-01');
    git(['checkout', '-q', '-b', 'side']);
    write('b.md', '# 二\n');
    commit('2025-02-01');
    git(['checkout', '-q', 'main']);
    write('a.md', '# 三\n');
    commit('2025-02-02');
    git(['merge', '-q', '--no-ff', '-m', 'merge', 'side'], '2025-09-01');
    const history = await documentHistories(folder);
    assert.equal(history?.documents.get('b.md')?.last, '2025-02-01');
    assert.equal(history.documents.get('a.md')?.last, '2025-02-02');
  });

  it('reads the same whatever the parts that the output comes in', () => {
    const output = ['\u00012025-03-02 2025-03-01', '\nM', 'a.md', 'R100', 'old.md', 'b.md', '\u00012025-02-01 2025-02-01', '\nM', 'old.md', 'A', '\nM', ''].join('\0'); // prettier-ignore
    for (let size = 1; size < 12; size += 1) {
      const reader = createLogReader({ isWanted: () => true });
      for (let at = 0; at < output.length; at += size) reader.take(output.slice(at, at + size));
      assert.deepEqual(
        [...reader.end().documents],
        [
          ['a.md', { first: '2025-03-01', last: '2025-03-01', edited: '2025-03-01', commits: 1 }],
          ['b.md', { first: '2025-02-01', last: '2025-03-01', edited: '2025-02-01', commits: 2 }],
          ['\nM', { first: '2025-02-01', last: '2025-02-01', edited: '2025-02-01', commits: 1 }],
        ],
      );
    }
  });
});
