// The worker pool with real threads: a task that hangs or dies costs only itself.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { WorkerPool, WorkerStartError } from '../../server/src/hosts/workerPool.ts';
import { TemporaryFolder } from '../support/cliRun.ts';

const worker = `
import { parentPort, workerData } from 'node:worker_threads';
if (workerData === 'broken') throw new Error('no engine');
parentPort.on('message', (word) => {
  if (word === 'hang') for (;;);
  if (word === 'die') process.exit(3);
  if (word === 'throw') throw new Error('first\\nsecond');
  if (word === 'fail') parentPort.postMessage({ kind: 'failure', detail: 'refused' });
  else parentPort.postMessage({ kind: 'answer', value: workerData + word });
});
parentPort.postMessage({ kind: 'ready' });
`;

describe('WorkerPool', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = new TemporaryFolder().write({ 'worker.mjs': worker });
  });
  after(() => {
    folder.remove();
  });
  const poolOf = (size: number, initial = 'hello '): WorkerPool<string, string> =>
    new WorkerPool({
      entry: pathToFileURL(join(folder.path, 'worker.mjs')),
      initial,
      size,
      deadline: 300,
      startDeadline: 5000,
    });

  it('answers every task, whatever the others do', async () => {
    const pool = poolOf(2);
    const words = ['a', 'hang', 'b', 'die', 'c', 'throw', 'fail', 'd'];
    const outcomes = await Promise.all(words.map((word) => pool.run(word)));
    await pool.close();
    assert.deepEqual(outcomes, [
      { kind: 'done', value: 'hello a' },
      { kind: 'deadline' },
      { kind: 'done', value: 'hello b' },
      { kind: 'crash', detail: 'exit 3' },
      { kind: 'done', value: 'hello c' },
      { kind: 'crash', detail: 'first' },
      { kind: 'crash', detail: 'refused' },
      { kind: 'done', value: 'hello d' },
    ]);
  });

  it('rejects where no worker can start', async () => {
    const pool = poolOf(1, 'broken');
    const results = await Promise.allSettled([pool.run('a'), pool.run('b')]);
    await pool.close();
    for (const result of results) assert.ok(result.status === 'rejected' && result.reason instanceof WorkerStartError);
    assert.ok(results[0].status === 'rejected' && /no engine/.test(String(results[0].reason)));
  });
});
