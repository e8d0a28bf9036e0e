// Reviews over the protocol: what a person does comes back as edits of the record and of the document, or as reasons.
import assert from 'node:assert/strict';
import {
  requests,
  type ReviewActResult,
  type ReviewResult,
  type ReviewsResult,
} from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const uri = `${root}/cases/a.md`;
const recordUri = `${root}/.casewright/reviews/cases/a.yaml`;
const text = '# 甲\n\n> **状态**: 草稿\n\n## 背景\n\n下单时扣减库存。\n';
const record = `document: cases/a.md
events:
  20261101T080000Z-aaaa:
    kind: start
    by: 甲
    reviewers: [ 张三 ]
    at: 2026-11-01T08:00:00Z
  20261102T080000Z-bbbb:
    kind: comment
    by: 张三
    thread: t1
    text: 缺少回滚步骤
    at: 2026-11-02T08:00:00Z
`;

async function withReview(records: Readonly<Record<string, string>>, work: (editor: FakeEditor) => Promise<void>) {
  const config = '{"kinds": {"case": {"files": ["cases/**"]}}}';
  const files = new MemoryFiles({ [`${root}/.casewright/config.json`]: config, [uri]: text, ...records });
  await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
    editor.open(uri, text);
    await editor.settled();
    await work(editor);
  });
}

async function act(editor: FakeEditor, what: object, more: object = {}): Promise<ReviewActResult> {
  // What the server answers.
  return (await editor.request(requests.reviewAct, { uri, act: what, ...more })) as ReviewActResult;
}

describe('the requests about reviews', () => {
  it('start a review: a new record and the status of the open document', () =>
    withReview({}, async (editor) => {
      const before = (await editor.request(requests.review, { uri })) as ReviewResult;
      assert.deepEqual([before.hasRecord, before.state, before.recordUri], [false, 'draft', recordUri]);
      const { reasons, changes } = await act(editor, { action: 'start', reviewers: ['李四'] });
      assert.deepEqual(reasons, []);
      const [created, edited] = changes;
      assert.equal(created?.uri, recordUri);
      assert.match(JSON.stringify(created), /document: cases\/a\.md[^]*kind: start[^]*by: 张三[^]*李四/);
      assert.equal(edited?.uri, uri);
      assert.match(JSON.stringify(edited), /"version":1/);
      assert.match(JSON.stringify(edited), /"newText":"评审中"/);
    }));

  it('refuse with every reason and what would help', () =>
    withReview({}, async (editor) => {
      const { changes, reasons } = await act(editor, { action: 'approve' });
      assert.deepEqual(changes, []);
      assert.ok(reasons.length > 0);
      for (const { text: why, remedy } of reasons) assert.ok(why !== '' && remedy !== '');
      await assert.rejects(act(editor, { action: 'bless' }), /act\.action/);
    }));

  it('append replies and resolutions to a record that is there', () =>
    withReview({ [recordUri]: record }, async (editor) => {
      const found = (await editor.request(requests.review, { uri })) as ReviewResult;
      assert.equal(found.state, 'in-review');
      assert.deepEqual(
        found.threads.map(({ id, isResolved, comments }) => [id, isResolved, comments.map((each) => each.text)]),
        [['t1', false, ['缺少回滚步骤']]],
      );
      const reply = await act(editor, { action: 'reply', thread: 't1', text: '已补充' }, { by: '王五' });
      assert.match(JSON.stringify(reply.changes[0]), /kind: comment[^]*by: 王五[^]*thread: t1[^]*已补充/);
      const resolved = await act(editor, { action: 'resolve', thread: 't1' });
      assert.match(JSON.stringify(resolved.changes), /kind: resolve[^]*thread: t1/);
      assert.equal((await act(editor, { action: 'resolve', thread: 't9' })).reasons.length, 1);
      const commented = await act(editor, { action: 'comment', text: '数字从哪里来', line: 6 });
      assert.ok(commented.thread);
      assert.match(JSON.stringify(commented.changes), /下单时扣减库存/);
    }));

  it('list the documents with a record', () =>
    withReview({ [recordUri]: record }, async (editor) => {
      const { documents, me } = (await editor.request(requests.reviews, {})) as ReviewsResult;
      assert.equal(me, '张三');
      assert.deepEqual(
        documents.map(({ path, state, waitingFor, openComments }) => [path, state, waitingFor, openComments]),
        [['cases/a.md', 'in-review', ['张三'], 1]],
      );
    }));

  it('follow a document that moves, alone or with its folder: the record names it where it goes', () =>
    withReview({ [recordUri]: record }, async (editor) => {
      for (const [from, to, expected] of [
        [uri, `${root}/案例/乙.md`, '案例/乙.md'],
        [`${root}/cases`, `${root}/archive/2026`, 'archive/2026/a.md'],
      ] as const) {
        const files = [{ oldUri: from, newUri: to }];
        const edit = await editor.request('workspace/willRenameFiles', { files });
        const range = { start: { line: 0, character: 10 }, end: { line: 0, character: 20 } };
        assert.ok(JSON.stringify(edit).includes(recordUri), JSON.stringify(edit));
        assert.ok(JSON.stringify(edit).includes(JSON.stringify({ range, newText: expected }).slice(1, -1)));
      }
      const files = [{ oldUri: `${root}/other.md`, newUri: `${root}/cases2.md` }];
      assert.equal(await editor.request('workspace/willRenameFiles', { files }), null);
    }));
});
