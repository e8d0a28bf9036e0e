// Bump Version over the protocol: the proposal with what git knows, then one versioned edit.
import assert from 'node:assert/strict';
import { requests, type BumpProposeResult, type ChangeResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const uri = `${root}/cases/a.md`;
const text = '# 订单\n\n> **版本**: v1.0\n> **最后更新**: 2025年1月5日\n\n## 概述\n\n正文。\n\n## 测试\n\n数据。\n';
const today = '2025-02-03';

describe('the requests about versions', () => {
  it('propose with reasons, and edit with the version of the document', async () => {
    const files = new MemoryFiles({ [uri]: text });
    files.dated = { text: text.replace('## 测试\n\n数据。\n', ''), day: '2025-01-05' };
    await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
      editor.open(uri, text);
      await editor.settled();
      const proposal = (await editor.request(requests.bumpPropose, { uri, today })) as BumpProposeResult; // what the server answers
      assert.deepEqual(proposal, {
        current: 'v1.0',
        level: 'minor',
        choices: [
          { level: 'major', version: 'v2.0' },
          { level: 'minor', version: 'v1.1' },
        ],
        changelog: 'none',
        reasons: ['Compared with the content of 2025-01-05, when v1.0 was written', 'Sections added (1): 测试'],
        message: '新增测试',
      });
      const order = { uri, today, level: 'minor', message: '新增测试', addsChangelog: true };
      const { changes, message } = (await editor.request(requests.bump, order)) as ChangeResult; // what the server answers
      assert.equal(message, 'Version raised from v1.0 to v1.1');
      assert.equal(changes.length, 1);
      assert.deepEqual(
        changes[0]?.edits?.map(({ range, newText }) => [range.start.line, range.end.line, newText]),
        [
          [2, 4, '> **版本**: v1.1\n> **最后更新**: 2025年2月3日\n'],
          [
            12,
            12,
            '\n## 变更记录\n\n| 版本 | 日期 | 变更内容 |\n|------|------|------|\n| v1.1 | 2025-02-03 | 新增测试 |\n',
          ],
        ],
      );
    });
  });

  it('answer null for a document without a version, and refuse what is no level or day', async () => {
    const files = new MemoryFiles({ [uri]: '# 订单\n' });
    await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
      editor.open(uri, '# 订单\n');
      await editor.settled();
      assert.equal(await editor.request(requests.bumpPropose, { uri, today }), null);
      await assert.rejects(editor.request(requests.bumpPropose, { uri, today: 'today' }));
      await assert.rejects(editor.request(requests.bump, { uri, today, level: 'big', message: '' }));
    });
  });
});
