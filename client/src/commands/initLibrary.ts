// Set Up a Library in This Folder: configuration, template and standard to make one's own, as one undoable edit.
import { env, l10n, Uri, window, workspace } from 'vscode';
import { requests, type ChangeResult, type InitLibraryParams } from '../../../server/src/lsp/protocol.ts';
import { applyChange } from './applyChange.ts';
import type { CommandContext } from './index.ts';

export async function initLibrary({ connection }: CommandContext, argument: unknown): Promise<boolean> {
  const folder = argument instanceof Uri ? argument : await pickFolder();
  if (folder === undefined) {
    void window.showInformationMessage(l10n.t('Open a folder first.'));
    return false;
  }
  const params: InitLibraryParams = {
    folderUri: folder.toString(),
    language: env.language.startsWith('zh') ? 'zh' : 'en',
  };
  const result = await connection.ask<ChangeResult>(requests.initLibrary, params);
  const isApplied = await applyChange(result);
  const configuration = result?.changes.find((change) => change.uri.endsWith('config.json'));
  if (isApplied && configuration !== undefined) await window.showTextDocument(Uri.parse(configuration.uri));
  return isApplied;
}

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}
