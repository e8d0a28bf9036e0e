// How one row of the roadmap looks. Everything that it says comes from the server; only icons and menus are decided here.
import { MarkdownString, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, l10n } from 'vscode';
import type { RoadmapGrouping, RoadmapItem } from '../../../server/src/lsp/protocol.ts';
import { canBeWritten, type RoadmapEntry } from './roadmapEntries.ts';
import { rowUri } from './rowDecorations.ts';
import { groupingIcon, stateIcon, stateLabel } from './roadmapWords.ts';

/** Beyond so many items only the outermost rows start open. */
const MOST_OPEN_ITEMS = 40;

export interface RowStyle {
  readonly grouping: RoadmapGrouping;
  /** What a filter found is shown open; without it every row is again as the reader left it. */
  readonly isFiltered: boolean;
  /** Items of the whole tree. */
  readonly items: number;
}

export function rowOf(entry: RoadmapEntry, style: RowStyle): TreeItem {
  const { grouping, isFiltered } = style;
  const { node } = entry;
  const row = new TreeItem(node.label, collapsibleState(entry, style));
  row.id = `${grouping}${isFiltered ? '?' : ':'}${entry.id}`;
  row.description = node.description;
  if (node.tooltip !== '') row.tooltip = new MarkdownString(node.tooltip);
  row.contextValue = contextOf(entry);
  if (node.task !== undefined) {
    const { Checked, Unchecked } = TreeItemCheckboxState;
    row.checkboxState = node.task.isDone ? Checked : Unchecked;
  }
  if (node.item !== undefined) {
    row.iconPath = stateIcon(node.item.state);
    row.resourceUri = rowUri(entry.id, node.item);
    const parts = [node.label, stateLabel(node.item.state), node.description];
    row.accessibilityInformation = { label: parts.filter((part) => part !== '').join(', ') };
  } else if (node.task === undefined) {
    row.iconPath = new ThemeIcon(node.type === 'plan' ? 'book' : groupingIcon[grouping]);
  }
  row.command = { command: 'casewright.openRoadmapItem', title: l10n.t('Open'), arguments: [entry] };
  return row;
}

function collapsibleState({ node, parent }: RoadmapEntry, { isFiltered, items }: RowStyle): TreeItemCollapsibleState {
  if (node.children.length === 0) return TreeItemCollapsibleState.None;
  if (node.type === 'item') return TreeItemCollapsibleState.Collapsed;
  const isOpen = isFiltered || parent === undefined || items <= MOST_OPEN_ITEMS;
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** Words that the menus of package.json look for in `viewItem`. */
function contextOf({ node }: RoadmapEntry): string {
  const words = ['casewright.roadmap', node.type];
  if (node.place !== undefined) words.push('place');
  return [...words, ...(node.item === undefined ? [] : itemWords(node.item))].join(' ');
}

function itemWords(item: RoadmapItem): readonly string[] {
  const words: string[] = [];
  if (item.fileUri !== undefined) words.push('file');
  else if (canBeWritten(item)) words.push('new');
  if (item.mentions.length > 1) words.push('mentions');
  return words;
}
