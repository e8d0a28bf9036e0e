// The progress bar: on a terminal only, after a while only, and gone at the end.
import assert from 'node:assert/strict';
import { Progress } from '../../server/src/hosts/cli/progress.ts';

function barOf(isTerminal: boolean, elapsed: readonly number[]): string {
  let written = '';
  let time = 0;
  const output = { isTerminal, columns: 80, write: (text: string) => void (written += text) };
  const progress = new Progress(output, '检查中', () => time);
  for (const step of elapsed) {
    time += step;
    progress.step(elapsed.length);
  }
  progress.end();
  return written;
}

describe('Progress', () => {
  it('shows nothing where nobody watches, and nothing for short runs', () => {
    assert.equal(barOf(false, [1000, 1000]), '');
    assert.equal(barOf(true, [10, 10, 10]), '');
  });

  it('shows how far it is, not more often than one can see, and clears its line', () => {
    const lines = barOf(true, [500, 10, 100, 100]).split('\r\u001B[2K').slice(1);
    assert.deepEqual(lines, [
      `检查中 ${'█'.repeat(6)}${'░'.repeat(18)} 1/4`,
      `检查中 ${'█'.repeat(18)}${'░'.repeat(6)} 3/4`,
      `检查中 ${'█'.repeat(24)} 4/4`,
      '',
    ]);
  });
});
