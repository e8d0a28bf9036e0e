import assert from 'node:assert/strict';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver/node';
import { commonCapabilities, withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { FakeAnalysis } from '../support/fakeAnalysis.ts';
import { impatientClock } from '../support/clocks.ts';

const uri = 'file:///w/a.md';
const textDocument = { uri };

async function errorCode(
  editor: FakeEditor,
  method: string,
  params: unknown,
  source?: CancellationTokenSource,
): Promise<number> {
  try {
    await editor.request(method, params, source);
  } catch (error) {
    assert.ok(error instanceof ResponseError);
    return error.code;
  }
  assert.fail(`${method} was answered`);
}

describe('life cycle (reliability 22)', () => {
  it('refuses requests before initialize, drops notifications, and initializes once', () =>
    withEditor({ isInitialized: false }, async ({ editor }) => {
      assert.equal(await errorCode(editor, 'textDocument/diagnostic', { textDocument }), -32002);
      assert.equal(await errorCode(editor, 'shutdown', undefined), -32002);
      editor.notify('textDocument/didOpen', { textDocument: { uri, version: 1, text: 'BAD', languageId: 'markdown' } });
      await editor.initialize();
      assert.equal(await errorCode(editor, 'initialize', {}), -32600);
      editor.change('workspace/didChangeWatchedFiles', { changes: [] });
      await editor.settled();
      assert.deepEqual(editor.published, []);
    }));

  it('refuses everything after shutdown and exits with 0', () =>
    withEditor({}, async ({ editor, exitCode }) => {
      assert.equal(await editor.request('shutdown', undefined), null);
      assert.equal(await errorCode(editor, 'textDocument/diagnostic', { textDocument }), -32600);
      assert.equal(await errorCode(editor, 'initialize', {}), -32600);
      editor.notify('exit', undefined);
      await errorCode(editor, 'shutdown', undefined);
      assert.equal(exitCode(), 0);
    }));

  it('exits with 1 without a shutdown', () =>
    withEditor({ isInitialized: false }, async ({ editor, exitCode }) => {
      editor.notify('exit', undefined);
      await errorCode(editor, 'x', {});
      assert.equal(exitCode(), 1);
    }));

  const profiles: Readonly<Record<string, object>> = {
    'nothing at all': {},
    'a common editor': commonCapabilities,
    'an editor that pulls': { textDocument: { diagnostic: { dynamicRegistration: false } } },
    nonsense: { workspace: 7, textDocument: [], general: null },
  };
  for (const [name, capabilities] of Object.entries(profiles)) {
    it(`serves a client with ${name}, without folders`, () =>
      withEditor({ capabilities, isInitialized: false }, async ({ editor }) => {
        const { capabilities: offered } = await editor.initialize({ rootUri: null, workspaceFolders: null });
        assert.equal('diagnosticProvider' in offered, name === 'an editor that pulls');
        editor.open(uri, 'BAD');
        await editor.settled();
        assert.deepEqual(editor.codes(uri), ['bad']);
      }));
  }

  it('goes on with defaults when the configuration request is not answered, and takes a late answer', async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const answers = {
      'workspace/configuration': () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    };
    await withEditor({ answers, clock: impatientClock }, async ({ editor }) => {
      editor.open(uri, 'BAD');
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['bad']);
      answer([{ enable: false }]);
      while (editor.shown(uri)?.length !== 0) await editor.request('nothing', {}).catch(() => undefined);
      assert.deepEqual(editor.codes(uri), []);
    });
  });

  it('replaces settings of the wrong type by defaults, with one warning', async () => {
    const answers = {
      'workspace/configuration': () => [{ enable: 'yes', run: ['onSave'], maxFindings: 1e9, hover: null }],
    };
    await withEditor({ answers }, async ({ editor }) => {
      editor.open(uri, 'BAD');
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['bad']);
      assert.equal(editor.transcript.filter((line) => line.includes('window/showMessage')).length, 1);
    });
  });

  it('checks on save only where the settings say so', async () => {
    const answers = { 'workspace/configuration': () => [{ run: 'onSave' }] };
    await withEditor({ answers }, async ({ editor }) => {
      editor.filesChanged();
      await editor.settled();
      editor.open(uri, 'fine');
      await editor.settled();
      editor.edit(uri, 2, 'BAD');
      await editor.settled();
      assert.deepEqual(editor.codes(uri), []);
      editor.save(uri);
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['1:', '2: bad']);
    });
  });
});

describe('messages (reliability 21)', () => {
  it('answers unknown requests with MethodNotFound, also `$/` ones, and ignores unknown notifications', () =>
    withEditor({}, async ({ editor }) => {
      assert.equal(await errorCode(editor, 'textDocument/nonsense', {}), -32601);
      assert.equal(await errorCode(editor, '$/nonsense', {}), -32601);
      assert.equal(await errorCode(editor, 'toString', {}), -32601);
      editor.notify('$/nonsense', {});
      editor.notify('constructor', {});
      editor.open(uri, 'BAD');
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['bad']);
    }));

  it('answers wrong parameters with InvalidParams', () =>
    withEditor({}, async ({ editor }) => {
      for (const params of [{}, { textDocument: 1 }, { textDocument: { uri: 1 } }, []]) {
        assert.equal(await errorCode(editor, 'textDocument/diagnostic', params), -32602);
      }
    }));

  it('answers a cancelled request once, and does not start its work', async () => {
    const analysis = new FakeAnalysis();
    await withEditor({ analysis }, async ({ editor }) => {
      editor.open(uri, 'BAD');
      await editor.settled();
      const before = analysis.runs.length;
      const source = new CancellationTokenSource();
      const code = errorCode(editor, 'textDocument/diagnostic', { textDocument }, source);
      source.cancel();
      assert.equal(await code, -32800);
      assert.equal(analysis.runs.length, before);
    });
  });

  it('contains a fault of a handler, and writes no text of a document into the log', async () => {
    const analysis = new FakeAnalysis({
      diagnostics: () => {
        throw new Error('a bug');
      },
    });
    await withEditor({ analysis }, async ({ editor, log }) => {
      assert.equal(await errorCode(editor, 'textDocument/diagnostic', null), -32602);
      editor.notify('textDocument/didOpen', { textDocument: { uri: 5 } });
      assert.equal(await errorCode(editor, 'nothing', {}), -32601);
      assert.ok(log.some((line) => line.includes('textDocument/didOpen failed')));
    });
  });
});
