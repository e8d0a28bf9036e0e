// Check Library: every document of the workspace, shown in the Documents view.
import { commands, l10n, window } from 'vscode';
import { requests, type CheckLibraryResult } from '../../../server/src/lsp/protocol.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

export async function checkLibrary({ connection, documents }: CommandContext): Promise<CheckLibraryResult | undefined> {
  const title = l10n.t('Checking the library');
  const result = await window.withProgress({ location: { viewId: 'casewright.documents' }, title }, () =>
    connection.ask<CheckLibraryResult>(requests.checkLibrary, {}),
  );
  if (result === undefined) {
    notReady();
    return undefined;
  }
  await documents.show(result);
  await commands.executeCommand('casewright.documents.focus');
  if (result.files.length === 0)
    void window.showInformationMessage(l10n.t('No case, topic or other document of a known kind was found.'));
  return result;
}
