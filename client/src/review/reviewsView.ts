// The list of reviews: what waits for whom, what is overdue, commented, changed or suspect, and every document by its state.
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
import { stateIcon } from './recordRows.ts';
import {
  reviewsNodes,
  waitingFor,
  type Concern,
  type ReviewsDocument,
  type ReviewsGroup,
  type ReviewsNode,
} from './reviewsNodes.ts';
import { ReviewsSource } from './reviewsSource.ts';
import { dayOf, icon, joined, treeItem } from './rowLook.ts';

const VIEW = 'casewright.reviews';

export interface ReviewsView {
  readonly source: ReviewsSource;
  /** Outermost rows. */
  readonly shown: () => readonly ReviewsGroup[];
}

export function registerReviewsView(context: ExtensionContext, connection: ServerConnection): ReviewsView {
  const source = new ReviewsSource(connection);
  const provider = new ReviewsProvider(source);
  const view = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const describe = (): void => void describeView(view, source, connection.state);
  context.subscriptions.push(source, provider, view, source.onChanged(describe), connection.onStateChanged(describe));
  describe();
  return { source, shown: () => provider.roots };
}

async function describeView(view: TreeView<ReviewsNode>, source: ReviewsSource, state: ServerState): Promise<void> {
  const { result, filter, me } = source;
  const mine = waitingFor(result, me);
  view.badge = mine === 0 ? undefined : { value: mine, tooltip: l10n.t('Reviews that wait for you: {0}', mine) };
  view.description = me ?? '';
  view.message = messageOf(source, state);
  await commands.executeCommand('setContext', 'casewright.reviews.isRead', result !== undefined);
  await commands.executeCommand('setContext', 'casewright.reviews.isFiltered', filter !== '');
}

function messageOf({ result, filter }: ReviewsSource, state: ServerState): string | undefined {
  const lines: string[] = [];
  if (state === 'stopped') lines.push(l10n.t('The language server is stopped.'));
  else if (result === undefined) lines.push(l10n.t('Reading the library…'));
  if (filter !== '') lines.push(l10n.t('Filter: {0}', filter));
  return lines.length === 0 ? undefined : lines.join('\n');
}

class ReviewsProvider implements TreeDataProvider<ReviewsNode> {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #roots: readonly ReviewsGroup[] = [];

  constructor(source: ReviewsSource) {
    source.onChanged(() => {
      const { me, filter, result } = source;
      this.#roots = reviewsNodes(result, { filter, ...(me !== undefined && { me }) });
      this.#changed.fire(undefined);
    });
  }

  get roots(): readonly ReviewsGroup[] {
    return this.#roots;
  }

  getChildren(node?: ReviewsNode): ReviewsNode[] {
    if (node === undefined) return [...this.#roots];
    return node.type === 'group' ? [...node.children] : [];
  }

  getParent(node: ReviewsNode): ReviewsNode | undefined {
    return node.type === 'document' ? node.parent : undefined;
  }

  getTreeItem(node: ReviewsNode): TreeItem {
    return node.type === 'group' ? groupItem(node) : documentItem(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function groupItem(node: ReviewsGroup): TreeItem {
  const { group, children, id } = node;
  const isConcern = 'concern' in group;
  const label = isConcern ? concernLabel(group.concern) : group.label;
  const look = {
    label,
    description: String(children.length),
    icon: isConcern ? concernIcon(group.concern) : stateIcon(group.state),
    isOpen: isConcern && (group.concern === 'mine' || group.concern === 'overdue'),
    spoken: `${label}: ${children.length}`,
  };
  return treeItem(look, id, { hasChildren: true, node });
}

function documentItem(node: ReviewsDocument): TreeItem {
  const { title, path, label, state, since, isOverdue, waitingFor: names, openComments, changed, suspect } = node.row;
  const parts = [
    'concern' in node.parent.group ? label : undefined,
    since === undefined ? undefined : dayOf(since),
    isOverdue ? l10n.t('overdue') : undefined,
    names.length === 0 ? undefined : l10n.t('waiting for {0}', names.join(', ')),
    openComments === 0 ? undefined : l10n.t('comments: {0}', openComments),
    changed === 0 ? undefined : l10n.t('changed sections: {0}', changed),
    suspect === 0 ? undefined : l10n.t('suspect: {0}', suspect),
  ];
  const look = {
    label: title,
    description: joined(parts),
    tooltip: joined([title, path, label, ...parts.slice(1)], '\n'),
    icon: isOverdue ? icon('warning', 'list.warningForeground') : stateIcon(state),
    words: ['document', ...(suspect > 0 ? ['suspect'] : [])],
    open: { uri: node.uri },
  };
  return treeItem(look, node.id, { hasChildren: false, node });
}

function concernLabel(concern: Concern): string {
  switch (concern) {
    case 'mine':
      return l10n.t('Waiting for me');
    case 'others':
      return l10n.t('Waiting for others');
    case 'overdue':
      return l10n.t('Overdue');
    case 'comments':
      return l10n.t('With open comments');
    case 'changed':
      return l10n.t('Changed since the review');
    case 'suspect':
      return l10n.t('Suspect: what they depend on changed');
  }
}

const concernIcons: Readonly<Record<Concern, readonly [name: string, color?: string]>> = {
  mine: ['account', 'charts.blue'],
  others: ['organization'],
  overdue: ['watch', 'charts.orange'],
  comments: ['comment-discussion'],
  changed: ['diff'],
  suspect: ['eye-watch', 'charts.orange'],
};

function concernIcon(concern: Concern) {
  return icon(...concernIcons[concern]);
}
