// Puts work off while reasons for it keep coming, but never for long.
import type { Clock } from './clock.ts';

/** Short enough to feel immediate, long enough to skip most of a burst of typing. */
const DELAY = 200;
/** While typing goes on, the work is still done this often. */
const MAX_WAIT = 1000;

interface Waiting {
  readonly since: number;
  readonly callOff: () => void;
}

export class Debouncer {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Waiting>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs the work soon (later, if called again for the same key) or with the next turn. */
  schedule(key: string, when: 'soon' | 'now', run: () => void): void {
    const now = this.#clock.now();
    const waiting = this.#waiting.get(key);
    waiting?.callOff();
    const since = waiting?.since ?? now;
    const delay = when === 'now' ? 0 : Math.max(0, Math.min(DELAY, since + MAX_WAIT - now));
    const callOff = this.#clock.after(delay, () => {
      this.#waiting.delete(key);
      run();
    });
    this.#waiting.set(key, { since, callOff });
  }

  isWaiting(key: string): boolean {
    return this.#waiting.has(key);
  }

  callOff(key: string): void {
    this.#waiting.get(key)?.callOff();
    this.#waiting.delete(key);
  }
}
