// How the nodes of the Documents view look. Text of the workspace is shown as plain text only.
import { l10n, MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { CheckedFile } from '../../server/src/lsp/protocol.ts';
import type { FindingNode, KindNode } from './documentsView.ts';
import { kindLabel } from './kindLabel.ts';

export function kindItem({ kind, files }: KindNode): TreeItem {
  const item = new TreeItem(kindLabel(kind), TreeItemCollapsibleState.Expanded);
  item.description = String(files.length);
  item.contextValue = 'casewright.kind';
  return item;
}

export function fileItem(file: CheckedFile): TreeItem {
  const { error, warning } = file.counts;
  const state = file.findings.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(file.title, state);
  const { met, of } = file.completeness;
  const parts = of === 0 ? [] : [l10n.t('{0} of {1} sections', met, of)];
  if (error > 0) parts.push(l10n.t('errors: {0}', error));
  if (warning > 0) parts.push(l10n.t('warnings: {0}', warning));
  item.iconPath = severityIcon(worst(error, warning));
  item.description = parts.join(' · ');
  item.tooltip = new MarkdownString().appendText(`${file.path}\n${parts.join('\n')}`);
  item.contextValue = 'casewright.document';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(file.uri)] };
  return item;
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

type Weight = 'error' | 'warning' | 'information' | 'hint' | 'none';

function worst(errors: number, warnings: number): Weight {
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : 'none';
}

function severityIcon(weight: Weight): ThemeIcon {
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
