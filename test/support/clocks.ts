// Clocks for tests: nothing ever sleeps.
import type { Clock } from '../../server/src/lsp/clock.ts';

/** Debounces pass at once, in the order of the calls; what waits longer than a second waits for ever. */
export const immediateClock: Clock = clockUpTo(1000);

/** Every delay passes at once. */
export const impatientClock: Clock = clockUpTo(Number.POSITIVE_INFINITY);

function clockUpTo(longest: number): Clock {
  return {
    now: () => 0,
    after: (milliseconds, run) => {
      if (milliseconds > longest) return () => undefined;
      const handle = setImmediate(run);
      return () => {
        clearImmediate(handle);
      };
    },
  };
}

/** Time passes only by `advance`. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #timers = new Map<symbol, { readonly at: number; readonly run: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const key = Symbol('timer');
    this.#timers.set(key, { at: this.#now + milliseconds, run });
    return () => {
      this.#timers.delete(key);
    };
  }

  /** Runs what falls due, in order of time, and lets promises settle in between. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await turn();
      const due = [...this.#timers].filter(([, timer]) => timer.at <= end).toSorted(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].run();
    }
    this.#now = end;
    await turn();
  }
}

/** Lets everything that is ready run. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
