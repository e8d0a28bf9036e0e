import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { withServerProcess } from '../support/fakeEditor.ts';

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

  it('ends with 1 on broken framing and on a closed stream, instead of living mute (reliability 21)', async function () {
    this.timeout(20_000);
    const faults = ['Content-Type: x\r\n\r\n{}', 'Content-Length: x\r\n\r\n{}', ''];
    const ending = (bytes: string): Promise<void> =>
      withServerProcess({}, async ({ child, exited, log }) => {
        if (bytes === '') child.stdin?.end();
        else child.stdin?.write(bytes);
        assert.equal(await exited, 1);
        assert.match(log(), /protocol stream (?:broken|closed)/);
      });
    await Promise.all(faults.map(ending));
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
