// The request about generated regions: open documents at their version, closed ones from disk, nothing where nothing differs.
import assert from 'node:assert/strict';
import { requests, type RegionsResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const one = `${root}/one.md`;
const two = `${root}/two.md`;
const mark = '# 索引\n\n<!-- casewright: {region: documents, columns: [title]} -->\n<!-- casewright: end -->\n';
const table = '\n| 标题 |\n|---|\n| [甲](cases/a.md) |\n\n';

describe('the request about regions', () => {
  it('gives edits for open and closed documents, the open one as it stands', async () => {
    const files = new MemoryFiles({
      [`${root}/.casewright/config.json`]: '{"kinds": {"case": {"files": ["cases/**"]}}}',
      [`${root}/cases/a.md`]: '# 甲\n',
      [one]: mark,
      [two]: mark,
    });
    await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
      editor.open(one, `前言\n\n${mark}`);
      await editor.settled();
      const ask = async (params: object): Promise<RegionsResult> =>
        (await editor.request(requests.regions, params)) as RegionsResult; // what the server answers
      let found = await ask({});
      // The library is read in the background.
      for (let tries = 0; tries < 50 && !found.isReady; tries++) {
        await editor.settled();
        found = await ask({});
      }
      const { changes } = found;
      assert.deepEqual(
        changes.map(({ uri, version, regions, edits }) => [
          uri,
          version !== undefined,
          regions,
          edits.map(({ range, newText }) => [range.start.line, newText]),
        ]),
        [
          [one, true, 1, [[5, table]]],
          [two, false, 1, [[3, table]]],
        ],
      );
      assert.deepEqual((await ask({ uri: two })).changes, [], 'a single document must be open');
      assert.equal((await ask({ uri: one })).changes.length, 1);
    });
  });
});
