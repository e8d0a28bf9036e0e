// What a row of the review views shows, and the tree item that VS Code wants of it.
import { env, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { Range as PlainRange } from '../../../server/src/lsp/protocol.ts';
import { rangeOf } from './act.ts';

export interface RowLook {
  readonly label: string;
  readonly description?: string;
  /** Plain text: what documents say is never read as Markdown. */
  readonly tooltip?: string;
  readonly icon?: ThemeIcon;
  /** Where a click goes. */
  readonly open?: { readonly uri: string; readonly range?: PlainRange };
  /** A click runs it, with the row. */
  readonly command?: string;
  /** Words that the menus of package.json look for in `viewItem`. */
  readonly words?: readonly string[];
  /** Open as long as nobody closed it. */
  readonly isOpen?: boolean;
  /** What a screen reader says instead of label and description, where signs stand for words. */
  readonly spoken?: string;
}

export function treeItem(
  look: RowLook,
  id: string,
  { hasChildren, node }: { hasChildren: boolean; node: unknown },
): TreeItem {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(look.label, hasChildren ? (look.isOpen === true ? Expanded : Collapsed) : None);
  item.id = id;
  item.description = look.description;
  item.tooltip = look.tooltip ?? look.label;
  item.iconPath = look.icon;
  item.contextValue = ['casewright.review', ...(look.words ?? [])].join(' ');
  const parts = [look.label, look.description ?? ''].filter((part) => part !== '');
  item.accessibilityInformation = { label: look.spoken ?? parts.join(', ') };
  if (look.open !== undefined) {
    const { uri, range } = look.open;
    const options = range === undefined ? {} : { selection: rangeOf(range) };
    item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), options] };
  } else if (look.command !== undefined) {
    item.command = { command: look.command, title: look.label, arguments: [node] };
  }
  return item;
}

export function icon(name: string, color?: string): ThemeIcon {
  return color === undefined ? new ThemeIcon(name) : new ThemeIcon(name, new ThemeColor(color));
}

/** The day of an ISO 8601 time as people here write it; the text itself where it is no time. */
export function dayOf(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'medium' }).format(time);
}

/** Words between commas, of those that there are. */
export function joined(parts: readonly (string | undefined)[], separator = ' · '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
