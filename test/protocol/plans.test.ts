// Plans over the protocol: figures beside the text, names that change everywhere, files that move.
import assert from 'node:assert/strict';
import type { InlayHint, WorkspaceEdit } from 'vscode-languageserver/node';
import type { ChangeResult, RoadmapResult } from '../../server/src/lsp/protocol.ts';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const uri = `${root}/plans/quarter-plan.md`;
const plan = `# Quarter plan

## Topics

### 1. payment crate (2 topics)

#### 1.1 Reconciliation guide
**File:** \`docs/reconciliation.md\`
**Expected lines:** ~600 lines

#### 1.2 Refund guide
**File:** \`docs/refund.md\`
**Expected lines:** ~500 lines

See [the draft](../docs/reconciliation.md#start).
`;

function library(): MemoryFiles {
  return new MemoryFiles({
    [`${root}/.casewright/config.json`]: '{}',
    [uri]: plan,
    [`${root}/docs/reconciliation.md`]: '# Reconciliation guide\n\nText.\n',
  });
}

async function withPlan(test: (editor: FakeEditor) => Promise<void>): Promise<void> {
  const options = { analysis: await directAnalysis(), files: library(), folders: [root], locale: 'en' };
  await withEditor(options, ({ editor }) => test(editor));
}

function applied(edit: WorkspaceEdit | null, text: string): string {
  const source = new SourceText(text);
  const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return applyEdits(
    text,
    edits.map((each) => {
      assert.ok('newText' in each);
      return { span: source.spanOf(each.range), newText: each.newText };
    }),
  );
}

describe('plans over the protocol', () => {
  it('inlay hints hold stated lines against the file', () =>
    withPlan(async (editor) => {
      editor.open(uri, plan);
      await editor.settled();
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const hints = (await editor.request('textDocument/inlayHint', { textDocument: { uri }, range })) as InlayHint[];
      assert.deepEqual(
        hints.map(({ label, position }) => [label, position.line]),
        [['→ actually 3 lines', 8]],
      );
    }));

  it('a rename is one versioned edit; a bad name is an error with its reason', () =>
    withPlan(async (editor) => {
      editor.open(uri, plan, 7);
      await editor.settled();
      const place = { textDocument: { uri }, position: { line: 10, character: 12 } };
      const edit = (await editor.request('textDocument/rename', { ...place, newName: 'Chargebacks' })) as WorkspaceEdit;
      assert.match(applied(edit, plan), /#### 1\.2 Chargebacks\n/);
      const [change] = edit.documentChanges ?? [];
      assert.deepEqual(change && 'textDocument' in change && change.textDocument, { uri, version: 7 });
      await assert.rejects(
        editor.request('textDocument/rename', { ...place, newName: 'Reconciliation guide' }),
        /already has an item of that name/,
      );
    }));

  it('a file that moves takes the paths and links of plans with it', () =>
    withPlan(async (editor) => {
      await editor.settled();
      const files = [{ oldUri: `${root}/docs/reconciliation.md`, newUri: `${root}/docs/payment/clearing.md` }];
      const edit = (await editor.request('workspace/willRenameFiles', { files })) as WorkspaceEdit | null;
      assert.equal(
        applied(edit, plan),
        plan
          .replace('`docs/reconciliation.md`', '`docs/payment/clearing.md`')
          .replace('(../docs/reconciliation.md#start)', '(../docs/payment/clearing.md#start)'),
      );
    }));

  it('so does a folder; files elsewhere change nothing', () =>
    withPlan(async (editor) => {
      await editor.settled();
      const rename = (oldUri: string, newUri: string) =>
        editor.request('workspace/willRenameFiles', { files: [{ oldUri, newUri }] }) as Promise<WorkspaceEdit | null>;
      const edit = await rename(`${root}/docs`, `${root}/guides`);
      assert.match(applied(edit, plan), /`guides\/reconciliation\.md`[^]*`guides\/refund\.md`/);
      assert.match(applied(edit, plan), /`guides\/reconciliation\.md`[^]*\(\.\.\/guides\/reconciliation\.md#start\)/);
      assert.equal(await rename(`${root}/notes.md`, `${root}/other.md`), null);
      assert.equal(await rename('file:///elsewhere/docs', 'file:///elsewhere/guides'), null);
    }));

  it('a change that could not reach every place says which one is left', () =>
    withPlan(async (editor) => {
      const stated = `# Quarter plan

## Phase 1: Core (P1)

**Task list**:

1. **Write the refund guide** (P1)
   - **Effort**: 2 weeks
2. **Write the clearing guide** (P1)
   - **Effort**: 1 week
`;
      editor.open(uri, stated, 3);
      await editor.settled();
      const tree = (await editor.request('casewright/roadmap', {
        groupBy: 'state',
        filter: 'refund',
      })) as RoadmapResult;
      const itemId = tree.nodes[0]?.children[0]?.item?.id;
      const change = { kind: 'priority', priority: 'P2' };
      const answer = (await editor.request('casewright/roadmap/change', {
        itemId,
        change,
      })) as ChangeResult;
      assert.deepEqual(
        answer.changes.flatMap(({ edits = [] }) => edits.map(({ newText }) => newText)),
        ['P2'],
      );
      assert.match(answer.message ?? '', /still lists it under P1/);
    }));
});
