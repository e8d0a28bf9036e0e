import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, Diagnostic, TextDocumentEdit } from 'vscode-languageserver/node';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { startAnalysisWorker } from '../../server/src/hosts/startAnalysisWorker.ts';
import { Supervisor } from '../../server/src/hosts/supervisor.ts';
import { systemClock } from '../../server/src/lsp/clock.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const uri = `${root}/cases/a.md`;
const config = `${root}/.casewright/config.json`;
const template = `${root}/templates/case.md`;

const files = (): MemoryFiles =>
  new MemoryFiles({
    [config]: JSON.stringify({ kinds: { case: { files: ['cases/**/*.md'], template: 'templates/case.md' } } }),
    [template]: '# 案例模板\n\n## 概述\n\n[一段话]\n\n## 实现\n\n[代码]\n',
  });

async function withLibrary(test: (editor: FakeEditor, disk: MemoryFiles) => Promise<void>): Promise<void> {
  const disk = files();
  await withEditor({ analysis: await directAnalysis(), files: disk, folders: [root] }, ({ editor }) =>
    test(editor, disk),
  );
}

const missing = (editor: FakeEditor): readonly Diagnostic[] =>
  (editor.shown(uri) ?? []).filter(({ code }) => code === 'section-missing');

describe('the real engine behind the server', () => {
  it('says what a document lacks, mends it by a versioned edit, and says so no more', () =>
    withLibrary(async (editor) => {
      const text = '# 案例\r\n\r\n## 概述\r\n\r\n一段完整的说明文字。\r\n';
      editor.open(uri, text, 4);
      await editor.settled();
      const [finding] = missing(editor);
      assert.ok(finding, editor.codes(uri)?.join(' '));
      assert.equal(finding.relatedInformation?.at(-1)?.location.uri, template);
      const actions = (await editor.request('textDocument/codeAction', {
        textDocument: { uri },
        range: finding.range,
        context: { diagnostics: editor.shown(uri) },
      })) as readonly CodeAction[];
      const action = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'section-missing');
      const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
      assert.equal(change?.textDocument.version, 4);
      editor.edit(uri, 5, applied(text, change));
      await editor.settled();
      assert.deepEqual(missing(editor), []);
    }));

  it('derives the schema again while a template is edited, and keeps the last good one (reliability 7, 9)', () =>
    withLibrary(async (editor) => {
      editor.open(uri, '# 案例\n\n## 概述\n\n说明。\n\n## 实现\n\n说明。\n');
      await editor.settled();
      assert.deepEqual(missing(editor), []);
      const good = '# 案例模板\n\n## 概述\n\n[一段话]\n\n## 实现\n\n[代码]\n\n## 监控\n\n[指标]\n';
      editor.open(template, good);
      await editor.settled();
      assert.equal(missing(editor).length, 1);
      editor.edit(template, 2, '');
      await editor.settled();
      assert.notDeepEqual(editor.codes(template), [], 'an empty template has a finding of its own');
      assert.equal(missing(editor).length, 1, 'the last good schema stays in force');
    }));

  it('publishes findings of a broken configuration in its file, open or not', () =>
    withLibrary(async (editor, disk) => {
      disk.set(config, '{ "kinds": ');
      editor.filesChanged(config);
      await editor.settled();
      assert.ok(editor.codes(config)?.includes('config-syntax'));
      editor.open(config, '{ "kindz": {} }', 1, 'json');
      await editor.settled();
      assert.ok(editor.codes(config)?.includes('config-unknown-key'));
      assert.ok(editor.codes(config)?.includes('config-syntax') === false);
      editor.edit(config, 2, '{}');
      await editor.settled();
      assert.ok(editor.codes(config)?.includes('config-unknown-key') === false);
      assert.equal(await editor.request('casewright/status', { uri: config }), null);
    }));

  it('answers all features for a document of the template', () =>
    withLibrary(async (editor) => {
      editor.open(uri, '# 案例\n\n> **状态**: 草稿\n\n## 概述\n\n[x](#概述)\n\n##\n');
      await editor.settled();
      const textDocument = { uri };
      const ask = (method: string, more: object = {}): Promise<unknown> =>
        editor.request(method, { textDocument, ...more });
      const items = (await ask('textDocument/completion', {
        position: { line: 8, character: 2 },
      })) as readonly CompletionItem[];
      assert.ok(
        items.some(({ label }) => label.includes('实现')),
        items.map(({ label }) => label).join(' '),
      );
      assert.notEqual(await ask('textDocument/hover', { position: { line: 4, character: 4 } }), null);
      const targets = (await ask('textDocument/definition', { position: { line: 4, character: 4 } })) as readonly {
        targetUri: string;
      }[];
      assert.deepEqual(
        targets.map(({ targetUri }) => targetUri),
        [template],
      );
      const symbols = (await ask('textDocument/documentSymbol')) as readonly {
        name: string;
        children: readonly unknown[];
      }[];
      assert.equal(symbols[0]?.name, '案例');
      for (const method of ['foldingRange', 'documentLink', 'codeLens']) {
        assert.notDeepEqual(await ask(`textDocument/${method}`), [], method);
      }
      const status = (await editor.request('casewright/status', { uri })) as {
        readonly kind: string;
        readonly missingSections: number;
      };
      assert.deepEqual([status.kind, status.missingSections], ['case', 1]);
      assert.match(JSON.stringify(await editor.request('casewright/explain', { uri })), /实现/);
      assert.match(JSON.stringify(await editor.request('casewright/schema', { uri })), /2020-12/);
    }));

  it('proposes and creates a document, and checks the library', () =>
    withLibrary(async (editor, disk) => {
      disk.set(`${root}/cases/b.md`, '# b\n\n## 概述\n\n说明。\n');
      editor.filesChanged(`${root}/cases/b.md`);
      await editor.settled();
      const proposal = (await editor.request('casewright/newDocument/propose', { kind: 'case', title: '双十一' })) as {
        readonly path: string;
      };
      const created = (await editor.request('casewright/newDocument/create', {
        kind: 'case',
        title: '双十一',
        path: proposal.path,
        answers: {},
        today: '2026-11-21',
      })) as { readonly text: string; readonly uri: string };
      assert.match(created.text, /^# .*双十一/m);
      assert.match(created.text, /## 实现/);
      const result = (await editor.request('casewright/checkLibrary', {})) as {
        readonly files: readonly { readonly path: string; readonly findings: readonly { readonly code: string }[] }[];
      };
      const checked = result.files.find(({ path }) => path === 'cases/b.md');
      assert.ok(checked?.findings.some(({ code }) => code === 'section-missing'));
    }));
});

function applied(text: string, change: TextDocumentEdit | undefined): string {
  const source = new SourceText(text);
  const edits = (change?.edits ?? []).flatMap((edit) => ('newText' in edit ? [edit] : []));
  return edits
    .map(({ range, newText }) => ({ ...source.spanOf(range), newText }))
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

describe('real worker threads', () => {
  it('end with a Markdown bomb, answer for other documents, look again after an edit (reliability 2)', async function () {
    this.timeout(30_000);
    process.env['CASEWRIGHT_PARSER'] = 'remark'; // the slow one
    const analysis = new Supervisor({
      startWorker: startAnalysisWorker,
      clock: systemClock,
      log: () => undefined,
      deadline: 3000, // a new worker reads the built-in templates first, here with the slow parser
    });
    await withEditor({ analysis }, async ({ editor }) => {
      const other = 'file:///nowhere/b.md';
      editor.open(other, '# b\n');
      await editor.settled();
      editor.open(uri, '*a_ '.repeat(10_000));
      const answer = await editor.request('textDocument/foldingRange', { textDocument: { uri: other } });
      assert.deepEqual(answer, []);
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['document-not-analyzed']);
      editor.edit(uri, 2, '# a\n');
      await editor.settled();
      assert.ok(editor.codes(uri)?.includes('document-not-analyzed') === false);
      assert.equal(analysis.workerCount, 1);
    }).finally(() => {
      delete process.env['CASEWRIGHT_PARSER'];
    });
  });
});
