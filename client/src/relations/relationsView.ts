// The Relations view: what the active document is related to, what is wrong with that, and what it is probably related to.
import {
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type TreeDataProvider,
} from 'vscode';
import {
  requests,
  type RelationEntry,
  type RelationGroup,
  type RelationsParams,
  type RelationsResult,
} from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../serverConnection.ts';

/** Typing in a row is asked about once. */
const PAUSE = 400;

type Row = { readonly group: RelationGroup } | { readonly entry: RelationEntry; readonly group: RelationGroup };

export interface RelationsView {
  /** Labels of groups and entries, as shown. */
  readonly shown: () => readonly string[];
}

export function registerRelationsView(context: ExtensionContext, connection: ServerConnection): RelationsView {
  const provider = new RelationsProvider(connection);
  const view = window.createTreeView('casewright.relations', { treeDataProvider: provider, showCollapseAll: true });
  const describe = (): void => {
    view.description = provider.result?.title ?? '';
    view.message =
      provider.result?.message ?? (provider.result === undefined ? l10n.t('Open a Markdown document.') : undefined);
  };
  describe();
  context.subscriptions.push(view, provider, provider.onDidChangeTreeData(describe));
  return {
    shown: () =>
      (provider.result?.groups ?? []).flatMap(({ label, entries }) => [label, ...entries.map((entry) => entry.label)]),
  };
}

class RelationsProvider implements TreeDataProvider<Row>, Disposable {
  readonly #connection: ServerConnection;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: readonly Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;
  result: RelationsResult | undefined;

  constructor(connection: ServerConnection) {
    this.#connection = connection;
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#refresh(), PAUSE);
    };
    this.#listeners = [
      window.onDidChangeActiveTextEditor(() => void this.#refresh()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) later();
      }),
      connection.onLibraryChanged(later),
      connection.onStatusChanged(later),
      connection.onStateChanged(() => void this.#refresh()),
    ];
    void this.#refresh();
  }

  getChildren(row?: Row): Row[] {
    if (row === undefined) return (this.result?.groups ?? []).map((group) => ({ group }));
    return 'entry' in row ? [] : row.group.entries.map((entry) => ({ entry, group: row.group }));
  }

  getTreeItem(row: Row): TreeItem {
    return 'entry' in row ? entryItem(row.entry, row.group) : groupItem(row.group);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
    this.#listeners.forEach((listener) => void listener.dispose());
  }

  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    const document = window.activeTextEditor?.document;
    // A tree that is clicked must not empty itself because another view has the focus.
    if (document === undefined && window.visibleTextEditors.length > 0) return;
    const params: RelationsParams | undefined =
      document?.languageId === 'markdown' ? { uri: document.uri.toString() } : undefined;
    const result =
      params && (await this.#connection.ask<RelationsResult | null>(requests.relations, params).catch(() => undefined));
    if (turn !== this.#turn) return;
    this.result = result ?? undefined;
    this.#changed.fire(undefined);
  }
}

const icons: Readonly<Record<RelationGroup['direction'], string>> = {
  out: 'arrow-right',
  in: 'arrow-left',
  proposal: 'lightbulb',
};

function groupItem({ id, label, direction, entries }: RelationGroup): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = String(entries.length);
  item.iconPath = new ThemeIcon(icons[direction]);
  return item;
}

function entryItem(
  { label, description, tooltip, uri, range, problem }: RelationEntry,
  { direction }: RelationGroup,
): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.description = problem === undefined ? description : `${description} · ${problem}`;
  item.tooltip = problem === undefined ? tooltip : `${tooltip}\n${problem}`;
  item.iconPath =
    problem === undefined
      ? new ThemeIcon(direction === 'proposal' ? 'circle-outline' : 'file')
      : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.accessibilityInformation = { label: [label, description, problem ?? ''].join(', ') };
  if (uri !== undefined) {
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open'),
      arguments: [Uri.parse(uri), ...(range === undefined ? [] : [{ selection: selectionOf(range) }])],
    };
  }
  return item;
}

function selectionOf({ start, end }: NonNullable<RelationEntry['range']>): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
