// Asks the server again and again without piling up: while a question is under way, one more follows it at most.

export class LatestAnswer {
  readonly #ask: () => Promise<void>;
  #running: Promise<void> | undefined;
  #isStale = false;

  /** `ask` never rejects. */
  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  /** Resolves when an answer to a question of now is there, however often this is called. */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#running ??= this.#askWhileStale().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #askWhileStale(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      await this.#ask();
    }
  }
}
