// Counts work under way, so that "everything up to here has been processed" can be said without sleeping.

export class WorkCounter {
  #count = 0;
  readonly #onIdle: () => void;

  /** `onIdle` is called whenever the last piece of work ends. */
  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  get isIdle(): boolean {
    return this.#count === 0;
  }

  /** Begins a piece of work; the returned function ends it (once). */
  begin(): () => void {
    this.#count += 1;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#count -= 1;
      if (this.#count === 0) this.#onIdle();
    };
  }

  /** The promise, counted until it settles. */
  async during<T>(promise: Promise<T>): Promise<T> {
    const end = this.begin();
    try {
      return await promise;
    } finally {
      end();
    }
  }
}
