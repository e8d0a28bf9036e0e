// Whether the server knows enough to answer: libraries and settings are read. Requests that come earlier wait, so that
// nobody gets an answer against the built-in templates, or none because the ground changed under it.
import { LSPErrorCodes } from 'vscode-languageserver';
import { at } from './clientProfile.ts';
import type { Clock } from './clock.ts';
import { RequestFailure, type RequestHandler } from './dispatch.ts';
import type { Session } from './session.ts';
import { keyOf } from './uris.ts';

/** What can not be read by then (a dead network drive) holds up nobody any longer. */
const PATIENCE = 5000;

export class Readiness {
  readonly #clock: Clock;
  #open = 0;
  #waiting: (() => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isReady(): boolean {
    return this.#open === 0;
  }

  /** Begins a reading; the returned function ends it (once). */
  begin(): () => void {
    this.#open += 1;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#open -= 1;
      if (this.#open > 0) return;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    };
  }

  /** Resolves when nothing is being read any more, at the latest after `PATIENCE`. */
  whenReady(): Promise<void> {
    if (this.isReady) return Promise.resolve();
    return new Promise((resolve) => {
      const callOff = this.#clock.after(PATIENCE, resolve);
      this.#waiting.push(() => {
        callOff();
        resolve();
      });
    });
  }
}

/** The handlers, each waiting until the server is ready; outdated where the document changes meanwhile. */
export function whenReady(
  handlers: Readonly<Record<string, RequestHandler>>,
  readiness: Readiness,
  session: Session,
): Readonly<Record<string, RequestHandler>> {
  const waiting = (handler: RequestHandler): RequestHandler => ({
    ...handler,
    run: async (params, call) => {
      if (readiness.isReady) return handler.run(params, call);
      const uri = at(params, ['textDocument', 'uri']);
      const document = () => (typeof uri === 'string' ? session.snapshot.documents.get(keyOf(uri)) : undefined);
      const before = document();
      await readiness.whenReady();
      if (call.token.isCancellationRequested) return null; // the wrapper answers
      if (document() !== before) throw new RequestFailure(LSPErrorCodes.ContentModified, 'Outdated');
      return handler.run(params, call);
    },
  });
  return Object.fromEntries(Object.entries(handlers).map(([method, handler]) => [method, waiting(handler)]));
}
