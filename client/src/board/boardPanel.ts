// The board: one panel with a page that draws what the server computed. It asks anew whenever the roadmap changes.
import {
  commands,
  env,
  l10n,
  Uri,
  ViewColumn,
  window,
  type Disposable,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import {
  requests,
  type RoadmapBoardParams,
  type RoadmapBoardResult,
  type RoadmapParams,
  type RoadmapResult,
} from '../../../server/src/lsp/protocol.ts';
import { openPlace } from '../commands/roadmap/openRoadmap.ts';
import type { RoadmapSource } from '../roadmap/roadmapSource.ts';
import type { ServerConnection } from '../serverConnection.ts';
import { webviewPage } from '../webviewPage.ts';
import { saveBoard } from './boardFiles.ts';
import type { BoardData, FileFormat, ToPage } from './boardMessages.ts';
import { boardTexts } from './boardTexts.ts';

const TYPE = 'casewright.board';

export interface BoardPanel {
  /** Shows the board; a plan's URI (or a tree row of a plan) shows that plan alone. Returns what the page was sent. */
  readonly open: (argument?: unknown) => Promise<BoardData | undefined>;
}

export function registerBoard(
  context: ExtensionContext,
  connection: ServerConnection,
  source: RoadmapSource,
): BoardPanel {
  let current: Board | undefined;
  const adopt = (panel: WebviewPanel): Board => {
    const board = new Board(panel, connection, { source, dist: Uri.joinPath(context.extensionUri, 'dist') });
    current = board;
    panel.onDidDispose(() => {
      board.dispose();
      if (current === board) current = undefined;
    });
    return board;
  };
  const serializer = {
    deserializeWebviewPanel: (panel: WebviewPanel, state: unknown): Promise<void> => {
      adopt(panel).start(planOf(state));
      return Promise.resolve();
    },
  };
  context.subscriptions.push(window.registerWebviewPanelSerializer(TYPE, serializer));
  context.subscriptions.push({ dispose: () => current?.dispose() });
  return {
    open: async (argument) => {
      const plan = planOf(argument);
      if (current !== undefined) return current.reveal(plan);
      const options = { enableScripts: true, localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')] };
      const panel = window.createWebviewPanel(TYPE, l10n.t('Roadmap board'), ViewColumn.Active, options);
      panel.iconPath = Uri.joinPath(context.extensionUri, 'media', 'icon.svg');
      const board = adopt(panel);
      board.start(plan);
      await board.drawn;
      return board.shown;
    },
  };
}

/** The plan that a command argument, a tree row or a stored state of the page names. */
function planOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { planUri, node } = argument as { planUri?: unknown; node?: { type?: unknown; place?: { uri?: unknown } } };
  if (typeof planUri === 'string') return planUri;
  return node?.type === 'plan' && typeof node.place?.uri === 'string' ? node.place.uri : undefined;
}

interface Surroundings {
  readonly source: RoadmapSource;
  readonly dist: Uri;
}

class Board {
  readonly #panel: WebviewPanel;
  readonly #connection: ServerConnection;
  readonly #source: RoadmapSource;
  readonly #dist: Uri;
  readonly #listeners: readonly Disposable[];
  /** Settled as soon as the page has its first data, or is gone. */
  readonly drawn: Promise<void>;
  #settle: () => void = () => undefined;
  #plan: string | undefined;
  #turn = 0;
  #shown: BoardData | undefined;

  constructor(panel: WebviewPanel, connection: ServerConnection, { source, dist }: Surroundings) {
    this.#panel = panel;
    this.#connection = connection;
    this.#source = source;
    this.#dist = dist;
    this.drawn = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#listeners = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(message).catch((error: unknown) => {
          const text = error instanceof Error ? error.message : String(error);
          connection.log.error(`board: ${text}`);
          void window.showErrorMessage(l10n.t('Casewright: the command failed: {0}', text));
        });
      }),
      source.onChanged(() => void this.#send()),
    ];
  }

  get shown(): BoardData | undefined {
    return this.#shown;
  }

  start(plan: string | undefined): void {
    this.#plan = plan;
    // The page asks for its data as soon as it runs.
    this.#panel.webview.html = webviewPage(this.#panel.webview, this.#dist, { name: 'board', language: env.language });
  }

  async reveal(plan: string | undefined): Promise<BoardData | undefined> {
    this.#panel.reveal();
    this.#plan = plan ?? this.#plan;
    await this.#send();
    return this.#shown;
  }

  dispose(): void {
    this.#settle();
    this.#listeners.forEach((listener) => void listener.dispose());
  }

  async #send(): Promise<void> {
    const turn = ++this.#turn;
    const message = await this.#message();
    // A newer question is under way; its answer counts.
    if (turn !== this.#turn) return;
    this.#shown = message.type === 'board' ? message.data : undefined;
    await this.#panel.webview.postMessage(message);
    this.#settle();
  }

  async #message(): Promise<ToPage> {
    const texts = boardTexts();
    try {
      const data = await this.#data();
      if (data === undefined)
        return { type: 'nothing', text: l10n.t('The Casewright language server is not running.'), texts };
      if (data.board.rows.length === 0)
        return { type: 'nothing', text: l10n.t('No plan of this workspace lists anything yet.'), texts };
      return { type: 'board', data };
    } catch (error) {
      this.#connection.log.warn(`board: ${String(error)}`);
      return { type: 'nothing', text: l10n.t('The board could not be computed; the log says why.'), texts };
    }
  }

  async #data(): Promise<BoardData | undefined> {
    const everything: RoadmapParams = { groupBy: 'plan', filter: '' };
    const roadmap = await this.#connection.ask<RoadmapResult>(requests.roadmap, everything);
    if (roadmap === undefined) return undefined;
    // A plan that is gone shows all.
    const plan = roadmap.plans.find(({ uri }) => uri === this.#plan)?.uri;
    const params: RoadmapBoardParams = plan === undefined ? {} : { uri: plan };
    const board = await this.#connection.ask<RoadmapBoardResult>(requests.roadmapBoard, params);
    if (board === undefined) return undefined;
    const node = roadmap.nodes.find(({ type, place }) => type === 'plan' && place?.uri === plan);
    const { plans } = roadmap;
    return {
      board,
      summary: node?.rollUp ?? roadmap.summary,
      plans,
      ...(plan === undefined ? {} : { planUri: plan }),
      texts: boardTexts(),
      language: env.language,
    };
  }

  /** The page draws texts of documents, so nothing that it says is taken without a look. */
  async #receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null) return;
    const { type, row, uri, filter } = message as Record<string, unknown>;
    if (type === 'ready') return this.#send();
    if (type === 'refresh') return this.#source.refresh();
    if (type === 'open' && typeof row === 'number') return this.#open(row);
    if (type === 'choosePlan' && typeof uri === 'string') return this.#choosePlan(uri);
    if (type === 'filter' && typeof filter === 'string') return this.#filter(filter);
    await this.#export(message as Record<string, unknown>);
  }

  async #choosePlan(uri: string): Promise<void> {
    this.#plan = uri === '' ? undefined : uri;
    await this.#send();
  }

  async #filter(filter: string): Promise<void> {
    await this.#source.setFilter(filter);
    await commands.executeCommand('casewright.roadmap.focus');
  }

  async #export({ type, format, content }: Readonly<Record<string, unknown>>): Promise<void> {
    if (typeof content !== 'string') return;
    if (type === 'save' && isFormat(format)) await saveBoard(format, content, this.#shown?.board.title ?? '');
    if (type !== 'copy') return;
    await env.clipboard.writeText(content);
    window.setStatusBarMessage(l10n.t('Copied the Mermaid chart'), 4000);
  }

  async #open(row: number): Promise<void> {
    const place = this.#shown?.board.rows[row]?.place;
    if (place !== undefined) await openPlace(place);
  }
}

function isFormat(value: unknown): value is FileFormat {
  return value === 'svg' || value === 'png' || value === 'html' || value === 'mermaid';
}
