// An editor without a screen: speaks JSON-RPC with a server in this process or in a child process, keeps what it was
// sent, never sleeps, and prints the whole session when a test fails.
import { spawn, type ChildProcess } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type MessageConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import type { AnalysisPort } from '../../server/src/lsp/analysisPort.ts';
import type { Clock } from '../../server/src/lsp/clock.ts';
import { noFiles, type FileSource } from '../../server/src/lsp/files.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { immediateClock, turn } from './clocks.ts';
import { FakeAnalysis } from './fakeAnalysis.ts';

export interface EditorOptions {
  readonly analysis?: AnalysisPort;
  readonly files?: FileSource;
  readonly clock?: Clock;
  /** Client capabilities; a common editor's by default. */
  readonly capabilities?: object;
  readonly folders?: readonly string[];
  readonly locale?: string;
  /** Answers to requests of the server, by method; rejected where there is none. */
  readonly answers?: Readonly<Record<string, (params: unknown) => unknown>>;
  /** Runs `initialize` and `initialized` before the test begins. */
  readonly isInitialized?: boolean;
}

export const commonCapabilities = {
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true }, configuration: true },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
  },
};

export interface Edit {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}
interface Place {
  readonly line: number;
  readonly character: number;
}

export class FakeEditor {
  readonly connection: MessageConnection;
  readonly transcript: string[] = [];
  /** All that was published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #options: EditorOptions;
  #revision = 0;
  #settledRevision = -1;
  #waiting: (() => void)[] = [];
  /** Looked at after every message of the server. */
  #watching: (() => void)[] = [];
  /** Partial results of open requests. */
  onPartialResult: (value: unknown) => void = () => undefined;

  constructor(connection: MessageConnection, options: EditorOptions) {
    this.connection = connection;
    this.#options = options;
    connection.onNotification((method: string, params: unknown) => {
      this.#receive(method, params);
    });
    connection.onUnhandledProgress((params) => {
      this.#receive('$/progress', params);
    });
    connection.onRequest((method: string, params: unknown) => {
      this.#note('<-', `request ${method}`, params);
      const answer = options.answers?.[method];
      if (method === 'workspace/configuration' && !answer) return [null];
      if (method === 'client/registerCapability' && !answer) return null;
      if (!answer) throw new Error(`the editor has no answer to ${method}`);
      return answer(params);
    });
    connection.listen();
  }

  /** Runs `initialize` and `initialized`; the answer of the former. */
  async initialize(extra: object = {}): Promise<{ readonly capabilities: Readonly<Record<string, unknown>> }> {
    const { folders, capabilities = commonCapabilities, locale = 'en' } = this.#options;
    const answer = await this.request('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
      initializationOptions: { locale, isTrusted: true, reportsSettled: true },
      ...extra,
    });
    this.notify('initialized', {});
    return answer as { readonly capabilities: Readonly<Record<string, unknown>> };
  }

  open(uri: string, text: string, version = 1, languageId = 'markdown'): void {
    this.change('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replaces the whole text, or with `edits` parts of it. */
  edit(uri: string, version: number | null, text: string | readonly Edit[]): void {
    const contentChanges = typeof text === 'string' ? [{ text }] : text;
    this.change('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  save(uri: string): void {
    this.change('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): void {
    this.change('textDocument/didClose', { textDocument: { uri } });
  }

  filesChanged(...uris: readonly string[]): void {
    this.change('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });
  }

  /** A notification that the server counts as a revision. */
  change(method: string, params: unknown): void {
    this.#revision += 1;
    this.notify(method, params);
  }

  notify(method: string, params: unknown): void {
    this.#note('->', method, params);
    void this.connection.sendNotification(method, params);
  }

  async request(method: string, params: unknown, source = new CancellationTokenSource()): Promise<unknown> {
    this.#note('->', `request ${method}`, params);
    try {
      const answer: unknown = await this.connection.sendRequest(method, params, source.token);
      this.#note('<-', `answer to ${method}`, answer);
      return answer;
    } catch (error) {
      this.#note('<-', `error to ${method}`, error instanceof Error ? error.message : error);
      throw error;
    }
  }

  /** Resolves when the server has processed everything that was sent so far. */
  async settled(): Promise<void> {
    const revision = this.#revision;
    while (this.#settledRevision < revision) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }

  /** Resolves when the condition holds; it is looked at after every message of the server. */
  until(isMet: () => boolean): Promise<void> {
    if (isMet()) return Promise.resolve();
    return new Promise((resolve) => {
      const look = (): void => {
        if (isMet()) resolve();
        else this.#watching.push(look);
      };
      this.#watching.push(look);
    });
  }

  /** Diagnostics that the editor shows for a document; undefined where nothing was ever published. */
  shown(uri: string): readonly Diagnostic[] | undefined {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics;
  }

  codes(uri: string): readonly unknown[] | undefined {
    return this.shown(uri)?.map((diagnostic) => diagnostic.code);
  }

  /** What was published for one document, in order: `version: codes`. */
  history(uri: string): readonly string[] {
    return this.published
      .filter((params) => params.uri === uri)
      .map(({ version, diagnostics }) => `${version ?? '-'}: ${diagnostics.map(({ code }) => code).join(' ')}`.trim());
  }

  #receive(method: string, params: unknown): void {
    this.#note('<-', method, params);
    if (method === 'textDocument/publishDiagnostics') this.published.push(params as PublishDiagnosticsParams);
    if (method === '$/progress') this.onPartialResult((params as { readonly value: unknown }).value);
    for (const look of this.#watching.splice(0)) look();
    if (method !== 'casewright/settled') return;
    this.#settledRevision = (params as { readonly revision: number }).revision;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #note(direction: string, what: string, value: unknown): void {
    const json = value === undefined ? '' : JSON.stringify(value);
    this.transcript.push(`${direction} ${what} ${json.length > 400 ? `${json.slice(0, 400)}…` : json}`);
  }
}

/** Exit code of a server in this process, once it asked for one. */
export interface Session {
  readonly editor: FakeEditor;
  readonly log: readonly string[];
  readonly exitCode: () => number | undefined;
}

/** Runs a test against a server in this process, over streams with real framing. */
export async function withEditor(options: EditorOptions, test: (session: Session) => Promise<void>): Promise<void> {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  const log: string[] = [];
  let exitCode: number | undefined;
  const server = createMessageConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  const analysis = options.analysis ?? new FakeAnalysis();
  startServer({
    connection: server,
    analysis,
    files: options.files ?? noFiles,
    clock: options.clock ?? immediateClock,
    log: (level, line) => log.push(`[${level}] ${line}`),
    yieldTurn: turn,
    exit: (code) => {
      exitCode = code;
    },
    watchClientProcess: () => undefined,
  });
  const client = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  const editor = new FakeEditor(client, options);
  try {
    if (options.isInitialized !== false) await editor.initialize();
    await test({ editor, log, exitCode: () => exitCode });
  } catch (error) {
    console.error(['--- session', ...editor.transcript, '--- log', ...log].join('\n'));
    throw error;
  } finally {
    client.dispose();
    server.dispose();
    await analysis.dispose();
  }
}

export interface ChildSession {
  readonly child: ChildProcess;
  readonly editor: FakeEditor;
  /** Everything on stderr so far. */
  readonly log: () => string;
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
}

/** Runs a test against a server in a process of its own (the TypeScript source, over stdio). */
export async function withServerProcess(
  options: EditorOptions & { readonly environment?: Readonly<Record<string, string>> },
  test: (session: ChildSession) => Promise<void>,
): Promise<void> {
  const entry = new URL('../../server/src/hosts/node.ts', import.meta.url).pathname;
  const env = { ...process.env, ...options.environment };
  const child = spawn(process.execPath, ['--import', 'tsx', entry, '--stdio'], { env });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
  });
  child.stdin.on('error', () => undefined); // it may end before it has read everything
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const reader = new StreamMessageReader(child.stdout);
  const editor = new FakeEditor(createMessageConnection(reader, new StreamMessageWriter(child.stdin)), options);
  try {
    if (options.isInitialized !== false) await editor.initialize();
    await test({ child, editor, log: () => log, exited });
  } catch (error) {
    console.error(['--- session', ...editor.transcript, '--- log', log].join('\n'));
    throw error;
  } finally {
    editor.connection.dispose();
    child.kill('SIGKILL');
    await exited;
  }
}
