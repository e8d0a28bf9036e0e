// The Documents view: the documents of the library by facets, live; below each the findings of the last check.
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
import type { CheckLibraryResult } from '../../server/src/lsp/protocol.ts';
import { fileItem, findingItem, groupItem } from './documentItems.ts';
import { childrenOf, rootsOf, type DocumentsNode, type GroupNode } from './library/documentNodes.ts';
import { DocumentsSource } from './library/documentsSource.ts';
import type { ServerConnection, ServerState } from './serverConnection.ts';

export interface DocumentsView {
  readonly source: DocumentsSource;
  show(result: CheckLibraryResult): Promise<void>;
  /** Labels of the outermost nodes. */
  readonly shown: () => readonly string[];
}

export function registerDocumentsView(context: ExtensionContext, connection: ServerConnection): DocumentsView {
  const source = new DocumentsSource(connection, context.workspaceState);
  const provider = new DocumentsProvider(source);
  const view = window.createTreeView('casewright.documents', { treeDataProvider: provider, showCollapseAll: true });
  const describe = (): void => void describeView(view, source, connection.state);
  context.subscriptions.push(source, view, provider, source.onChanged(describe), connection.onStateChanged(describe));
  describe();
  return {
    source,
    show: (result) => source.setChecked(result),
    shown: () => provider.roots.map(({ group }) => group.label),
  };
}

async function describeView(view: TreeView<DocumentsNode>, source: DocumentsSource, state: ServerState): Promise<void> {
  const files = [...source.checked.values()];
  const faulty = files.filter((file) => file.counts.error + file.counts.warning > 0).length;
  const tooltip = l10n.t('Documents with errors or warnings: {0}', faulty);
  view.badge = faulty === 0 ? undefined : { value: faulty, tooltip };
  view.description = groupingLabel(source);
  view.message = messageOf(source, state);
  await commands.executeCommand('setContext', 'casewright.documents.isFiltered', source.filter !== '');
}

/** `业务场景 × 难度级别`. */
function groupingLabel({ grouping, tree }: DocumentsSource): string {
  const labels = new Map(tree?.facets.map(({ name, label }) => [name, label]));
  return grouping.flatMap((name) => labels.get(name) ?? []).join(' × ');
}

function messageOf({ filter, tree, skipped }: DocumentsSource, state: ServerState): string | undefined {
  const lines: string[] = [];
  if (state === 'stopped') lines.push(l10n.t('The language server is stopped.'));
  else if (tree?.isReady === false) lines.push(l10n.t('Reading the library…'));
  if (filter !== '') lines.push(l10n.t('Filter: {0} · documents: {1}', filter, tree?.documents.length ?? 0));
  const [first] = skipped;
  if (first !== undefined) lines.push(l10n.t('Files not checked: {0} ({1})', skipped.length, first.reason));
  return lines.length === 0 ? undefined : lines.join('\n');
}

class DocumentsProvider implements TreeDataProvider<DocumentsNode> {
  readonly #source: DocumentsSource;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #roots: readonly GroupNode[] = [];

  constructor(source: DocumentsSource) {
    this.#source = source;
    source.onChanged(() => {
      this.#roots = rootsOf(source.tree);
      this.#changed.fire(undefined);
    });
  }

  get roots(): readonly GroupNode[] {
    return this.#roots;
  }

  getChildren(node?: DocumentsNode): DocumentsNode[] {
    const { tree, checked } = this.#source;
    return node === undefined ? [...this.#roots] : [...childrenOf(node, tree, checked)];
  }

  getParent(node: DocumentsNode): DocumentsNode | undefined {
    return node.parent;
  }

  getTreeItem(node: DocumentsNode): TreeItem {
    switch (node.type) {
      case 'group':
        return groupItem(node, this.#roots.length);
      case 'file':
        return fileItem(node, this.#source.grouping);
      case 'finding':
        return findingItem(node);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
