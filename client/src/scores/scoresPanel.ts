// The scores of the library: one panel with a page of two tables. Computing them may take long: progress, and it can be stopped.
import {
  CancellationError,
  env,
  l10n,
  ProgressLocation,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import { requests, type ScoresParams, type ScoresResult } from '../../../server/src/lsp/protocol.ts';
import type { ReviewView } from '../review/reviewView.ts';
import type { ServerConnection } from '../serverConnection.ts';
import { webviewPage } from '../webviewPage.ts';
import type { ScoresFormat, ScoresToPage } from './scoresMessages.ts';
import { scoresTexts } from './scoresTexts.ts';

const TYPE = 'casewright.scores';

export interface ScoresPanel {
  /** Computes and shows the scores; undefined where there are none, or it was stopped. */
  readonly open: () => Promise<ScoresResult | undefined>;
}

export function registerScores(
  context: ExtensionContext,
  connection: ServerConnection,
  review: ReviewView,
): ScoresPanel {
  let current: Scores | undefined;
  context.subscriptions.push({ dispose: () => current?.dispose() });
  return {
    open: async () => {
      if (current === undefined) {
        const dist = Uri.joinPath(context.extensionUri, 'dist');
        const options = { enableScripts: true, localResourceRoots: [dist], retainContextWhenHidden: true };
        const panel = window.createWebviewPanel(TYPE, l10n.t('Scores of the library'), ViewColumn.Active, options);
        panel.iconPath = Uri.joinPath(context.extensionUri, 'media', 'icon.svg');
        const scores = new Scores(panel, connection, review);
        current = scores;
        panel.onDidDispose(() => {
          scores.dispose();
          if (current === scores) current = undefined;
        });
        panel.webview.html = webviewPage(panel.webview, dist, { name: 'scores', language: env.language });
      }
      return current.show();
    },
  };
}

class Scores {
  readonly #panel: WebviewPanel;
  readonly #connection: ServerConnection;
  readonly #review: ReviewView;
  readonly #listeners: readonly Disposable[];
  #message: ScoresToPage | undefined;
  #result: ScoresResult | undefined;
  #running: Promise<ScoresResult | undefined> | undefined;

  constructor(panel: WebviewPanel, connection: ServerConnection, review: ReviewView) {
    this.#panel = panel;
    this.#connection = connection;
    this.#review = review;
    this.#listeners = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(message).catch((error: unknown) => {
          const text = error instanceof Error ? error.message : String(error);
          connection.log.error(`scores: ${text}`);
          void window.showErrorMessage(l10n.t('Casewright: the command failed: {0}', text));
        });
      }),
      connection.onLibraryChanged(() => {
        if (this.#result !== undefined && this.#running === undefined) void this.#post({ type: 'outdated' });
      }),
    ];
  }

  /** While scores are computed nobody begins anew. */
  show(): Promise<ScoresResult | undefined> {
    this.#panel.reveal();
    this.#running ??= this.#compute().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  dispose(): void {
    this.#listeners.forEach((listener) => void listener.dispose());
  }

  async #compute(): Promise<ScoresResult | undefined> {
    const texts = scoresTexts();
    const result = await this.#ask();
    if (result === 'stopped') {
      // What was shown before stays.
      if (this.#result === undefined) await this.#say(l10n.t('Stopped before every document was scored.'));
      return this.#result;
    }
    this.#result = result;
    if (result === undefined) await this.#say(l10n.t('The Casewright language server is not running.'));
    else if (result.libraries.every(({ tables }) => tables.length === 0))
      await this.#say(l10n.t('No document of this workspace has a review standard to be scored by.'));
    else await this.#send({ type: 'scores', data: { result, texts, language: env.language } });
    return result;
  }

  async #ask(): Promise<ScoresResult | undefined | 'stopped'> {
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Scoring the library'),
      cancellable: true,
    };
    return window.withProgress(options, async (progress, token) => {
      try {
        const params: ScoresParams = {};
        return await this.#connection.askLong<ScoresResult>(requests.scores, params, { progress, token });
      } catch (error) {
        if (token.isCancellationRequested || error instanceof CancellationError) return 'stopped';
        throw error;
      }
    });
  }

  #say(text: string): Promise<void> {
    return this.#send({ type: 'nothing', text, texts: scoresTexts() });
  }

  async #send(message: ScoresToPage): Promise<void> {
    this.#message = message;
    await this.#post(message);
  }

  async #post(message: ScoresToPage): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  /** The page draws texts of documents, so nothing that it says is taken without a look. */
  async #receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null) return;
    const { type, uri, dimension, format, content, library, table } = message as Record<string, unknown>;
    if (type === 'ready' && this.#message !== undefined) return this.#post(this.#message);
    if (type === 'refresh') {
      await this.show();
      return;
    }
    if (type === 'open' && typeof uri === 'string') return this.#open(uri, dimension);
    if (type === 'standard') return this.#openStandard(library, table, dimension);
    if (type === 'save' && isFormat(format) && typeof content === 'string') await save(format, content);
  }

  /** A document that was sent, at what is worth most; the review view shows the dimension that was pointed at. */
  async #open(uri: string, dimension: unknown): Promise<void> {
    const documents = this.#result?.libraries.flatMap(({ tables }) => tables.flatMap((table) => table.documents)) ?? [];
    const found = documents.find((document) => document.uri === uri);
    if (found === undefined) return;
    const line = found.best?.range?.start.line ?? 0;
    await window.showTextDocument(Uri.parse(uri), { selection: new Range(line, 0, line, 0) });
    await this.#review.reveal(uri, typeof dimension === 'string' ? dimension : undefined);
  }

  async #openStandard(library: unknown, table: unknown, dimension: unknown): Promise<void> {
    if (typeof library !== 'number' || typeof table !== 'number' || typeof dimension !== 'number') return;
    const origin = this.#result?.libraries[library]?.tables[table]?.dimensions[dimension]?.origin;
    if (origin === undefined) return;
    const selection = new Range(origin.line, 0, origin.line, 0);
    await window.showTextDocument(Uri.parse(origin.uri), { selection });
  }
}

function isFormat(value: unknown): value is ScoresFormat {
  return value === 'markdown' || value === 'csv';
}

async function save(format: ScoresFormat, content: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const [name, extension] = format === 'csv' ? ['CSV', 'csv'] : ['Markdown', 'md'];
  const target = await window.showSaveDialog({
    title: l10n.t('Save the scores'),
    filters: { [name]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `scores.${extension}`) }),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(content));
  window.setStatusBarMessage(l10n.t('Saved {0}', workspace.asRelativePath(target)), 4000);
}
