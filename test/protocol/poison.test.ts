import assert from 'node:assert/strict';
import { Supervisor } from '../../server/src/hosts/supervisor.ts';
import { ManualClock } from '../support/clocks.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { FakeWorkers } from '../support/fakeWorkers.ts';

const uri = 'file:///w/poison.md';
const other = 'file:///w/b.md';
const DEADLINE = 4000;

describe('a poison document (reliability 20)', () => {
  it('is set aside after two kills until its text changes, while the rest keeps working', async () => {
    const clock = new ManualClock();
    const workers = new FakeWorkers();
    const analysis = new Supervisor({ startWorker: workers.start, clock, log: () => undefined, deadline: DEADLINE });
    await withEditor({ analysis }, async ({ editor }) => {
      /** Lets everything that was sent arrive and settle, whatever deadlines it takes. */
      const settle = async (): Promise<void> => {
        const state = { isSettled: false };
        const settled = editor.settled().then(() => {
          state.isSettled = true;
        });
        await editor.request('nothing', {}).catch(() => undefined);
        for (let turn = 0; turn < 20 && !state.isSettled; turn++) {
          await clock.advance(DEADLINE / 4);
          await editor.request('nothing', {}).catch(() => undefined);
        }
        await settled;
      };
      const message = (): unknown => editor.shown(uri)?.[0]?.message;

      editor.open(other, 'BAD');
      await settle();
      editor.open(uri, 'POISON');
      await settle();
      assert.match(String(message()), /did not finish/);
      editor.save(uri);
      await settle();
      assert.match(String(message()), /did not finish/);
      const started = workers.started;
      editor.save(uri);
      editor.edit(other, 2, 'BAD BAD');
      await settle();
      assert.match(String(message()), /ended the analysis twice/);
      assert.deepEqual(editor.codes(other), ['bad', 'bad']);
      assert.equal(workers.started, started, 'no worker was spent on it');
      editor.edit(uri, 2, 'BAD');
      await settle();
      assert.deepEqual(editor.codes(uri), ['bad']);
      assert.equal(workers.alive, 1);
    });
  });
});
