import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { startAnalysisWorker } from '../../server/src/hosts/startAnalysisWorker.ts';
import { Supervisor } from '../../server/src/hosts/supervisor.ts';
import { systemClock } from '../../server/src/lsp/clock.ts';
import { withEditor, withServerProcess } from '../support/fakeEditor.ts';

const uri = 'file:///nowhere/a.md';

describe('server process', () => {
  it('checks a document in a real worker, prints nothing else on stdout, and exits with 0', function () {
    this.timeout(20_000);
    return withServerProcess({}, async ({ editor, exited, log }) => {
      editor.open(uri, '# 标题\n\n正文\n');
      await editor.settled();
      assert.equal(editor.published.at(-1)?.version, 1);
      await editor.request('shutdown', undefined);
      editor.notify('exit', undefined);
      assert.equal(await exited, 0);
      assert.match(log(), /analysis worker ready/);
      assert.doesNotMatch(log(), /标题|正文/);
    });
  });

  it('ignores invalid JSON in a good frame and goes on', function () {
    this.timeout(20_000);
    return withServerProcess({}, async ({ child, editor, log }) => {
      child.stdin?.write('Content-Length: 9\r\n\r\n{"broken:');
      editor.open(uri, 'x');
      await editor.settled();
      assert.match(log(), /invalid JSON ignored/);
    });
  });

  for (const [name, bytes] of [
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: x\r\n\r\n{}'],
  ] as const) {
    it(`ends with 1 on broken framing instead of living mute: ${name} (reliability 21)`, function () {
      this.timeout(20_000);
      return withServerProcess({}, async ({ child, exited, log }) => {
        child.stdin?.write(bytes);
        assert.equal(await exited, 1);
        assert.match(log(), /protocol stream broken/);
      });
    });
  }

  it('ends when the stream closes', function () {
    this.timeout(20_000);
    return withServerProcess({}, async ({ child, exited }) => {
      child.stdin?.end();
      assert.equal(await exited, 1);
    });
  });

  it('ends after its client died (reliability 22)', function () {
    this.timeout(20_000);
    const client = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    return withServerProcess({ isInitialized: false }, async ({ editor, exited }) => {
      await editor.initialize({ processId: client.pid });
      client.kill('SIGKILL');
      assert.equal(await exited, 1);
    });
  });
});

describe('real worker threads', () => {
  it('kills a Markdown bomb, answers for other documents meanwhile, and looks again after an edit (reliability 2)', async function () {
    this.timeout(30_000);
    const analysis = new Supervisor({
      startWorker: startAnalysisWorker,
      clock: systemClock,
      log: () => undefined,
      deadline: 1500,
    });
    process.env['CASEWRIGHT_PARSER'] = 'remark'; // the slow one
    await withEditor({ analysis }, async ({ editor }) => {
      const other = 'file:///nowhere/b.md';
      editor.open(other, '# b\n');
      await editor.settled();
      editor.open(uri, '* '.repeat(4000));
      await editor.request('textDocument/diagnostic', { textDocument: { uri: other } });
      assert.equal(editor.shown(uri), undefined, 'the other document is answered first');
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
