import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { changeDocument, type OpenDocument, type TextChange } from '../../server/src/lsp/documents.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { FakeAnalysis } from '../support/fakeAnalysis.ts';

interface FullReport {
  readonly items: readonly { readonly code: string }[];
}

const uri = 'file:///w/a.md';
const open: OpenDocument = { uri, version: 5, text: 'one\r\ntwo\n😀x', languageId: 'markdown', isSynced: true };
type Numbers = readonly [line: number, character: number, endLine: number, endCharacter: number];
const at = (...[line, character, endLine, endCharacter, text]: readonly [...Numbers, string]): TextChange => ({
  range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
  text,
});

describe('text changes', () => {
  const cases: readonly (readonly [string, readonly TextChange[], string])[] = [
    ['an insertion', [at(1, 0, 1, 0, 'a')], 'one\r\natwo\n😀x'],
    ['a deletion over CRLF', [at(0, 3, 1, 0, '')], 'onetwo\n😀x'],
    ['the place after an emoji', [at(2, 2, 2, 3, 'y')], 'one\r\ntwo\n😀y'],
    ['a character beyond the line end', [at(0, 99, 0, 99, '!')], 'one!\r\ntwo\n😀x'],
    ['a line beyond the end', [at(99, 0, 99, 0, '!')], 'one\r\ntwo\n😀x!'],
    ['a reversed range', [at(1, 3, 1, 0, '2')], 'one\r\n2\n😀x'],
    ['several changes in order', [at(0, 0, 0, 3, ''), at(0, 0, 0, 0, '1')], '1\r\ntwo\n😀x'],
    ['the whole text', [{ text: 'new' }], 'new'],
    ['the whole text among parts', [at(0, 0, 0, 1, 'x'), { text: 'new' }, at(0, 0, 0, 0, 'a ')], 'a new'],
  ];
  for (const [name, changes, expected] of cases) {
    it(`apply: ${name}`, () => {
      const { document, problem } = changeDocument(open, 6, changes);
      assert.deepEqual(
        { text: document.text, version: document.version, problem },
        { text: expected, version: 6, problem: undefined },
      );
    });
  }

  const refused: readonly (readonly [string, number | undefined, readonly TextChange[] | undefined])[] = [
    ['an older version', 4, [{ text: 'x' }]],
    ['the same version', 5, [{ text: 'x' }]],
    ['no version', undefined, [{ text: 'x' }]],
    ['no list of changes', 6, undefined],
    ['NaN in a range', 6, [at(Number.NaN, 0, 0, 0, 'x')]],
    ['a negative line', 6, [at(-1, 0, 0, 0, 'x')]],
    ['a fraction', 6, [at(0.5, 0, 1, 0, 'x')]],
  ];
  for (const [name, version, changes] of refused) {
    it(`mark the document instead of changing it: ${name}`, () => {
      const { document, problem } = changeDocument(open, version, changes);
      assert.equal(document.text, open.text);
      assert.equal(document.isSynced, false);
      assert.notEqual(problem, undefined);
    });
  }

  it('stay out of sync until the whole text comes', () => {
    const lost = changeDocument(open, 3, [{ text: 'old' }]).document;
    const part = changeDocument(lost, 6, [at(0, 0, 0, 0, 'x')]).document;
    assert.deepEqual([part.isSynced, part.text, part.version], [false, open.text, 6]);
    const whole = changeDocument(part, 7, [{ text: 'all' }]).document;
    assert.deepEqual([whole.isSynced, whole.text], [true, 'all']);
  });
});

describe('versions out of order (reliability 18)', () => {
  it('ignores an older version, says that the texts differ, and recovers with the next whole text', () =>
    withEditor({}, async ({ editor, log }) => {
      editor.open(uri, 'BAD', 5);
      await editor.settled();
      editor.edit(uri, 4, 'BAD BAD');
      await editor.settled();
      assert.deepEqual(editor.history(uri), ['5: bad', '-: document-not-analyzed']);
      assert.ok(log.some((line) => line.includes('version 4 after version 5')));
      const pulled = (await editor.request('textDocument/diagnostic', { textDocument: { uri } })) as FullReport;
      assert.deepEqual(
        pulled.items.map(({ code }) => code),
        ['document-not-analyzed'],
      );
      editor.edit(uri, 6, 'BAD BAD');
      await editor.settled();
      assert.equal(editor.history(uri).at(-1), '6: bad bad');
    }));

  it('recovers by reopening', () =>
    withEditor({}, async ({ editor }) => {
      editor.open(uri, 'fine', 5);
      editor.edit(uri, 5, 'BAD');
      editor.close(uri);
      editor.open(uri, 'BAD', 1);
      await editor.settled();
      assert.equal(editor.history(uri).at(-1), '1: bad');
    }));

  it('ignores changes of documents that are not open, and closing twice', () =>
    withEditor({}, async ({ editor }) => {
      editor.edit(uri, 2, 'BAD');
      editor.close(uri);
      await editor.settled();
      assert.deepEqual(editor.published, []);
    }));

  it('takes the text of a second open', () =>
    withEditor({}, async ({ editor }) => {
      editor.open(uri, 'BAD', 9);
      editor.open(uri, 'BAD BAD', 1);
      await editor.settled();
      assert.equal(editor.history(uri).at(-1), '1: bad bad');
    }));

  it('treats spellings of one URI as one document', () =>
    withEditor({}, async ({ editor }) => {
      editor.open('file:///w/%E6%A1%88.md', 'BAD', 1);
      editor.edit('file:///w/案.md', 2, 'fine');
      await editor.settled();
      assert.equal(new Set(editor.published.map((params) => params.uri)).size, 1);
      assert.deepEqual(editor.published.at(-1)?.diagnostics, []);
    }));

  it('survives changes of every wrong shape', () =>
    withEditor({}, async ({ editor, log }) => {
      editor.open(uri, 'BAD', 1);
      const document = { uri, version: 2 };
      for (const params of [
        null,
        {},
        { textDocument: null },
        { textDocument: { uri: 3 } },
        { textDocument: document, contentChanges: 'x' },
        { textDocument: document, contentChanges: [null] },
        { textDocument: document, contentChanges: [{ text: 1 }] },
        { textDocument: document, contentChanges: [{ text: 'x', range: null }] },
        { textDocument: document, contentChanges: [{ text: 'x', range: { start: {}, end: 'y' } }] },
      ]) {
        editor.change('textDocument/didChange', params);
      }
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['document-not-analyzed']);
      editor.edit(uri, 9, 'BAD');
      await editor.settled();
      assert.deepEqual(editor.codes(uri), ['bad']);
      assert.ok(log.every((line) => !line.includes('BAD')));
    }));
});

function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : '';
}

describe('no silent success', () => {
  const outcomes = [
    [{ kind: 'not-analyzed', reason: 'deadline' }, /did not finish within 4 seconds/],
    [{ kind: 'not-analyzed', reason: 'quarantined' }, /ended the analysis twice/],
    [{ kind: 'not-analyzed', reason: 'deadline', root: 'file:///w' }, /could not be analyzed/],
    [{ kind: 'not-analyzed', reason: 'unavailable' }, /does not start/],
    [{ kind: 'failed', error: 'x' }, /failed/],
  ] as const;
  for (const [outcome, message] of outcomes) {
    it(`says why a document was not checked: ${JSON.stringify(outcome)}`, async () => {
      const analysis = new FakeAnalysis();
      await withEditor({ analysis }, async ({ editor }) => {
        editor.open(uri, 'BAD');
        await editor.settled();
        analysis.plan('diagnostics', outcome);
        editor.edit(uri, 2, 'BAD BAD');
        await editor.settled();
        const shown = editor.shown(uri) ?? [];
        assert.deepEqual(
          shown.map(({ code }) => code),
          ['document-not-analyzed'],
        );
        assert.match(messageOf(shown[0]), message);
        editor.edit(uri, 3, 'BAD');
        await editor.settled();
        assert.deepEqual(editor.codes(uri), ['bad']);
      });
    });
  }
});
