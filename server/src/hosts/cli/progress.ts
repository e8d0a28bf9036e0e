// A progress bar on standard error, only on a terminal, gone when the run ends.
import type { Output } from './terminal.ts';

const WIDTH = 24;
/** Short runs show nothing. */
const FIRST_SHOWN_AFTER = 400;
const SHOWN_EVERY = 80;

export interface ProgressOptions {
  readonly label: string;
  readonly total: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

export class Progress {
  readonly #output: Output;
  readonly #options: ProgressOptions;
  readonly #now: () => number;
  readonly #start: number;
  #done = 0;
  #shownAt: number | undefined;

  constructor(output: Output, options: ProgressOptions) {
    this.#output = output;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#start = this.#now();
  }

  step(): void {
    this.#done += 1;
    const now = this.#now();
    if (!this.#output.isTerminal || now - this.#start < FIRST_SHOWN_AFTER) return;
    if (this.#shownAt !== undefined && now - this.#shownAt < SHOWN_EVERY) return;
    this.#shownAt = now;
    const { label, total } = this.#options;
    const filled = Math.round((this.#done / Math.max(1, total)) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.#output.write(`\r\u001B[2K${label} ${bar} ${this.#done}/${total}`);
  }

  end(): void {
    if (this.#shownAt !== undefined) this.#output.write('\r\u001B[2K');
  }
}
