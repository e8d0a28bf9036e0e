// What the server last said about all reviews of the workspace, and when to ask it again. Knows nothing of views.
import { EventEmitter, workspace, type Disposable } from 'vscode';
import { requests, type ReviewsParams, type ReviewsResult } from '../../../server/src/lsp/protocol.ts';
import { LatestAnswer } from '../latestAnswer.ts';
import type { ServerConnection } from '../serverConnection.ts';

/** Changes in a row, such as those of a checkout, are asked about once. */
const PAUSE = 500;
const NAME = 'casewright.review.name';

export class ReviewsSource implements Disposable {
  readonly #connection: ServerConnection;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: readonly Disposable[];
  readonly onChanged = this.#changed.event;
  readonly #latest = new LatestAnswer(() => this.#ask());
  #result: ReviewsResult | undefined;
  #filter = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: ServerConnection) {
    this.#connection = connection;
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.refresh(), PAUSE);
    };
    this.#listeners = [
      connection.onLibraryChanged(later),
      connection.onStateChanged(later),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(NAME)) this.#changed.fire(undefined);
      }),
    ];
  }

  /** Undefined until the server has answered. */
  get result(): ReviewsResult | undefined {
    return this.#result;
  }

  get filter(): string {
    return this.#filter;
  }

  setFilter(filter: string): void {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.#changed.fire(undefined);
  }

  /** Who works here: as the setting says, else as git does. */
  get me(): string | undefined {
    const name = workspace.getConfiguration().get<string>(NAME, '').trim();
    return name === '' ? this.#result?.me : name;
  }

  /** Asks again; while a question is under way one more follows it, however often this is called. */
  refresh(): Promise<void> {
    return this.#latest.refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#changed.dispose();
  }

  async #ask(): Promise<void> {
    try {
      const params: ReviewsParams = {};
      // Without a server the last answer stays: better an old tree than none.
      this.#result = (await this.#connection.ask<ReviewsResult>(requests.reviews, params)) ?? this.#result;
    } catch (error) {
      this.#connection.log.warn(`reviews: ${String(error)}`);
    }
    this.#changed.fire(undefined);
  }
}
