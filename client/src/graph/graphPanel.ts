// The graph of relations: one panel with a page that draws what the server computed, of the library or around a document.
import {
  commands,
  env,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import { requests, type RelationGraphParams, type RelationGraphResult } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../serverConnection.ts';
import { webviewPage } from '../webviewPage.ts';
import type { GraphChoice, GraphData, GraphFileFormat, GraphMessage, GraphTexts } from './graphMessages.ts';

const TYPE = 'casewright.graph';

export interface GraphPanel {
  /** Shows the graph; around the active document with `{ depth }`. Returns what the page was sent. */
  readonly open: (argument?: unknown) => Promise<GraphData | undefined>;
}

export function registerGraph(context: ExtensionContext, connection: ServerConnection): GraphPanel {
  let current: Graph | undefined;
  context.subscriptions.push({ dispose: () => current?.dispose() });
  return {
    open: async (argument) => {
      const choice = choiceOf(argument);
      if (current !== undefined) return current.show(choice);
      const dist = Uri.joinPath(context.extensionUri, 'dist');
      const options = { enableScripts: true, localResourceRoots: [dist] };
      const panel = window.createWebviewPanel(TYPE, l10n.t('Graph of relations'), ViewColumn.Beside, options);
      panel.iconPath = Uri.joinPath(context.extensionUri, 'media', 'icon.svg');
      const graph = new Graph(panel, connection, choice);
      current = graph;
      panel.onDidDispose(() => {
        graph.dispose();
        current = undefined;
      });
      panel.webview.html = webviewPage(panel.webview, dist, { name: 'graph', language: env.language });
      await graph.drawn;
      return graph.shown;
    },
  };
}

class Graph {
  readonly #panel: WebviewPanel;
  readonly #connection: ServerConnection;
  readonly #listeners: readonly Disposable[];
  readonly drawn: Promise<void>;
  #settle: () => void = () => undefined;
  #choice: GraphChoice;
  /** The document in the middle: the last one that was active. */
  #uri: string;
  #turn = 0;
  shown: GraphData | undefined;

  constructor(panel: WebviewPanel, connection: ServerConnection, choice: GraphChoice) {
    this.#panel = panel;
    this.#connection = connection;
    this.#choice = choice;
    this.#uri = activeMarkdown() ?? '';
    this.drawn = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#listeners = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(message).catch((error: unknown) => {
          connection.log.error(`graph: ${String(error)}`);
          void window.showErrorMessage(l10n.t('Casewright: the command failed: {0}', String(error)));
        });
      }),
      window.onDidChangeActiveTextEditor(() => {
        const uri = activeMarkdown();
        if (uri === undefined || uri === this.#uri) return;
        this.#uri = uri;
        if (this.#choice.depth !== undefined) void this.#send();
      }),
      connection.onLibraryChanged(() => void this.#send()),
      connection.onStateChanged(() => void this.#send()),
    ];
  }

  async show(choice: GraphChoice): Promise<GraphData | undefined> {
    this.#uri = activeMarkdown() ?? this.#uri;
    this.#choice = choice;
    this.#panel.reveal();
    await this.#send();
    return this.shown;
  }

  dispose(): void {
    this.#settle();
    this.#listeners.forEach((listener) => void listener.dispose());
  }

  async #send(): Promise<void> {
    const turn = ++this.#turn;
    const params: RelationGraphParams = { uri: this.#uri, ...this.#choice };
    const graph = await this.#connection.ask<RelationGraphResult>(requests.relationGraph, params);
    // A newer question is under way; its answer counts.
    if (turn !== this.#turn || graph === undefined) return;
    this.shown = { graph, choice: this.#choice, hasDocument: this.#uri !== '', texts: graphTexts() };
    const message: GraphMessage = { type: 'graph', data: this.shown };
    await this.#panel.webview.postMessage(message);
    this.#settle();
  }

  /** The page draws texts of documents, so nothing that it says is taken without a look. */
  async #receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null) return;
    const { type, choice, node, format, content } = message as Record<string, unknown>;
    if (type === 'ready') return this.#send();
    if (type === 'choose') {
      this.#choice = choiceOf(choice);
      return this.#send();
    }
    if (type === 'open' && typeof node === 'number') return this.#open(node);
    if (type === 'save' && isFormat(format) && typeof content === 'string') await save(format, content);
  }

  async #open(position: number): Promise<void> {
    const uri = this.shown?.graph.nodes[position]?.uri;
    if (uri !== undefined) await commands.executeCommand('vscode.open', Uri.parse(uri), ViewColumn.One);
  }
}

function activeMarkdown(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document.uri.toString() : undefined;
}

function choiceOf(value: unknown): GraphChoice {
  if (typeof value !== 'object' || value === null) return {};
  const { depth, type, kind, facet } = value as Record<string, unknown>;
  return {
    ...(typeof depth === 'number' && { depth }),
    ...(typeof type === 'string' && { type }),
    ...(typeof kind === 'string' && { kind }),
    ...facetOf(facet),
  };
}

function facetOf(value: unknown): Pick<GraphChoice, 'facet'> {
  if (typeof value !== 'object' || value === null) return {};
  const { name, value: wanted } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof wanted === 'string' ? { facet: { name, value: wanted } } : {};
}

function isFormat(value: unknown): value is GraphFileFormat {
  return value === 'svg' || value === 'mermaid' || value === 'dot';
}

const extensions: Readonly<Record<GraphFileFormat, string>> = { svg: 'svg', mermaid: 'mmd', dot: 'dot' };

async function save(format: GraphFileFormat, content: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const extension = extensions[format];
  const target = await window.showSaveDialog({
    title: l10n.t('Save the graph'),
    filters: { [format.toUpperCase()]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `relations.${extension}`) }),
  });
  if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(content));
}

function graphTexts(): GraphTexts {
  return {
    title: l10n.t('Graph of relations'),
    scope: l10n.t('Shown'),
    whole: l10n.t('Whole library'),
    around: l10n.t('Around the active document, steps: {0}'),
    type: l10n.t('Relation'),
    kind: l10n.t('Kind'),
    facet: l10n.t('Classification'),
    all: l10n.t('All'),
    zoomIn: l10n.t('Zoom in'),
    zoomOut: l10n.t('Zoom out'),
    saveSvg: l10n.t('Save as SVG'),
    saveMermaid: l10n.t('Save as Mermaid'),
    saveDot: l10n.t('Save as DOT'),
    export: l10n.t('Export'),
    help: l10n.t(
      'Each point is a document; select it to open it. Arrows show relations and say why. The same is in the table below.',
    ),
    table: l10n.t('Relations as a table'),
    from: l10n.t('From'),
    relation: l10n.t('Relation'),
    to: l10n.t('To'),
    reason: l10n.t('Reason'),
    counts: l10n.t('Documents: {0} · relations: {1}'),
  };
}
