// Findings of documents that are not open: asked for once, kept up to date, never twice, never a flood.
import assert from 'node:assert/strict';
import { CancellationTokenSource, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const config = `${root}/.casewright/config.json`;
const template = `${root}/templates/case.md`;
const one = `${root}/cases/one.md`;
const two = `${root}/cases/two.md`;
const complete = '# 案例\n\n## 概述\n\n一段完整的说明文字。\n\n## 实现\n\n一段完整的实现说明。\n';
const incomplete = '# 案例\n\n## 概述\n\n一段完整的说明文字。\n';

function library(documents: Readonly<Record<string, string>>): MemoryFiles {
  return new MemoryFiles({
    [config]: JSON.stringify({
      rules: { 'content-too-few': 'off' },
      kinds: { case: { files: ['cases/**/*.md'], template: 'templates/case.md' } },
    }),
    [template]: '# 案例模板\n\n## 概述\n\n[一段话]\n\n## 实现\n\n[一段话]\n',
    ...documents,
  });
}

const capabilities = {
  workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    diagnostic: { dynamicRegistration: true },
  },
};

interface Run {
  readonly editor: FakeEditor;
  readonly disk: MemoryFiles;
  readonly registered: string[];
  /** What the client was told so far, by URI: codes of its findings. */
  readonly shown: Map<string, readonly string[]>;
  /** Opens a request and leaves it open; the returned function ends it. */
  watch(): () => Promise<void>;
}

async function withScope(
  settings: object,
  documents: Readonly<Record<string, string>>,
  test: (run: Run) => Promise<void>,
): Promise<void> {
  const disk = library(documents);
  const registered: string[] = [];
  const answers = {
    'workspace/configuration': () => [settings],
    'client/registerCapability': (params: unknown) => {
      const { registrations } = params as { registrations: readonly { method: string }[] };
      registered.push(...registrations.map(({ method }) => method));
      return null;
    },
    'client/unregisterCapability': () => null,
  };
  await withEditor(
    { analysis: await directAnalysis(), files: disk, folders: [root], capabilities, answers },
    async ({ editor }) => {
      const shown = new Map<string, readonly string[]>();
      editor.onPartialResult = (value) => {
        for (const item of (value as { items: readonly WorkspaceDocumentDiagnosticReport[] }).items) {
          if (item.kind === 'full')
            shown.set(
              item.uri,
              item.items.map(({ code }) => String(code)),
            );
        }
      };
      const watch = (): (() => Promise<void>) => {
        const source = new CancellationTokenSource();
        const answer = editor.request(
          'workspace/diagnostic',
          { previousResultIds: [], partialResultToken: 'p' },
          source,
        );
        return async () => {
          source.cancel();
          await answer.then(undefined, () => undefined);
        };
      };
      await test({ editor, disk, registered, shown, watch });
    },
  );
}

const filled = (shown: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...shown].filter(([, codes]) => codes.length > 0).map(([uri]) => uri);

describe('findings of closed documents', () => {
  it('are not offered while only open documents are wanted', () =>
    withScope({}, { [one]: incomplete }, async ({ editor, registered }) => {
      await editor.settled();
      assert.ok(!registered.includes('textDocument/diagnostic'), registered.join(' '));
    }));

  it('are told for the whole library, and again when a file on disk changes', () =>
    withScope({ findings: { scope: 'library' } }, { [one]: incomplete, [two]: complete }, async (run) => {
      const { editor, disk, shown, registered } = run;
      const stop = run.watch();
      await editor.until(() => filled(shown).length === 1);
      assert.ok(registered.includes('textDocument/diagnostic'));
      assert.ok(shown.get(one)?.includes('section-missing'), JSON.stringify([...shown]));
      assert.ok(!shown.has(two), 'a document without findings is not mentioned');
      disk.set(one, complete);
      disk.set(two, incomplete);
      editor.filesChanged(one, two);
      await editor.until(() => shown.get(one)?.length === 0 && (shown.get(two)?.length ?? 0) > 0);
      await stop();
    }));

  it('go when the document is opened, and come back when it is closed', () =>
    withScope({ findings: { scope: 'library' } }, { [one]: incomplete }, async (run) => {
      const { editor, shown } = run;
      const stop = run.watch();
      await editor.until(() => (shown.get(one)?.length ?? 0) > 0);
      editor.open(one, incomplete);
      await editor.until(() => shown.get(one)?.length === 0);
      await editor.settled();
      assert.ok(editor.codes(one)?.includes('section-missing'), 'an open document is sent its findings');
      editor.close(one);
      await editor.until(() => (shown.get(one)?.length ?? 0) > 0);
      assert.deepEqual(editor.codes(one), []);
      await stop();
    }));

  it('go when the file is gone', () =>
    withScope({ findings: { scope: 'library' } }, { [one]: incomplete }, async (run) => {
      const { editor, disk, shown } = run;
      const stop = run.watch();
      await editor.until(() => (shown.get(one)?.length ?? 0) > 0);
      disk.delete(one);
      editor.filesChanged(one);
      await editor.until(() => shown.get(one)?.length === 0);
      await stop();
    }));

  it('follow the files that a document links to: they vanish and appear', () =>
    withScope(
      { findings: { scope: 'library' } },
      { [one]: `${complete}\n[下一篇](two.md)\n`, [two]: complete },
      async (run) => {
        const { editor, disk, shown } = run;
        const stop = run.watch();
        await editor.settled();
        assert.ok(!shown.get(one)?.includes('link-target'), 'the link leads to a document');
        disk.delete(two);
        editor.filesChanged(two);
        await editor.until(() => shown.get(one)?.includes('link-target') === true);
        disk.set(two, complete);
        editor.filesChanged(two);
        await editor.until(() => shown.get(one)?.includes('link-target') === false);
        await stop();
      },
    ));

  it('are told for changed files only, where that is wanted', () =>
    withScope({ findings: { scope: 'changedFiles' } }, { [one]: incomplete, [two]: incomplete }, async (run) => {
      run.disk.changed = new Set(['cases/two.md']);
      const stop = run.watch();
      await run.editor.until(() => filled(run.shown).length > 0);
      await run.editor.settled();
      assert.deepEqual(filled(run.shown), [two]);
      await stop();
    }));

  it('are counted in one line where there are too many', () =>
    withScope({ findings: { scope: 'library', limit: 0 } }, { [one]: incomplete }, async (run) => {
      const stop = run.watch();
      await run.editor.until(() => filled(run.shown).length > 0);
      assert.deepEqual(run.shown.get(one), ['more-findings']);
      await stop();
    }));

  it('are answered at once, with result ids, for a client without partial results', () =>
    withScope({ findings: { scope: 'library' } }, { [one]: incomplete }, async ({ editor }) => {
      await editor.settled();
      const first = (await editor.request('workspace/diagnostic', { previousResultIds: [] })) as {
        items: readonly { uri: string; resultId: string }[];
      };
      assert.equal(first.items.length, 1);
      const [{ uri, resultId } = { uri: '', resultId: '' }] = first.items;
      const again = (await editor.request('workspace/diagnostic', {
        previousResultIds: [{ uri, value: resultId }],
      })) as { items: readonly unknown[] };
      assert.deepEqual(again.items, [], 'what the client has is not sent again');
    }));
});

describe('places in other documents', () => {
  it('are told with their range, whether that document is open or not', () =>
    withScope(
      {},
      { [two]: '\n\n# 案例二\n\n> **文档编号**: CASE-OLTP-001\n\n## 概述\n\n说明。\n' },
      async ({ editor }) => {
        editor.open(one, '# 案例一\n\n> **文档编号**: CASE-OLTP-001\n\n## 概述\n\n另一段说明。\n');
        await editor.until(() => editor.codes(one)?.includes('id-duplicate') === true);
        const finding = editor.shown(one)?.find(({ code }) => code === 'id-duplicate');
        const place = finding?.relatedInformation?.find(({ location }) => location.uri === two);
        assert.equal(place?.location.range.start.line, 4, JSON.stringify(finding));
      },
    ));
});
