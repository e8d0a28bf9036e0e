// The roadmap view: draws what the server grouped and filtered, keeps badge, message and context keys true.
import {
  commands,
  EventEmitter,
  l10n,
  TreeItemCheckboxState,
  window,
  type ExtensionContext,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode';
import type { RoadmapResult } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection, ServerState } from '../serverConnection.ts';
import { registerPlannedFiles } from './plannedFiles.ts';
import { RoadmapDrop, type MoveItems } from './roadmapDrop.ts';
import { entriesOf, type RoadmapEntry } from './roadmapEntries.ts';
import { rowOf } from './roadmapRow.ts';
import { RoadmapSource } from './roadmapSource.ts';
import { groupingLabel } from './roadmapWords.ts';
import { registerRowDecorations } from './rowDecorations.ts';

const VIEW = 'casewright.roadmap';

export interface RoadmapView {
  readonly source: RoadmapSource;
  /** Rows that are selected, the focused first. */
  readonly selected: () => readonly RoadmapEntry[];
  /** Outermost rows, as drawn. */
  readonly roots: () => readonly RoadmapEntry[];
  /** The view itself, to try drag and drop and boxes without a mouse. */
  readonly draw: (entry: RoadmapEntry) => TreeItem;
}

/** What rows do by themselves, without a command: boxes and drag and drop. */
export interface RowActions {
  readonly moveItems: MoveItems;
  readonly tick: (entry: RoadmapEntry, isDone: boolean) => Promise<boolean>;
}

export function registerRoadmapView(
  context: ExtensionContext,
  connection: ServerConnection,
  actions: RowActions,
): RoadmapView {
  const source = new RoadmapSource(connection, context.workspaceState);
  const provider = new RoadmapProvider(source);
  const view = window.createTreeView(VIEW, {
    treeDataProvider: provider,
    dragAndDropController: new RoadmapDrop(actions.moveItems),
    showCollapseAll: true,
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });
  const describe = (): void => void describeView(view, source, connection.state);
  const onBoxes = view.onDidChangeCheckboxState(async ({ items }) => {
    for (const [entry, state] of items) await actions.tick(entry, state === TreeItemCheckboxState.Checked);
    // A box shows what the plan says, also where the plan could not be changed.
    provider.redraw();
  });
  context.subscriptions.push(source, provider, view, onBoxes, source.onChanged(describe));
  context.subscriptions.push(connection.onStateChanged(describe));
  registerPlannedFiles(context, source);
  registerRowDecorations(context);
  describe();
  return {
    source,
    selected: () => view.selection,
    roots: () => provider.roots,
    draw: (entry) => provider.getTreeItem(entry),
  };
}

async function describeView(view: TreeView<RoadmapEntry>, source: RoadmapSource, state: ServerState): Promise<void> {
  const drift = source.all?.summary.drift ?? 0;
  const tooltip = l10n.t('Roadmap items with drift: {0}', drift);
  view.badge = drift === 0 ? undefined : { value: drift, tooltip };
  view.description = groupingLabel(source.grouping);
  view.message = messageOf(source, state);
  const context = { hasPlan: (source.all?.plans.length ?? 0) > 0, isFiltered: source.filter !== '' };
  await commands.executeCommand('setContext', 'casewright.roadmap.hasPlan', context.hasPlan);
  await commands.executeCommand('setContext', 'casewright.roadmap.isFiltered', context.isFiltered);
  // The welcome text waits for the first answer.
  await commands.executeCommand('setContext', 'casewright.roadmap.isRead', source.all !== undefined);
}

function messageOf({ shown, all, filter }: RoadmapSource, state: ServerState): string | undefined {
  const lines: string[] = [];
  if (all === undefined && state !== 'stopped') lines.push(l10n.t('Reading the plans…'));
  if (state === 'stopped') lines.push(l10n.t('The language server is stopped.'));
  if (filter !== '') lines.push(l10n.t('Filter: {0} · hidden: {1}', filter, shown?.hidden ?? 0));
  lines.push(...skippedLines(shown));
  return lines.length === 0 ? undefined : lines.join('\n');
}

function skippedLines(shown: RoadmapResult | undefined): readonly string[] {
  const [first] = shown?.skipped ?? [];
  if (first === undefined) return [];
  return [l10n.t('Plans not read: {0} ({1})', shown?.skipped.length ?? 0, first.reason)];
}

class RoadmapProvider implements TreeDataProvider<RoadmapEntry> {
  readonly #source: RoadmapSource;
  readonly #changed = new EventEmitter<undefined>();
  readonly #firstAnswer: Promise<void>;
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: RoadmapResult | undefined;
  #roots: readonly RoadmapEntry[] = [];

  constructor(source: RoadmapSource) {
    this.#source = source;
    this.#firstAnswer = new Promise((resolve) => {
      source.onChanged(() => {
        resolve();
        this.#take();
      });
    });
  }

  get roots(): readonly RoadmapEntry[] {
    return this.#roots;
  }

  redraw(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(entry?: RoadmapEntry): Promise<RoadmapEntry[]> {
    if (entry !== undefined) return [...entry.children];
    await this.#firstAnswer;
    return [...this.#roots];
  }

  getParent(entry: RoadmapEntry): RoadmapEntry | undefined {
    return entry.parent;
  }

  getTreeItem(entry: RoadmapEntry): TreeItem {
    const { grouping, filter, shown } = this.#source;
    return rowOf(entry, { grouping, isFiltered: filter !== '', items: shown?.summary.items ?? 0 });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** An answer that is the same object draws nothing anew. */
  #take(): void {
    if (this.#shown === this.#source.shown) return;
    this.#shown = this.#source.shown;
    this.#roots = entriesOf(this.#shown?.nodes ?? []);
    this.redraw();
  }
}
