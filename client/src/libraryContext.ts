// Keeps the context key `casewright.hasLibrary` true while a workspace folder has a `.casewright/config.json`.
import { commands, workspace, type ExtensionContext } from 'vscode';

const CONFIGURATION = '**/.casewright/config.json';

export async function registerLibraryContext(context: ExtensionContext): Promise<void> {
  const watcher = workspace.createFileSystemWatcher(CONFIGURATION, false, true, false);
  const refresh = (): void => void updateContext();
  context.subscriptions.push(watcher, watcher.onDidCreate(refresh), watcher.onDidDelete(refresh));
  context.subscriptions.push(workspace.onDidChangeWorkspaceFolders(refresh));
  await updateContext();
}

async function updateContext(): Promise<void> {
  const found = await workspace.findFiles(CONFIGURATION, '**/node_modules/**', 1);
  await commands.executeCommand('setContext', 'casewright.hasLibrary', found.length > 0);
}
