// Desktop and server entry of the extension. Wires the parts together; no logic of its own.
import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/index.ts';
import { registerDocumentsView } from './documentsView.ts';
import { registerLibraryContext } from './libraryContext.ts';
import { ServerConnection } from './serverConnection.ts';
import { registerStatus } from './statusItem.ts';

let connection: ServerConnection | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  connection = new ServerConnection(context);
  context.subscriptions.push(connection);
  const status = registerStatus(context, connection);
  const documents = registerDocumentsView(context, connection);
  registerCommands(context, { connection, documents, status });
  await registerLibraryContext(context);
  await connection.start();
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}
