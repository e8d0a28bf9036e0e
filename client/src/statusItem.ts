// The language status items: kind of the active document and why, its template, its findings, or what is wrong with the server.
import {
  commands,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  type ExtensionContext,
  type LanguageStatusItem,
  type Uri,
} from 'vscode';
import { requests, type StatusResult } from '../../server/src/lsp/protocol.ts';
import { kindLabel } from './kindLabel.ts';
import type { ServerConnection } from './serverConnection.ts';

/** Columns that fit beside kind and command; a Chinese character takes two. */
const LONGEST = 48;

export interface StatusOfActive {
  /** The last status of the active document. */
  readonly current: () => StatusResult | undefined;
}

export function registerStatus(context: ExtensionContext, connection: ServerConnection): StatusOfActive {
  const kindItem = languages.createLanguageStatusItem('casewright.kind', { language: 'markdown' });
  kindItem.name = 'Casewright';
  const findingsItem = languages.createLanguageStatusItem('casewright.findings', { language: 'markdown' });
  findingsItem.name = l10n.t('Casewright findings');
  const templateItem = registerTemplateItem(context);
  let current: StatusResult | undefined;
  let latest = 0;

  const refresh = async (): Promise<void> => {
    const turn = ++latest;
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') return;
    const status = await ask(connection, document.uri);
    // A newer question is under way; its answer counts.
    if (turn !== latest) return;
    current = status;
    if (status === undefined) showServer(kindItem, connection);
    else showKind(kindItem, status);
    templateItem(status);
    showFindings(findingsItem, status);
    await commands.executeCommand('setContext', 'casewright.hasTemplate', status?.template !== undefined);
    await commands.executeCommand('setContext', 'casewright.hasMissingSections', (status?.missingSections ?? 0) > 0);
  };
  const onChange = (): void => void refresh();
  context.subscriptions.push(kindItem, findingsItem, window.onDidChangeActiveTextEditor(onChange));
  context.subscriptions.push(connection.onStateChanged(onChange), connection.onStatusChanged(onChange));
  onChange();
  return { current: () => current };
}

async function ask(connection: ServerConnection, uri: Uri): Promise<StatusResult | undefined> {
  try {
    return await connection.ask<StatusResult>(requests.status, { uri: uri.toString() });
  } catch (error) {
    connection.log.warn(`status: ${String(error)}`);
    return undefined;
  }
}

function showServer(item: LanguageStatusItem, { state }: ServerConnection): void {
  const isStopped = state === 'stopped';
  item.busy = state === 'starting';
  item.text = isStopped ? l10n.t('Casewright: stopped') : l10n.t('Casewright: starting');
  item.severity = isStopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.detail = '';
  item.command = { command: 'casewright.restartServer', title: l10n.t('Restart Server') };
}

function showKind(item: LanguageStatusItem, status: StatusResult): void {
  const isLimited = status.limited !== undefined || status.isOutdated;
  item.busy = false;
  item.text = kindLabel(status.kind);
  item.detail = cut(status.limited ?? status.reason);
  item.severity = isLimited ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  item.command = { command: 'casewright.chooseKind', title: l10n.t('Change') };
}

/** Shows the template on a line of its own; no line where there is none. */
function registerTemplateItem(context: ExtensionContext): (status: StatusResult | undefined) => void {
  let item: LanguageStatusItem | undefined;
  context.subscriptions.push({ dispose: () => item?.dispose() });
  return (status) => {
    if (status?.template === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem('casewright.template', { language: 'markdown' });
    item.name = l10n.t('Casewright template');
    item.text = cut(status.template.name);
    item.detail = l10n.t('Template');
    item.command = { command: 'casewright.openTemplate', title: l10n.t('Open') };
  };
}

/** VS Code cuts a longer line off together with its command, which nobody could click then. */
function cut(text: string): string {
  let columns = 0;
  let kept = '';
  for (const letter of text) {
    columns += /[\u2E80-\uFFEF]/.test(letter) || letter.length > 1 ? 2 : 1;
    if (columns > LONGEST) return `${kept}…`;
    kept += letter;
  }
  return text;
}

function showFindings(item: LanguageStatusItem, status: StatusResult | undefined): void {
  const { error, warning } = status?.counts ?? { error: 0, warning: 0 };
  const { met, of } = status?.completeness ?? { met: 0, of: 0 };
  item.text = of === 0 ? l10n.t('No template') : l10n.t('{0} of {1} sections', met, of);
  item.detail = l10n.t('Errors: {0}, warnings: {1}', error, warning);
  item.severity = severityOf(error, warning);
  item.command = { command: 'casewright.explainFindings', title: l10n.t('Explain') };
}

function severityOf(errors: number, warnings: number): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
