// Finding over the protocol: the tree, Find Case and the selection guide answer from the documents as they are now.
import assert from 'node:assert/strict';
import {
  requests,
  type FindResult,
  type LibraryTreeResult,
  type SelectionGuideResult,
} from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const stockUri = `${root}/cases/stock.md`;
const stock = '# 库存扣减案例\n\n> **业务场景**: 电商\n> **难度**: ⭐⭐⭐⭐\n\n## 防止超卖\n';

async function withLibrary(test: (editor: FakeEditor, disk: MemoryFiles) => Promise<void>): Promise<void> {
  const disk = new MemoryFiles({ [stockUri]: stock, [`${root}/cases/pay.md`]: '# 支付案例\n\n> **难度**: 中级\n' });
  const options = { analysis: await directAnalysis(), files: disk, folders: [root], locale: 'zh' };
  await withEditor(options, async ({ editor }) => {
    await editor.settled();
    await test(editor, disk);
  });
}

async function labels(editor: FakeEditor): Promise<readonly string[]> {
  const tree = (await editor.request(requests.libraryTree, { by: ['difficulty'] })) as LibraryTreeResult;
  return tree.groups.map(({ label, count }) => `${label} ${count}`);
}

const told = (editor: FakeEditor): number =>
  editor.transcript.filter((line) => line.startsWith('<- casewright/libraryChanged')).length;

describe('finding over the protocol', () => {
  it('answers Find Case and the selection guide', () =>
    withLibrary(async (editor) => {
      const { hits, isReady } = (await editor.request(requests.find, { text: 'kckj 超卖' })) as FindResult;
      assert.deepEqual([isReady, hits.map(({ uri }) => uri)], [true, [stockUri]]);
      assert.equal(hits[0]?.heading?.text, '防止超卖');
      const params = { need: '电商', difficulty: '高级' };
      const guide = (await editor.request(requests.selectionGuide, params)) as SelectionGuideResult;
      assert.deepEqual(guide.hits.map(({ uri, differences }) => [uri, differences.length]), [[stockUri, 0]]); // prettier-ignore
    }));

  it('groups documents as they stand in the editor and on disk', () =>
    withLibrary(async (editor, disk) => {
      assert.deepEqual(await labels(editor), ['中级 1', '高级 1']);
      disk.set(`${root}/cases/chat.md`, '# 聊天案例\n\n> **难度**: 入门\n');
      editor.filesChanged(`${root}/cases/chat.md`);
      await editor.settled();
      assert.deepEqual(await labels(editor), ['初级 1', '中级 1', '高级 1']);
      editor.open(stockUri, stock.replace('⭐⭐⭐⭐', '专家级'));
      await editor.settled();
      assert.deepEqual(await labels(editor), ['初级 1', '中级 1', '专家级 1']);
      assert.ok(told(editor) > 0, 'whoever shows documents is told');
    }));

  it('refuses questions that are none', () =>
    withLibrary(async (editor) => {
      await assert.rejects(editor.request(requests.find, {}));
      await assert.rejects(editor.request(requests.libraryTree, { by: [1] }));
      await assert.rejects(editor.request(requests.selectionGuide, { need: 3 }));
    }));
});
