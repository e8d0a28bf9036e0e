// Archiving and restoring over the protocol: one change with everything that follows, against documents as they stand.
import assert from 'node:assert/strict';
import { requests, type ArchiveResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const one = `${root}/cases/a.md`;
const two = `${root}/cases/b.md`;
const archived = `${root}/archive/cases/a.md`;

describe('the requests about archiving', () => {
  it('give moves, edits and new files, open documents at their version', async () => {
    const files = new MemoryFiles({
      [`${root}/.casewright/config.json`]: '{"kinds": {"case": {"files": ["cases/**"]}}}',
      [one]: '# 甲\n\n> **状态**: 草稿\n',
      [two]: '# 乙\n\n[甲](a.md)\n',
    });
    await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
      editor.open(two, '# 乙\n\n新写的一行，尚未保存\n\n[甲](a.md)\n');
      await editor.settled();
      const ask = async (request: string, uri: string): Promise<ArchiveResult> =>
        // What the server answers.
        (await editor.request(request, {
          uri,
          at: '2026-11-21T10:15:30Z',
          today: '2026-11-21',
          reason: '过时',
        })) as ArchiveResult;
      const found = await ask(requests.archive, one);
      assert.equal(found.refusal, undefined);
      assert.deepEqual(found.moves, [{ from: one, to: archived }]);
      assert.deepEqual(
        found.edits.map(({ uri, version, edits }) => [uri, version !== undefined, edits.map(({ newText }) => newText)]),
        [
          [one, false, ['> **状态**: 已归档\n']],
          [two, true, ['[甲](../archive/cases/a.md)\n']],
        ],
      );
      assert.deepEqual(
        found.created.map(({ uri }) => uri),
        [`${root}/.casewright/reviews/archive/cases/a.yaml`, one],
      );
      // The editor asks before it moves the file: its edits are known already.
      const asked = await editor.request('workspace/willRenameFiles', { files: [{ oldUri: one, newUri: archived }] });
      assert.equal(asked, null);
      assert.match((await ask(requests.restore, two)).refusal ?? '', /has no record of being archived/);
    });
  });

  it('refuse an archive folder that git ignores', async () => {
    const files = new MemoryFiles({
      [`${root}/.casewright/config.json`]: '{"kinds": {"case": {"files": ["cases/**"]}}}',
      [one]: '# 甲\n',
    });
    files.ignored.push('archive');
    await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
      const found = (await editor.request(requests.archive, {
        uri: one,
        at: '2026-11-21T10:15:30Z',
        today: '2026-11-21',
        // What the server answers.
      })) as ArchiveResult;
      assert.match(found.refusal ?? '', /archive folder “archive” is left out/);
      assert.deepEqual([found.moves, found.edits, found.created], [[], [], []]);
    });
  });
});
