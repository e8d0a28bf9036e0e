// Ids of the library reach the engine in the background: after loading, after changes on disk, out of open documents.
import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver/node';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const uri = `${root}/cases/new.md`;
const header = (id: string): string => `# 案例 ${id}\n\n> **文档编号**: ${id}\n`;
const open = '# 案例\n\n> **文档编号**: \n\n## 概述\n';

const library = (): MemoryFiles =>
  new MemoryFiles({
    [`${root}/.casewright/config.json`]: JSON.stringify({
      kinds: { case: { files: ['cases/**/*.md'], template: 'templates/case.md', id: 'CASE-{NNN}' } },
    }),
    [`${root}/templates/case.md`]:
      '# 案例模板\n\n> **文档编号**: CASE-900\n> **创建日期**: YYYY-MM-DD\n\n## 概述\n\n[一段话]\n',
    [`${root}/cases/a.md`]: header('CASE-001'),
    [`${root}/cases/b.md`]: header('CASE-004'),
  });

async function withLibrary(test: (editor: FakeEditor, disk: MemoryFiles) => Promise<void>): Promise<void> {
  const files = library();
  await withEditor({ analysis: await directAnalysis(), files, folders: [root], locale: 'zh-cn' }, ({ editor }) =>
    test(editor, files),
  );
}

async function proposed(editor: FakeEditor): Promise<readonly string[]> {
  const position = { line: 2, character: '> **文档编号**: '.length };
  const items = await editor.request('textDocument/completion', { textDocument: { uri }, position });
  return (items as readonly CompletionItem[]).map(({ label }) => label);
}

describe('ids of the library', () => {
  it('are known to completion once the library is loaded', () =>
    withLibrary(async (editor) => {
      editor.open(uri, open);
      await editor.settled();
      assert.deepEqual(await proposed(editor), ['CASE-005']);
    }));

  it('follow the files on disk: changed, new and gone', () =>
    withLibrary(async (editor, disk) => {
      editor.open(uri, open);
      disk.set(`${root}/cases/c.md`, header('CASE-008'));
      editor.filesChanged(`${root}/cases/c.md`);
      await editor.settled();
      assert.deepEqual(await proposed(editor), ['CASE-009']);
      disk.delete(`${root}/cases/c.md`);
      disk.set(`${root}/cases/b.md`, header('CASE-002'));
      editor.filesChanged(`${root}/cases/c.md`, `${root}/cases/b.md`);
      await editor.settled();
      assert.deepEqual(await proposed(editor), ['CASE-003']);
    }));

  it('read only what changed, and tell the engine only of changed ids', () =>
    withLibrary(async (editor, disk) => {
      editor.open(uri, open);
      await editor.settled();
      disk.reads.length = 0;
      disk.set(`${root}/cases/b.md`, `${header('CASE-004')}\n正文变了。\n`);
      editor.filesChanged(`${root}/cases/b.md`);
      await editor.settled();
      assert.deepEqual(disk.reads, [`${root}/cases/b.md`]);
      assert.deepEqual(await proposed(editor), ['CASE-005']);
    }));

  it('are taken from open documents as they stand in the editor, and from disk again when they close', () =>
    withLibrary(async (editor) => {
      editor.open(uri, open);
      editor.open(`${root}/cases/b.md`, header('CASE-020'));
      await editor.settled();
      assert.deepEqual(await proposed(editor), ['CASE-021']);
      editor.close(`${root}/cases/b.md`);
      await editor.settled();
      assert.deepEqual(await proposed(editor), ['CASE-005']);
    }));

  it('are the same for a new case', () =>
    withLibrary(async (editor) => {
      const proposal = (await editor.request('casewright/newDocument/propose', {
        kind: 'case',
        title: '新',
        near: root,
      })) as {
        readonly id: string;
      };
      assert.equal(proposal.id, 'CASE-005');
    }));
});
