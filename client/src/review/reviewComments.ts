// Review comments in the margin of documents, through the editor's own comments. They live in the review record: a comment is
// never changed or deleted, it is answered, resolved or opened again.
import {
  commands,
  comments,
  CommentMode,
  CommentThreadCollapsibleState,
  CommentThreadState,
  l10n,
  Range,
  window,
  workspace,
  type Comment,
  type CommentController,
  type CommentReply,
  type CommentThread,
  type Disposable,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';
import { requests, type ReviewParams, type ReviewResult, type ReviewThread } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../serverConnection.ts';
import { act, rangeOf } from './act.ts';

/** Changes in a row are asked about once. */
const PAUSE = 400;

/** Threads of one document by id. */
type Threads = Map<string, CommentThread>;

export function registerReviewComments(context: ExtensionContext, connection: ServerConnection): void {
  const shown = new ReviewComments(connection);
  const register = (name: string, run: (argument: unknown) => Promise<unknown>): Disposable =>
    commands.registerCommand(`casewright.${name}`, run);
  context.subscriptions.push(
    shown,
    register('addComment', (reply) => shown.add(reply)),
    register('resolveComment', (thread) => shown.setResolved(thread, true)),
    register('unresolveComment', (thread) => shown.setResolved(thread, false)),
  );
}

class ReviewComments implements Disposable {
  readonly #connection: ServerConnection;
  readonly #controller: CommentController;
  readonly #threads = new Map<string, Threads>();
  /** Documents that have a review: of the others no line invites to comment. */
  readonly #known = new Set<string>();
  readonly #listeners: readonly Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor(connection: ServerConnection) {
    this.#connection = connection;
    this.#controller = comments.createCommentController('casewright.review', l10n.t('Casewright Review'));
    this.#controller.options = {
      prompt: l10n.t('Comment on this section'),
      placeHolder: l10n.t('What should change?'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        this.#known.has(document.uri.toString()) ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [],
    };
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#refresh(), PAUSE);
    };
    this.#listeners = [
      window.onDidChangeVisibleTextEditors(later),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#threads.has(document.uri.toString())) later();
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.#forget(document.uri.toString());
      }),
      connection.onLibraryChanged(later),
      connection.onStateChanged(later),
    ];
    later();
  }

  /** Begins a thread, or answers one; what was typed stays where it is not recorded. */
  async add(reply: unknown): Promise<void> {
    if (!isReply(reply)) return;
    const { thread, text } = reply;
    const uri = thread.uri.toString();
    const id = this.#idOf(thread);
    const what =
      id === undefined
        ? ({ action: 'comment', line: thread.range.start.line, text } as const)
        : ({ action: 'reply', thread: id, text } as const);
    if ((await act(this.#connection, uri, what)) === undefined) return;
    if (id === undefined) thread.dispose();
    await this.#refresh();
  }

  async setResolved(thread: unknown, isResolved: boolean): Promise<void> {
    if (!isThread(thread)) return;
    const id = this.#idOf(thread);
    if (id === undefined) return;
    await act(this.#connection, thread.uri.toString(), { action: isResolved ? 'resolve' : 'unresolve', thread: id });
    await this.#refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#controller.dispose();
  }

  #idOf(thread: CommentThread): string | undefined {
    const threads = this.#threads.get(thread.uri.toString());
    return [...(threads ?? [])].find(([, known]) => known === thread)?.[0];
  }

  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    const documents = new Set(window.visibleTextEditors.map(({ document }) => document));
    for (const document of documents) {
      if (document.languageId !== 'markdown') continue;
      const params: ReviewParams = { uri: document.uri.toString() };
      const result = await this.#connection.ask<ReviewResult | null>(requests.review, params).catch(() => undefined);
      if (turn !== this.#turn) return;
      this.#show(document, result ?? undefined);
    }
  }

  #show(document: TextDocument, result: ReviewResult | undefined): void {
    const uri = document.uri.toString();
    if (result === undefined) {
      this.#forget(uri);
      return;
    }
    this.#known.add(uri);
    const threads: Threads = this.#threads.get(uri) ?? new Map<string, CommentThread>();
    this.#threads.set(uri, threads);
    const wanted = new Set(result.threads.map(({ id }) => id));
    for (const [id, thread] of threads) {
      if (wanted.has(id)) continue;
      thread.dispose();
      threads.delete(id);
    }
    for (const review of result.threads) {
      const range = rangeOf(review.range);
      const thread = threads.get(review.id) ?? this.#controller.createCommentThread(document.uri, range, []);
      const isNew = !threads.has(review.id);
      threads.set(review.id, thread);
      update(thread, review, range);
      if (isNew) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    }
  }

  #forget(uri: string): void {
    this.#known.delete(uri);
    for (const thread of this.#threads.get(uri)?.values() ?? []) thread.dispose();
    this.#threads.delete(uri);
  }
}

function update(thread: CommentThread, review: ReviewThread, range: Range): void {
  if (!thread.range.isEqual(range)) thread.range = range;
  thread.label = review.note === '' ? review.heading : `${review.heading} · ${review.note}`;
  thread.state = review.isResolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  thread.contextValue = review.isResolved ? 'resolved' : 'open';
  thread.canReply = true;
  thread.comments = review.comments.map(({ by, at, text }): Comment => ({
    author: { name: by },
    body: text,
    mode: CommentMode.Preview,
    timestamp: new Date(at),
  }));
}

function isThread(value: unknown): value is CommentThread {
  return typeof value === 'object' && value !== null && 'uri' in value && 'comments' in value;
}

function isReply(value: unknown): value is CommentReply {
  if (typeof value !== 'object' || value === null || !('thread' in value) || !('text' in value)) return false;
  return isThread(value.thread) && typeof value.text === 'string' && value.text.trim() !== '';
}
