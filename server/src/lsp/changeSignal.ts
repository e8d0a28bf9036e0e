// Lets several waiters sleep until something changed, and wakes them once for many changes in a row.
import type { Clock } from './clock.ts';

export class ChangeSignal {
  readonly #clock: Clock;
  readonly #delay: number;
  #count = 0;
  #isDue = false;
  #waiting: (() => void)[] = [];

  /** `delay`: milliseconds in which further changes are taken together. */
  constructor(clock: Clock, delay: number) {
    this.#clock = clock;
    this.#delay = delay;
  }

  /** Changes so far; given back to `after`, so that none is missed in between. */
  get count(): number {
    return this.#count;
  }

  raise(): void {
    this.#count += 1;
    if (this.#isDue || this.#waiting.length === 0) return;
    this.#isDue = true;
    this.#clock.after(this.#delay, () => {
      this.#isDue = false;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    });
  }

  /** Resolves when there were more changes than `count`, after the delay. */
  after(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#count > count) this.raise();
    });
  }
}
