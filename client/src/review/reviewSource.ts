// What the server last said about the score and the review of documents, and when to ask it again. Knows nothing of views.
import { EventEmitter, window, type Disposable } from 'vscode';
import {
  requests,
  type ReviewParams,
  type ReviewResult,
  type ScoreParams,
  type ScoreResult,
} from '../../../server/src/lsp/protocol.ts';
import { LatestAnswer } from '../latestAnswer.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { DocumentReview } from './reviewNodes.ts';

/** Findings come first: a score is asked for when typing rests, never with a key. */
const PAUSE = 500;
/** Answers are kept for so many documents, so that going back to one shows something at once. */
const MOST_KEPT = 20;

export class ReviewSource implements Disposable {
  readonly #connection: ServerConnection;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: readonly Disposable[];
  readonly onChanged = this.#changed.event;
  readonly #answers = new Map<string, DocumentReview>();
  readonly #latest = new LatestAnswer(() => this.#ask());
  #uri: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: ServerConnection) {
    this.#connection = connection;
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.refresh(), PAUSE);
    };
    this.#listeners = [
      window.onDidChangeActiveTextEditor(() => {
        if (this.#follow()) void this.refresh();
      }),
      connection.onStatusChanged(({ uri }) => {
        if (uri === undefined || uri === this.#uri) later();
      }),
      connection.onLibraryChanged(later),
      connection.onStateChanged(() => void this.refresh()),
    ];
    this.#follow();
  }

  /** Of the document that was active last; undefined until the server has answered, and where none is open. */
  get current(): DocumentReview | undefined {
    return this.#uri === undefined ? undefined : this.#answers.get(this.#uri);
  }

  /** The document that the view speaks of. */
  get uri(): string | undefined {
    return this.#uri;
  }

  /** The last answer about a document, which may be older than its text. */
  of(uri: string): DocumentReview | undefined {
    return this.#answers.get(uri);
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

  /** Takes the active document; true where it is another. A tree that is clicked must not empty itself. */
  #follow(): boolean {
    const document = window.activeTextEditor?.document;
    if (document === undefined && window.visibleTextEditors.length > 0) return false;
    const uri = document?.languageId === 'markdown' ? document.uri.toString() : undefined;
    if (uri === this.#uri) return false;
    this.#uri = uri;
    this.#changed.fire(undefined);
    return true;
  }

  async #ask(): Promise<void> {
    this.#follow();
    const uri = this.#uri;
    if (uri !== undefined) {
      const [score, review] = await Promise.all([
        this.#answer<ScoreResult>(requests.score, { uri } satisfies ScoreParams),
        this.#answer<ReviewResult>(requests.review, { uri } satisfies ReviewParams),
      ]);
      const former = this.#answers.get(uri);
      this.#keep({
        uri,
        ...optional('score', score === 'silent' ? former?.score : score),
        ...optional('review', review === 'silent' ? former?.review : review),
      });
    }
    this.#changed.fire(undefined);
  }

  /** Without a server the last answer stays: better an old tree than none. */
  async #answer<Answer>(method: string, params: object): Promise<Answer | null | 'silent'> {
    try {
      const answer = await this.#connection.ask<Answer | null>(method, params);
      return answer === undefined ? 'silent' : answer;
    } catch (error) {
      this.#connection.log.warn(`${method}: ${String(error)}`);
      return 'silent';
    }
  }

  #keep(answer: DocumentReview): void {
    this.#answers.delete(answer.uri);
    this.#answers.set(answer.uri, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_KEPT && oldest !== undefined) this.#answers.delete(oldest);
  }
}

function optional<Key extends string, Value>(key: Key, value: Value | null | undefined): Partial<Record<Key, Value>> {
  // A computed key widens to any string.
  return value === undefined || value === null ? {} : ({ [key]: value } as Record<Key, Value>);
}
