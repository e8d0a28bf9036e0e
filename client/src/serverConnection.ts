// Starts, restarts and stops the language server, and asks it the custom requests of protocol.ts.
import {
  env,
  EventEmitter,
  l10n,
  window,
  workspace,
  type CancellationToken,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type Progress,
} from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
  WorkDoneProgress,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { notifications, type InitializationOptions, type StatusChangedParams } from '../../server/src/lsp/protocol.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

/** After so many crashes within the time below the server stays stopped until the user restarts it. */
const MOST_RESTARTS = 4;
const RESTART_WINDOW = 3 * 60_000;

export class ServerConnection implements Disposable {
  readonly log: LogOutputChannel;
  readonly #context: ExtensionContext;
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #statusChanged = new EventEmitter<StatusChangedParams>();
  readonly #roadmapChanged = new EventEmitter<undefined>();
  readonly #libraryChanged = new EventEmitter<undefined>();
  readonly onStateChanged = this.#stateChanged.event;
  /** The server says that what it thinks of a document (or of all) may have changed. */
  readonly onStatusChanged = this.#statusChanged.event;
  /** The server says that plans, or files that they name, may have changed. */
  readonly onRoadmapChanged = this.#roadmapChanged.event;
  /** The server says that documents of a library, or what is known of them, may have changed. */
  readonly onLibraryChanged = this.#libraryChanged.event;
  #client: LanguageClient | undefined;
  #state: ServerState = 'stopped';
  #closedAt: number[] = [];
  #asked = 0;

  constructor(context: ExtensionContext) {
    this.#context = context;
    this.log = window.createOutputChannel('Casewright', { log: true });
  }

  get state(): ServerState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#setState('starting');
    const client = new LanguageClient('casewright', 'Casewright', this.#serverOptions(), this.#clientOptions());
    this.#client = client;
    client.onDidChangeState((event) => {
      if (event.newState === State.Running) this.#setState('running');
      if (event.newState === State.Starting) this.#setState('starting');
      if (event.newState === State.Stopped) this.#setState('stopped');
    });
    client.onNotification(notifications.statusChanged, (params: StatusChangedParams) => {
      this.#statusChanged.fire(params);
    });
    client.onNotification(notifications.roadmapChanged, () => {
      this.#roadmapChanged.fire(undefined);
    });
    client.onNotification(notifications.libraryChanged, () => {
      this.#libraryChanged.fire(undefined);
    });
    try {
      await client.start();
    } catch (error) {
      this.#setState('stopped');
      this.log.error(error instanceof Error ? error : String(error));
      void this.#say(l10n.t('Casewright: the language server could not be started.'));
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client?.needsStop() === true) await client.stop();
    await client?.dispose();
    this.#setState('stopped');
  }

  async restart(): Promise<void> {
    this.#closedAt = [];
    await this.stop();
    await this.start();
  }

  /** Answer of the server; undefined while there is none to ask. Errors of the request are thrown on. */
  async ask<Result>(method: string, params: object): Promise<Result | undefined> {
    if (this.#client === undefined || this.#state !== 'running') return undefined;
    return this.#client.sendRequest<Result>(method, params);
  }

  /** As `ask`, for what takes long: the progress that the server reports is shown, and a person may stop it. */
  async askLong<Result>(
    method: string,
    params: object,
    { progress, token }: { progress: Progress<{ message?: string; increment?: number }>; token: CancellationToken },
  ): Promise<Result | undefined> {
    const client = this.#client;
    if (client === undefined || this.#state !== 'running') return undefined;
    const workDoneToken = `casewright-${++this.#asked}`;
    let told = 0;
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (report) => {
      if (report.kind !== 'report') return;
      const { message, percentage = told } = report;
      progress.report({ increment: Math.max(0, percentage - told), ...(message !== undefined && { message }) });
      told = Math.max(told, percentage);
    });
    try {
      return await client.sendRequest<Result>(method, { ...params, workDoneToken }, token);
    } finally {
      listener.dispose();
    }
  }

  dispose(): void {
    this.#stateChanged.dispose();
    this.#statusChanged.dispose();
    this.#roadmapChanged.dispose();
    this.#libraryChanged.dispose();
    this.log.dispose();
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #serverOptions(): ServerOptions {
    const module = this.#context.asAbsolutePath('dist/server.cjs');
    const run = { module, transport: TransportKind.ipc };
    return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
  }

  #clientOptions(): LanguageClientOptions {
    const storage = this.#context.storageUri ?? this.#context.globalStorageUri;
    const initializationOptions: InitializationOptions = {
      locale: env.language,
      isTrusted: workspace.isTrusted,
      ...(storage.scheme === 'file' && { storagePath: storage.fsPath }),
    };
    return {
      documentSelector: [
        { language: 'markdown', scheme: 'file' },
        { language: 'markdown', scheme: 'untitled' },
        { language: 'markdown', scheme: 'vscode-vfs' },
        { scheme: 'file', pattern: '**/.casewright/config.json' },
      ],
      initializationOptions,
      outputChannel: this.log,
      synchronize: { configurationSection: 'casewright' },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => this.#onClosed(),
      },
    };
  }

  #onClosed(): { action: CloseAction; handled?: boolean } {
    const now = Date.now();
    this.#closedAt = [...this.#closedAt.filter((time) => now - time < RESTART_WINDOW), now];
    if (this.#closedAt.length <= MOST_RESTARTS) return { action: CloseAction.Restart, handled: true };
    void this.#say(
      l10n.t('Casewright: the language server stopped five times within three minutes and was not started again.'),
    );
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  async #say(text: string): Promise<void> {
    const restart = l10n.t('Restart Server');
    const showLog = l10n.t('Show Log');
    const answer = await window.showErrorMessage(text, restart, showLog);
    if (answer === restart) await this.restart();
    if (answer === showLog) this.log.show();
  }
}
