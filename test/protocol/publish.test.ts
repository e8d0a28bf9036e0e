import assert from 'node:assert/strict';
import { withEditor } from '../support/fakeEditor.ts';
import { FakeAnalysis } from '../support/fakeAnalysis.ts';
import { ManualClock } from '../support/clocks.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const uri = 'file:///w/a.md';
const config = 'file:///w/.casewright/config.json';
const template = 'file:///w/t.md';

describe('publishing', () => {
  it('publishes findings with the version, again after edits, and once nothing after close', () =>
    withEditor({}, async ({ editor }) => {
      editor.open(uri, 'one BAD');
      await editor.settled();
      assert.deepEqual(editor.shown(uri)?.[0]?.range, {
        start: { line: 0, character: 4 },
        end: { line: 0, character: 7 },
      });
      editor.edit(uri, 2, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, text: 'BAD' },
      ]);
      await editor.settled();
      editor.close(uri);
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['1: bad', '2: bad bad', '-:']);
    }));

  it('waits 200 ms after the last edit, and never longer than a second', async () => {
    const clock = new ManualClock();
    await withEditor({ clock, capabilities: {} }, async ({ editor }) => {
      editor.open(uri, 'BAD', 0);
      await editor.request('nothing', {}).catch(() => undefined); // everything sent before it has arrived
      await clock.advance(0);
      let version = 0;
      const type = async (milliseconds: number): Promise<void> => {
        version += 1;
        editor.edit(uri, version, 'BAD');
        await editor.request('nothing', {}).catch(() => undefined);
        await clock.advance(milliseconds);
        await editor.request('nothing', {}).catch(() => undefined);
      };
      await type(150);
      await type(150);
      assert.deepEqual(editor.history(uri), ['0: bad']);
      await type(250);
      assert.deepEqual(editor.history(uri), ['0: bad', '3: bad']);
      for (let count = 0; count < 8; count++) await type(150);
      assert.equal(editor.history(uri).length, 3, editor.history(uri).join(', '));
    });
  });
});

describe('a slow analysis that ends too late (reliability 19)', () => {
  const held = (
    test: (editor: Parameters<Parameters<typeof withEditor>[1]>[0]['editor'], analysis: FakeAnalysis) => Promise<void>,
  ) => {
    const analysis = new FakeAnalysis();
    return withEditor({ analysis }, async ({ editor }) => {
      analysis.hold('diagnostics');
      const arrival = analysis.arrival();
      editor.open(uri, 'BAD');
      await arrival;
      await test(editor, analysis);
    });
  };

  it('is not published after a newer edit', () =>
    held(async (editor, analysis) => {
      editor.edit(uri, 2, 'BAD BAD');
      await editor.request('nothing', {}).catch(() => undefined);
      analysis.open();
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['2: bad bad']);
      assert.equal(analysis.mostAtOnce, 1);
    }));

  it('is not published after close: one empty publish and nothing later', () =>
    held(async (editor, analysis) => {
      editor.close(uri);
      await editor.request('nothing', {}).catch(() => undefined);
      analysis.open();
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['-:']);
    }));

  it('is not published after a change of settings', () =>
    held(async (editor, analysis) => {
      editor.change('workspace/didChangeConfiguration', { settings: {} });
      await editor.request('nothing', {}).catch(() => undefined);
      analysis.open();
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['1: bad']);
    }));

  it('keeps one analysis running and one waiting, however many edits come', () =>
    held(async (editor, analysis) => {
      for (let version = 2; version <= 50; version++) editor.edit(uri, version, 'BAD '.repeat(version));
      await editor.request('nothing', {}).catch(() => undefined);
      analysis.open();
      await editor.settled();
      assert.equal(analysis.mostAtOnce, 1);
      assert.equal(analysis.runs.filter((run) => run.startsWith('diagnostics')).length, 2);
      assert.equal(editor.shown(uri)?.length, 50);
    }));
});

describe('libraries', () => {
  const answers = { libraryFiles: () => ['t.md'] };
  const folders = ['file:///w'];

  it('reads configuration and templates before the first check', async () => {
    const files = new MemoryFiles({ [config]: '{}', [template]: 'word-of-disk' });
    await withEditor({ analysis: new FakeAnalysis(answers), files, folders }, async ({ editor }) => {
      editor.open(uri, 'BAD');
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['1: word-of-disk']);
    });
  });

  it('checks open documents again when a template is edited, switched or deleted (reliability 9)', async () => {
    const files = new MemoryFiles({ [config]: '{}', [template]: 'disk' });
    const other = 'file:///w/b.md';
    await withEditor({ analysis: new FakeAnalysis(answers), files, folders }, async ({ editor }) => {
      editor.open(uri, 'BAD');
      editor.open(other, 'BAD BAD');
      await editor.settled();
      editor.open(template, 'open');
      await editor.settled();
      assert.deepEqual([editor.codes(uri), editor.codes(other)], [['open'], ['open', 'open']]);
      editor.edit(template, 2, 'edited');
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['edited']);
      files.set(template, 'saved');
      editor.filesChanged(template);
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['edited'], 'the open text wins over the disk');
      editor.close(template);
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['saved']);
      files.delete(template);
      editor.filesChanged(template);
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['bad']);
    });
  });

  it('drops results for the old template that end later', async () => {
    const analysis = new FakeAnalysis(answers);
    const files = new MemoryFiles({ [config]: '{}', [template]: 'old' });
    await withEditor({ analysis, files, folders }, async ({ editor }) => {
      analysis.hold('diagnostics');
      const arrival = analysis.arrival();
      editor.open(uri, 'BAD');
      await arrival;
      editor.open(template, 'new');
      await editor.request('nothing', {}).catch(() => undefined);
      analysis.open();
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['1: new']);
    });
  });

  it('publishes findings of templates and configuration in their own files, and takes them away', async () => {
    const problem = {
      code: 'template-broken',
      severity: 'error',
      message: 'm',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      related: [],
      isUnnecessary: false,
    };
    const analysis = new FakeAnalysis({
      ...answers,
      libraryDiagnostics: ({ state }) => {
        const text = state.libraries.get('file:///w')?.files[0]?.[1];
        return text === 'broken' ? [{ path: 't.md', diagnostics: [problem] }] : [];
      },
    });
    const files = new MemoryFiles({ [config]: '{}', [template]: 'broken' });
    await withEditor({ analysis, files, folders }, async ({ editor }) => {
      await editor.settled();
      editor.change('workspace/didChangeWatchedFiles', { changes: [] });
      await editor.settled();
      assert.deepEqual(editor.history(template), ['-: template-broken']);
      files.set(template, 'mended');
      editor.filesChanged(template);
      await editor.settled();
      assert.deepEqual(editor.history(template), ['-: template-broken', '-:']);
    });
  });

  it('gives each document to the deepest library, also in several folders', async () => {
    const seen: string[] = [];
    const analysis = new FakeAnalysis({
      diagnostics: ({ state, uri: asked }) => {
        const document = state.documents.get(asked ?? '');
        seen.push(`${document?.root ?? '?'} ${document?.path ?? '?'}`);
        return { uri: asked, version: 1, diagnostics: [] };
      },
    });
    const files = new MemoryFiles({ 'file:///w/docs/.casewright/config.json': '{}', 'file:///w-evil/x.md': '' });
    await withEditor({ analysis, files, folders: ['file:///w', 'file:///v'] }, async ({ editor }) => {
      await editor.settled();
      editor.change('workspace/didChangeWatchedFiles', { changes: [] });
      await editor.settled();
      for (const path of ['w/a.md', 'w/docs/b.md', 'v/x/c.md', 'w-evil/d.md']) editor.open(`file:///${path}`, 'x');
      await editor.settled();
      assert.deepEqual(seen.toSorted(), [' d.md', 'file:///v x/c.md', 'file:///w a.md', 'file:///w/docs b.md']);
      editor.change('workspace/didChangeWorkspaceFolders', {
        event: { removed: [{ uri: 'file:///v', name: 'v' }], added: [] },
      });
      await editor.settled();
      editor.edit('file:///v/x/c.md', 2, 'y');
      await editor.settled();
      assert.equal(seen.at(-1), ' c.md');
    });
  });
});
