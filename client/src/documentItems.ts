// How the nodes of the Documents view look. Text of the workspace is shown as plain text only.
import { l10n, MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { CheckedFile } from '../../server/src/lsp/protocol.ts';
import { kindLabel } from './kindLabel.ts';
import type { FileNode, FindingNode, GroupNode } from './library/documentNodes.ts';

/** Groups of so few are worth opening at once. */
const OPEN_GROUPS = 8;

export function groupItem({ group, isOutermost, parent }: GroupNode, siblings: number): TreeItem {
  const isOpen = isOutermost && group.state === 'value' && siblings <= OPEN_GROUPS;
  const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  // Words of the product begin small in sentences.
  const item = new TreeItem(group.label.charAt(0).toUpperCase() + group.label.slice(1), state);
  item.id = group.key;
  item.description = String(group.count);
  item.iconPath = groupIcon(group.state, parent !== undefined);
  item.contextValue = 'casewright.group';
  return item;
}

function groupIcon(state: GroupNode['group']['state'], isInner: boolean): ThemeIcon {
  if (state === 'missing') return new ThemeIcon('circle-slash');
  if (state === 'unknown') return new ThemeIcon('question');
  return new ThemeIcon(isInner ? 'symbol-enum-member' : 'tag');
}

export function fileItem({ document, checked, parent }: FileNode, grouping: readonly string[]): TreeItem {
  const state =
    checked !== undefined && checked.findings.length > 0
      ? TreeItemCollapsibleState.Collapsed
      : TreeItemCollapsibleState.None;
  const item = new TreeItem(document.title, state);
  const facets = document.facets.filter(({ facet }) => !grouping.includes(facet) && facet !== 'version');
  const parts = [...new Set(facets.map(({ value }) => value)), ...checkParts(checked)];
  item.id = `${parent.group.key}\n${document.uri}`;
  item.iconPath = fileIcon(checked);
  item.description = parts.join(' · ');
  item.tooltip = tooltipOf(document, checkParts(checked));
  item.contextValue = 'casewright.document';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(document.uri)] };
  return item;
}

function checkParts(checked: CheckedFile | undefined): readonly string[] {
  if (checked === undefined) return [];
  const { met, of } = checked.completeness;
  const { error, warning } = checked.counts;
  const parts = of === 0 ? [] : [l10n.t('{0} of {1} sections', met, of)];
  if (error > 0) parts.push(l10n.t('errors: {0}', error));
  if (warning > 0) parts.push(l10n.t('warnings: {0}', warning));
  return parts;
}

function tooltipOf({ title, path, kind, id, facets }: FileNode['document'], checks: readonly string[]): MarkdownString {
  const text = new MarkdownString().appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
  text.appendText([kindLabel(kind), ...(id === undefined ? [] : [id]), path].join(' · '));
  for (const { label, value, reason } of facets)
    text.appendMarkdown('\n\n').appendText(`${label}: ${value} (${reason})`);
  if (checks.length > 0) text.appendMarkdown('\n\n').appendText(checks.join(' · '));
  return text;
}

export function findingItem({ file, finding }: FindingNode): TreeItem {
  const item = new TreeItem(finding.message, TreeItemCollapsibleState.None);
  item.description = `${finding.code} · ${String(finding.range.start.line + 1)}`;
  item.tooltip = new MarkdownString().appendText(finding.message);
  item.iconPath = severityIcon(finding.severity);
  const { start, end } = finding.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(file.uri), { selection }] };
  item.contextValue = 'casewright.finding';
  return item;
}

/** Before a check nothing is said of a document's state. */
function fileIcon(checked: CheckedFile | undefined): ThemeIcon {
  if (checked === undefined) return new ThemeIcon('markdown');
  const { error, warning } = checked.counts;
  if (error > 0) return severityIcon('error');
  return severityIcon(warning > 0 ? 'warning' : 'none');
}

function severityIcon(weight: 'error' | 'warning' | 'information' | 'hint' | 'none'): ThemeIcon {
  switch (weight) {
    case 'error':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'warning':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'none':
      return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'information':
    case 'hint':
      return new ThemeIcon('info');
  }
}
