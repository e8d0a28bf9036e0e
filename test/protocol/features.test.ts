import assert from 'node:assert/strict';
import type { FeatureName } from '../../server/src/features/featureTable.ts';
import { commonCapabilities, withEditor, type EditorOptions } from '../support/fakeEditor.ts';
import { FakeAnalysis } from '../support/fakeAnalysis.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///w';
const uri = 'file:///w/a.md';
const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: { line: 0, character: 3 } };
const line = (number: number) => ({
  start: { line: number, character: 0 },
  end: { line: number, character: 0 },
});
const edits = [{ range, newText: 'x' }];
const bad = { range, code: 'bad', source: 'casewright', message: 'bad word' };

/** Every request: what the engine says, and what the client must get. */
const table: readonly (readonly [
  method: string,
  params: object,
  feature: FeatureName,
  plain: unknown,
  answer: unknown,
])[] = [
  [
    'textDocument/codeAction',
    { textDocument, range, context: { diagnostics: [bad, { ...bad, code: 'other' }], only: ['quickfix'] } },
    'codeActions',
    {
      version: 7,
      actions: [
        { title: 'Mend', kind: 'quickfix', isPreferred: true, edits, mends: { code: 'bad', range } },
        { title: 'Mend all', kind: 'source.fixAll.casewright', isPreferred: false, edits },
      ],
    },
    [
      {
        title: 'Mend',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: [bad],
        edit: { documentChanges: [{ textDocument: { uri, version: 7 }, edits }] },
      },
      {
        title: 'Mend all',
        kind: 'source.fixAll.casewright',
        edit: { documentChanges: [{ textDocument: { uri, version: 7 }, edits }] },
      },
    ],
  ],
  [
    'textDocument/completion',
    { textDocument, position },
    'completion',
    [
      { label: 's', kind: 'section', detail: 'd', insertText: '## ${1:s}\n$0', isSnippet: true, range, sortText: '0' },
      {
        label: 'v',
        kind: 'value',
        detail: '',
        documentation: '**v**',
        insertText: 'v',
        isSnippet: false,
        range,
        filterText: 'f',
        sortText: '1',
      },
    ],
    [
      {
        label: 's',
        kind: 9,
        detail: 'd',
        insertTextFormat: 2,
        textEdit: { range, newText: '## ${1:s}\n$0' },
        sortText: '0',
      },
      {
        label: 'v',
        kind: 20,
        detail: '',
        documentation: { kind: 'markdown', value: '**v**' },
        insertTextFormat: 1,
        textEdit: { range, newText: 'v' },
        filterText: 'f',
        sortText: '1',
      },
    ],
  ],
  [
    'textDocument/hover',
    { textDocument, position },
    'hover',
    { markdown: '**h**', range },
    { contents: { kind: 'markdown', value: '**h**' }, range },
  ],
  [
    'textDocument/definition',
    { textDocument, position },
    'definition',
    [{ uri: 'file:///w/t.md', line: 4, origin: range }],
    [{ targetUri: 'file:///w/t.md', targetRange: line(4), targetSelectionRange: line(4), originSelectionRange: range }],
  ],
  [
    'textDocument/documentSymbol',
    { textDocument },
    'documentSymbols',
    [
      {
        name: 'A',
        detail: '',
        range,
        selectionRange: range,
        level: 1,
        children: [{ name: 'B', detail: 'b', range, selectionRange: range, level: 2, children: [] }],
      },
    ],
    [
      {
        name: 'A',
        detail: '',
        kind: 15,
        range,
        selectionRange: range,
        children: [{ name: 'B', detail: 'b', kind: 15, range, selectionRange: range, children: [] }],
      },
    ],
  ],
  [
    'textDocument/foldingRange',
    { textDocument },
    'foldingRanges',
    [
      { startLine: 0, endLine: 3 },
      { startLine: 1, endLine: 2, kind: 'comment' },
    ],
    [
      { startLine: 0, endLine: 3 },
      { startLine: 1, endLine: 2, kind: 'comment' },
    ],
  ],
  [
    'textDocument/selectionRange',
    { textDocument, positions: [position] },
    'selectionRanges',
    [[range, line(1)]],
    [{ range, parent: { range: line(1) } }],
  ],
  [
    'textDocument/documentLink',
    { textDocument },
    'documentLinks',
    [{ range, target: 'file:///w/b.md' }],
    [{ range, target: 'file:///w/b.md' }],
  ],
  [
    'textDocument/codeLens',
    { textDocument },
    'codeLens',
    [{ range, title: '3/4', command: 'casewright.explainFindings' }],
    [{ range, command: { title: '3/4', command: 'casewright.explainFindings' } }],
  ],
  ['casewright/explain', { uri, range }, 'explain', { markdown: 'm' }, { markdown: 'm' }],
  [
    'casewright/fixes',
    { uri, family: 'toc' },
    'fixes',
    { uri, version: 7, edits },
    { changes: [{ uri, version: 7, edits }] },
  ],
  ['casewright/fixes', { uri, family: 'all' }, 'fixes', { uri, version: 7, edits: [] }, { changes: [] }],
  [
    'casewright/configure',
    { uri, kind: 'topic' },
    'configure',
    { create: '{}', edits: [] },
    { changes: [{ uri: 'file:///w/.casewright/config.json', create: '{}' }] },
  ],
  [
    'casewright/schema',
    { kind: 'case' },
    'derivedSchemaText',
    { kind: 'case', text: '{}' },
    { kind: 'case', text: '{}' },
  ],
  [
    'casewright/kinds',
    { uri },
    'kinds',
    { kinds: [], templates: [] },
    { kinds: [], templates: [], configurationUri: 'file:///w/.casewright/config.json' },
  ],
  [
    'workspace/textDocumentContent',
    { uri: 'casewright-builtin:/case.zh.md' },
    'builtInDocument',
    { text: '# t' },
    { text: '# t' },
  ],
  [
    'casewright/newDocument/propose',
    { kind: 'case', title: 't', near: 'file:///w/cases' },
    'proposeDocument',
    { path: 'cases/t.md', template: 'T', questions: [] },
    { libraryUri: root, path: 'cases/t.md', template: 'T', questions: [] },
  ],
  [
    'casewright/newDocument/create',
    { kind: 'case', title: 't', path: 'cases/案.md', answers: {}, today: '2026-11-21' },
    'createDocument',
    { path: 'cases/案.md', text: '# t', snippet: '# ${1:t}' },
    { uri: 'file:///w/cases/%E6%A1%88.md', text: '# t', snippet: '# ${1:t}' },
  ],
];

const setup = (feature: FeatureName, plain: unknown, more: EditorOptions = {}): EditorOptions => ({
  folders: [root],
  analysis: new FakeAnalysis({ [feature]: () => plain }),
  ...more,
});

describe('feature requests', () => {
  for (const [method, params, feature, plain, answer] of table) {
    it(`${method} answers what the engine says: ${feature}`, () =>
      withEditor(setup(feature, plain), async ({ editor }) => {
        editor.open(uri, 'BAD', 7);
        await editor.settled();
        assert.deepEqual(await editor.request(method, params), answer);
      }));
  }

  const aboutDocuments = table.filter(([, params]) => 'textDocument' in params);
  for (const [method, params, feature, plain] of aboutDocuments) {
    it(`${method} answers with nothing for closed documents and where the analysis is not possible`, () => {
      const options = setup(feature, plain);
      return withEditor(options, async ({ editor }) => {
        const closed = await editor.request(method, params);
        assert.ok(closed === null || (Array.isArray(closed) && closed.length === 0));
        editor.open(uri, 'BAD', 7);
        await editor.settled();
        (options.analysis as FakeAnalysis).plan(feature, { kind: 'not-analyzed', reason: 'quarantined' });
        assert.deepEqual(await editor.request(method, params), closed);
      });
    });
  }

  it('answers ContentModified for what was computed on an older text', async () => {
    const analysis = new FakeAnalysis({ hover: () => ({ markdown: 'h', range }) });
    await withEditor({ analysis }, async ({ editor }) => {
      editor.open(uri, 'BAD', 1);
      await editor.settled();
      analysis.hold('hover');
      const arrival = analysis.arrival();
      const answer = editor.request('textDocument/hover', { textDocument, position });
      await arrival;
      editor.edit(uri, 2, 'x');
      await editor.request('nothing', {}).catch(() => undefined);
      analysis.open();
      await assert.rejects(answer, { code: -32801 });
    });
  });

  it('answers a fault with nothing where it is passive and with an error where a person started it', async () => {
    const throws = (): never => {
      throw new Error('a bug');
    };
    const analysis = new FakeAnalysis({ hover: throws, codeActions: throws });
    await withEditor({ analysis }, async ({ editor, log }) => {
      editor.open(uri, 'BAD', 1);
      await editor.settled();
      assert.equal(await editor.request('textDocument/hover', { textDocument, position }), null);
      const codeAction = editor.request('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      await assert.rejects(codeAction, { code: -32603 });
      assert.equal(log.filter((text) => text.includes('a bug')).length, 2);
    });
  });

  it('keeps to what a minimal client can take', async () => {
    const analysis = new FakeAnalysis({
      completion: () => [
        {
          label: 's',
          kind: 'section',
          detail: '',
          insertText: '## ${1:名}\\$ $0',
          isSnippet: true,
          range,
          sortText: '0',
        },
      ],
      definition: () => [{ uri: 'file:///w/t.md', line: 4, origin: range }],
      documentSymbols: () => [{ name: 'A', detail: '', range, selectionRange: range, level: 1, children: [] }],
      codeActions: () => ({ version: 1, actions: [{ title: 'Mend', kind: 'quickfix', isPreferred: false, edits }] }),
    });
    await withEditor({ analysis, capabilities: {} }, async ({ editor }) => {
      editor.open(uri, 'BAD', 1);
      await editor.settled();
      const ask = (method: string): Promise<unknown> =>
        editor.request(method, { textDocument, position, range, context: { diagnostics: [] } });
      const [item] = (await ask('textDocument/completion')) as readonly {
        textEdit: unknown;
        insertTextFormat: number;
      }[];
      assert.deepEqual([item?.textEdit, item?.insertTextFormat], [{ range, newText: '## 名$ ' }, 1]);
      assert.deepEqual(await ask('textDocument/definition'), [{ uri: 'file:///w/t.md', range: line(4) }]);
      assert.deepEqual(await ask('textDocument/documentSymbol'), [{ name: 'A', kind: 15, location: { uri, range } }]);
      assert.deepEqual(await ask('textDocument/codeAction'), [
        { title: 'Mend', kind: 'quickfix', edit: { changes: { [uri]: edits } } },
      ]);
    });
  });

  it('switches completion, hover and code lens off by settings', async () => {
    const analysis = new FakeAnalysis({
      hover: () => ({ markdown: 'h', range }),
      codeLens: () => [{ range, title: 't', command: 'c' }],
    });
    const answers = { 'workspace/configuration': () => [{ hover: { enabled: false }, 'codeLens.enabled': false }] };
    await withEditor({ analysis, answers }, async ({ editor }) => {
      editor.open(uri, 'BAD', 1);
      await editor.settled();
      assert.equal(await editor.request('textDocument/hover', { textDocument, position }), null);
      assert.deepEqual(await editor.request('textDocument/codeLens', { textDocument }), []);
    });
  });

  it('links findings to the line of the template that demands them', async () => {
    const origin = { path: '模板/t.md', line: 9 };
    const analysis = new FakeAnalysis({
      diagnostics: () => ({
        uri,
        version: 1,
        diagnostics: [
          {
            code: 'c',
            severity: 'error',
            message: 'm',
            range,
            origin,
            related: [{ message: 'r', path: 'b.md', range }],
            isUnnecessary: true,
          },
        ],
      }),
    });
    await withEditor({ analysis, folders: [root] }, async ({ editor }) => {
      editor.open(uri, 'x', 1);
      await editor.settled();
      assert.deepEqual(editor.shown(uri), [
        {
          range,
          severity: 1,
          code: 'c',
          source: 'casewright',
          message: 'm',
          tags: [1],
          relatedInformation: [
            { message: 'r', location: { uri: 'file:///w/b.md', range } },
            { message: 'It is demanded here', location: { uri: 'file:///w/%E6%A8%A1%E6%9D%BF/t.md', range: line(9) } },
          ],
        },
      ]);
    });
  });
});

describe('commands', () => {
  const command = { command: 'casewright.server.fixAll', arguments: [uri] };
  const analysis = (): FakeAnalysis => new FakeAnalysis({ fixes: () => ({ uri, version: 3, edits }) });

  it('apply versioned edits through the editor', async () => {
    let applied: unknown;
    const answers = {
      'workspace/applyEdit': (params: unknown) => {
        applied = params;
        return { applied: true };
      },
    };
    await withEditor({ analysis: analysis(), answers }, async ({ editor }) => {
      editor.open(uri, 'BAD', 3);
      await editor.settled();
      assert.equal(await editor.request('workspace/executeCommand', command), true);
      assert.deepEqual(applied, { edit: { documentChanges: [{ textDocument: { uri, version: 3 }, edits }] } });
    });
  });

  it('report a refused edit once, with the reason (reliability 16)', async () => {
    const answers = { 'workspace/applyEdit': () => ({ applied: false, failureReason: 'read-only' }) };
    await withEditor({ analysis: analysis(), answers }, async ({ editor }) => {
      editor.open(uri, 'BAD', 3);
      await editor.settled();
      assert.equal(await editor.request('workspace/executeCommand', command), false);
      const told = editor.transcript.filter((text) => text.includes('window/showMessage'));
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /did not apply the edit: read-only/);
    });
  });

  it('refuse unknown names and wrong arguments', () =>
    withEditor({}, async ({ editor }) => {
      for (const params of [{ command: 'toString', arguments: [uri] }, { command: 'casewright.server.fixAll' }, {}]) {
        await assert.rejects(editor.request('workspace/executeCommand', params), { code: -32602 });
      }
    }));
});

describe('whole libraries', () => {
  const checked = { kind: 'case', title: 't', counts: {}, completeness: { met: 1, of: 2 }, findings: [] };

  it('checks documents on disk, open ones as they stand, and says what was skipped', async () => {
    const analysis = new FakeAnalysis({
      checkDocument: ({ params }) => {
        const { path, text } = params as { readonly path: string; readonly text: string };
        return text === 'other' ? undefined : { path, ...checked, title: text };
      },
      libraryExclude: () => [],
    });
    const files = new MemoryFiles({
      [uri]: 'disk',
      'file:///w/b.md': 'b',
      'file:///w/c.md': 'other',
      'file:///w/d.txt': '',
    });
    await withEditor({ analysis, files, folders: [root] }, async ({ editor }) => {
      editor.open(uri, 'open');
      await editor.settled();
      files.unreadable('file:///w/b.md');
      const result = await editor.request('casewright/checkLibrary', { workDoneToken: 'p' });
      assert.deepEqual(result, {
        files: [{ uri, path: 'a.md', ...checked, title: 'open' }],
        skipped: [{ uri: 'file:///w/b.md', reason: 'The file can not be read: ENOENT' }],
      });
      const progress = editor.transcript.filter((text) => text.includes('$/progress')).join('\n');
      assert.match(progress, /"begin".*"report".*"end"/s);
    });
  });

  it('creates only what is not there yet', async () => {
    const analysis = new FakeAnalysis({
      initLibrary: () => [
        { path: '.casewright/config.json', text: '{}' },
        { path: 't.md', text: '# t' },
      ],
    });
    const files = new MemoryFiles({ 'file:///w/t.md': 'mine' });
    await withEditor({ analysis, files }, async ({ editor }) => {
      assert.deepEqual(await editor.request('casewright/initLibrary', { folderUri: `${root}/`, language: 'zh' }), {
        changes: [{ uri: 'file:///w/.casewright/config.json', create: '{}' }],
      });
    });
  });

  it('says in the status what could not be looked at', async () => {
    const analysis = new FakeAnalysis({ status: () => ({ kind: 'case' }) });
    await withEditor({ analysis }, async ({ editor }) => {
      assert.equal(await editor.request('casewright/status', { uri }), null);
      editor.open(uri, 'BAD');
      await editor.settled();
      assert.deepEqual(await editor.request('casewright/status', { uri }), { kind: 'case' });
      analysis.plan('status', { kind: 'not-analyzed', reason: 'quarantined' });
      const status = (await editor.request('casewright/status', { uri })) as { readonly limited?: string };
      assert.match(status.limited ?? '', /ended the analysis twice/);
    });
  });

  it('needs a folder or a file to put a new document next to', () =>
    withEditor(
      {
        analysis: new FakeAnalysis({
          proposeDocument: () => ({ path: 't.md', template: 'T', questions: [] }),
        }),
      },
      async ({ editor }) => {
        const params = { kind: 'case', title: 't' };
        await assert.rejects(editor.request('casewright/newDocument/propose', params), /Open a folder first/);
        const proposal = await editor.request('casewright/newDocument/propose', { ...params, near: 'file:///x/y.md' });
        assert.equal((proposal as { readonly libraryUri: string }).libraryUri, 'file:///x');
      },
    ));
});

/** Of providers that are not named like their method. */
const methods: Readonly<Record<string, string>> = {
  workspaceSymbolProvider: 'workspace/symbol',
  callHierarchyProvider: 'textDocument/prepareCallHierarchy',
};

describe('offered capabilities', () => {
  it('name a handler each', () =>
    withEditor({ isInitialized: false, capabilities: commonCapabilities }, async ({ editor }) => {
      const { capabilities } = await editor.initialize();
      const providers = Object.keys(capabilities).filter((name) => name.endsWith('Provider'));
      assert.ok(providers.length >= 9);
      for (const provider of providers.filter((name) => name !== 'executeCommandProvider')) {
        const method = methods[provider] ?? `textDocument/${provider.slice(0, -'Provider'.length)}`;
        await assert.rejects(editor.request(method, {}), { code: -32602 }, method);
      }
    }));
});
