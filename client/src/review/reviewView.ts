// The Review view: what the active document earns and why, where its review stands, and what would bring most.
import {
  commands,
  EventEmitter,
  l10n,
  window,
  type ExtensionContext,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode';
import type { ServerConnection, ServerState } from '../serverConnection.ts';
import { allNodes, reviewNodes, type DocumentReview, type ReviewNode } from './reviewNodes.ts';
import { reviewRow } from './reviewRow.ts';
import { registerScoreLens } from './scoreLens.ts';
import { ReviewSource } from './reviewSource.ts';

const VIEW = 'casewright.review';

export interface ReviewView {
  readonly source: ReviewSource;
  /** Rows that are selected. */
  readonly selected: () => readonly ReviewNode[];
  /** Shows the review of a document that was opened, with one of its dimensions. */
  readonly reveal: (uri: string, dimension?: string) => Promise<void>;
  /** Every row, the outer one before its inner ones. */
  readonly rows: () => readonly ReviewNode[];
  /** The same as VS Code draws them. */
  readonly draw: (node: ReviewNode) => TreeItem;
}

export function registerReviewView(context: ExtensionContext, connection: ServerConnection): ReviewView {
  const source = new ReviewSource(connection);
  const provider = new ReviewProvider(source);
  const view = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const describe = (): void => void describeView(view, source, connection.state);
  context.subscriptions.push(source, provider, view, source.onChanged(describe), connection.onStateChanged(describe));
  registerScoreLens(context, source);
  describe();
  void source.refresh();
  return {
    source,
    selected: () => view.selection,
    reveal: async (uri, dimension) => {
      await source.refresh();
      const nodes = source.uri === uri ? allNodes(provider.roots) : [];
      const row = nodes.find(({ content }) => content.type === 'dimension' && content.dimension.name === dimension);
      if (row !== undefined) await view.reveal(row, { select: true, focus: false, expand: 2 });
    },
    rows: () => allNodes(provider.roots),
    draw: (node) => provider.getTreeItem(node),
  };
}

async function describeView(view: TreeView<ReviewNode>, source: ReviewSource, state: ServerState): Promise<void> {
  const { current, uri } = source;
  view.description = current?.score?.title ?? current?.review?.title ?? '';
  view.message = messageOf(source, state);
  const open = (current?.review?.threads ?? []).filter(({ isResolved }) => !isResolved).length;
  view.badge = open === 0 ? undefined : { value: open, tooltip: l10n.t('Open comments: {0}', open) };
  const keys = { isOpen: uri !== undefined, isRead: current !== undefined, ...keysOf(current) };
  for (const [key, value] of Object.entries(keys)) {
    await commands.executeCommand('setContext', `casewright.review.${key}`, value);
  }
}

/** What the menus of package.json ask about. */
function keysOf({ score, review }: Partial<DocumentReview> = {}) {
  return {
    state: review?.state ?? '',
    hasScore: score !== undefined,
    hasRecord: review?.hasRecord === true,
    isDamaged: review !== undefined && review.problems.length > 0,
    isSuspect: review !== undefined && review.suspect.length > 0,
    hasQuestions: Math.max(score?.questions.total ?? 0, review?.questions.length ?? 0) > 0,
  };
}

function messageOf({ current, uri }: ReviewSource, state: ServerState): string | undefined {
  if (state === 'stopped') return l10n.t('The language server is stopped.');
  return uri !== undefined && current === undefined ? l10n.t('Reading the document…') : undefined;
}

class ReviewProvider implements TreeDataProvider<ReviewNode> {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: DocumentReview | undefined;
  #roots: readonly ReviewNode[] = [];

  constructor(source: ReviewSource) {
    source.onChanged(() => {
      // The same answer draws nothing anew.
      if (this.#shown === source.current) return;
      this.#shown = source.current;
      this.#roots = this.#shown === undefined ? [] : reviewNodes(this.#shown);
      this.#changed.fire(undefined);
    });
  }

  get roots(): readonly ReviewNode[] {
    return this.#roots;
  }

  getChildren(node?: ReviewNode): ReviewNode[] {
    return [...(node === undefined ? this.#roots : node.children)];
  }

  getParent(node: ReviewNode): ReviewNode | undefined {
    return node.parent;
  }

  getTreeItem(node: ReviewNode): TreeItem {
    return reviewRow(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
