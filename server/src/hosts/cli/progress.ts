// A progress bar on standard error, only on a terminal, gone when the run ends.
import type { Output } from './terminal.ts';

const WIDTH = 24;
/** Short runs show nothing. */
const FIRST_SHOWN_AFTER = 400;
const SHOWN_EVERY = 80;

export class Progress {
  readonly #output: Output;
  readonly #label: string;
  readonly #now: () => number;
  readonly #start: number;
  #done = 0;
  #shownAt: number | undefined;

  /** `now`: milliseconds of a clock that only goes forward. */
  constructor(output: Output, label: string, now = () => performance.now()) {
    this.#output = output;
    this.#label = label;
    this.#now = now;
    this.#start = this.#now();
  }

  /** One more of `total` is done. */
  step(total: number): void {
    this.#done += 1;
    const now = this.#now();
    if (!this.#output.isTerminal || now - this.#start < FIRST_SHOWN_AFTER) return;
    if (this.#shownAt !== undefined && now - this.#shownAt < SHOWN_EVERY) return;
    this.#shownAt = now;
    const filled = Math.round((this.#done / Math.max(1, total)) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.#output.write(`\r\u001B[2K${this.#label} ${bar} ${this.#done}/${total}`);
  }

  end(): void {
    if (this.#shownAt !== undefined) this.#output.write('\r\u001B[2K');
  }
}
