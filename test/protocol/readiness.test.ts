// Requests that come before libraries and settings are read: they wait, but not for ever, and not with old positions.
import assert from 'node:assert/strict';
import { LSPErrorCodes, type CodeAction } from 'vscode-languageserver/node';
import { ManualClock, turn } from '../support/clocks.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type EditorOptions, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const uri = `${root}/cases/a.md`;
const text = '# 案例\n\n## 概述\n\n一段完整的说明文字。\n';

/** A disk whose files are read only once it is opened. */
class SlowDisk extends MemoryFiles {
  open: () => void = () => undefined;
  readonly #opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });

  override async readText(folder: string, path: string): Promise<string | undefined> {
    await this.#opened;
    return super.readText(folder, path);
  }
}

const slowLibrary = (): SlowDisk =>
  new SlowDisk({
    [`${root}/.casewright/config.json`]: JSON.stringify({
      kinds: { case: { files: ['cases/**/*.md'], template: 'templates/case.md' } },
    }),
    [`${root}/templates/case.md`]: '# 案例模板\n\n## 概述\n\n[一段话]\n\n## 只有我们要的章节\n\n[代码]\n',
  });

const actions = (editor: FakeEditor): Promise<unknown> =>
  editor.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
    context: { diagnostics: [] },
  });
/** Resolves when the server has begun with everything that was sent so far: requests without a handler never wait. */
async function received(editor: FakeEditor): Promise<void> {
  await assert.rejects(editor.request('test/unknown', {}));
  await turn();
  await turn();
}

const titles = (answer: unknown): string => (answer as readonly CodeAction[]).map(({ title }) => title).join('\n');

async function withSlowLibrary(
  options: EditorOptions,
  test: (editor: FakeEditor, disk: SlowDisk) => Promise<void>,
): Promise<void> {
  const files = slowLibrary();
  const common = { analysis: await directAnalysis(), files, folders: [root], locale: 'zh-cn' };
  await withEditor({ ...common, ...options }, async ({ editor }) => {
    await test(editor, files);
    files.open();
  });
}

describe('requests before the library is read', () => {
  it('wait for it: the first code action is not empty', () =>
    withSlowLibrary({}, async (editor, disk) => {
      editor.open(uri, text);
      const answer = actions(editor);
      await received(editor);
      disk.open();
      assert.match(titles(await answer), /只有我们要的章节/);
    }));

  it('wait for the settings, too, which change the ground of an answer', () => {
    let answerSettings: (value: unknown) => void = () => undefined;
    const settings = new Promise((resolve) => {
      answerSettings = resolve;
    });
    return withSlowLibrary({ answers: { 'workspace/configuration': () => settings } }, async (editor, disk) => {
      disk.open();
      editor.open(uri, text);
      const answer = actions(editor);
      await received(editor);
      answerSettings([{ enforcement: 'strict' }]);
      assert.match(titles(await answer), /只有我们要的章节/);
    });
  });

  it('are answered with what there is when reading takes too long', () => {
    const clock = new ManualClock();
    return withSlowLibrary({ clock }, async (editor) => {
      editor.open(uri, text);
      const answeredAt: number[] = [];
      const answer = actions(editor).finally(() => answeredAt.push(clock.now()));
      while (answeredAt.length === 0 && clock.now() < 20_000) await clock.advance(500);
      assert.ok((answeredAt[0] ?? 0) >= 5000, `answered at ${answeredAt.join()} ms`);
      assert.ok(Array.isArray(await answer));
    });
  });

  it('are outdated when the document changes meanwhile', () =>
    withSlowLibrary({}, async (editor, disk) => {
      editor.open(uri, text);
      const answer = actions(editor);
      const outcome = answer.then(
        () => 'answered',
        (error: unknown) => (error as { readonly code: number }).code,
      );
      await received(editor);
      editor.edit(uri, 2, `# 别的\n\n${text}`);
      await received(editor);
      disk.open();
      assert.equal(await outcome, LSPErrorCodes.ContentModified);
    }));

  it('answer a new case with the library’s own template', () =>
    withSlowLibrary({}, async (editor, disk) => {
      const answer = editor.request('casewright/newDocument/propose', { kind: 'case', title: '新', near: root });
      await received(editor);
      disk.open();
      assert.equal(((await answer) as { readonly template: string }).template, '案例模板');
    }));
});
