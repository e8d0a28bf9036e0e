// Brings the generated regions of a document up to date when it is saved, where the setting asks for it.
import { Position, Range, TextEdit, workspace, type ExtensionContext } from 'vscode';
import { requests, type RegionsParams, type RegionsResult } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './serverConnection.ts';

export function registerRegionsOnSave({ subscriptions }: ExtensionContext, connection: ServerConnection): void {
  subscriptions.push(
    workspace.onWillSaveTextDocument((event) => {
      const { document } = event;
      const settings = workspace.getConfiguration('casewright', document);
      if (document.languageId !== 'markdown' || settings.get('regions.updateOnSave') !== true) return;
      // Most documents have no region: they are saved without asking anybody.
      if (!/casewright\s*[:：]/i.test(document.getText())) return;
      const uri = document.uri.toString();
      event.waitUntil(editsFor(uri, document.version, connection));
    }),
  );
}

/** Nothing where the server does not answer for this version: saving goes on. */
async function editsFor(uri: string, version: number, connection: ServerConnection): Promise<TextEdit[]> {
  const params: RegionsParams = { uri };
  const result = await connection.ask<RegionsResult>(requests.regions, params);
  const change = result?.changes[0];
  if (change?.version !== version) return [];
  return change.edits.map(({ range: { start, end }, newText }) =>
    TextEdit.replace(
      new Range(new Position(start.line, start.character), new Position(end.line, end.character)),
      newText,
    ),
  );
}
