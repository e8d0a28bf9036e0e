// What the libraries need from the people who keep them, as a page of Markdown with its preview beside.
import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { requests, type MaintenanceResult } from '../../../server/src/lsp/protocol.ts';
import { MarkdownPage } from '../markdownPage.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

const page = new MarkdownPage('casewright-maintenance');

export async function showMaintenance({ connection }: CommandContext): Promise<MaintenanceResult | undefined> {
  const title = l10n.t('Casewright: looking at the library');
  const result = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    connection.ask<MaintenanceResult>(requests.maintenance, {}),
  );
  if (result === undefined) {
    notReady();
    return undefined;
  }
  if (!result.isReady) void window.showInformationMessage(l10n.t('The library is still being read.'));
  if (result.markdown === '') return result;
  const document = await workspace.openTextDocument(page.write(result.markdown));
  await window.showTextDocument(document, { preview: true });
  await commands.executeCommand('markdown.showPreviewToSide', document.uri);
  return result;
}
