// A progress bar on standard error, only on a terminal, gone when the run ends.
import type { Output } from './terminal.ts';

const WIDTH = 24;
/** Short runs show nothing. */
const FIRST_SHOWN_AFTER = 400;
const SHOWN_EVERY = 80;

export class Progress {
  readonly #output: Output;
  readonly #label: string;
  readonly #total: number;
  readonly #start = performance.now();
  #done = 0;
  #shownAt = 0;

  constructor(output: Output, label: string, total: number) {
    this.#output = output;
    this.#label = label;
    this.#total = total;
  }

  step(): void {
    this.#done += 1;
    const now = performance.now();
    if (!this.#output.isTerminal || now - this.#start < FIRST_SHOWN_AFTER || now - this.#shownAt < SHOWN_EVERY) return;
    this.#shownAt = now;
    const filled = Math.round((this.#done / Math.max(1, this.#total)) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.#output.write(`\r\u001B[2K${this.#label} ${bar} ${this.#done}/${this.#total}`);
  }

  end(): void {
    if (this.#shownAt > 0) this.#output.write('\r\u001B[2K');
  }
}
