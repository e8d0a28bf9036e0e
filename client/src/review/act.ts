// Records what a person does in a review: asks the server for the edits, applies them as one undoable edit, saves the record.
import { l10n, Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import {
  requests,
  type ReviewAct,
  type ReviewActParams,
  type ReviewActResult,
} from '../../../server/src/lsp/protocol.ts';
import { notReady } from '../commands/applyChange.ts';
import type { ServerConnection } from '../serverConnection.ts';

/** The answer where it was recorded; undefined, after saying why, where it was not. */
export async function act(
  connection: ServerConnection,
  uri: string,
  what: ReviewAct,
): Promise<ReviewActResult | undefined> {
  const by = workspace.getConfiguration('casewright').get<string>('review.name', '').trim();
  const params: ReviewActParams = { uri, act: what, ...(by !== '' && { by }) };
  const result = await connection.ask<ReviewActResult>(requests.reviewAct, params);
  if (result === undefined) {
    notReady();
    return undefined;
  }
  if (result.reasons.length > 0) {
    sayReasons(result);
    return undefined;
  }
  return (await apply(result)) ? result : undefined;
}

function sayReasons({ reasons }: ReviewActResult): void {
  const lines = reasons.map(({ text, remedy }) => (remedy === '' ? text : l10n.t('{0}: {1}', text, remedy)));
  void window.showWarningMessage(l10n.t('Casewright: {0}', lines.join('; ')));
}

async function apply({ changes }: ReviewActResult): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri, create, version, edits } of changes) {
    const target = Uri.parse(uri);
    if (create !== undefined) edit.createFile(target, { contents: new TextEncoder().encode(create) });
    if (typeof version === 'number' && (await workspace.openTextDocument(target)).version !== version) {
      void window.showWarningMessage(l10n.t('The document changed in the meantime; run the command again.'));
      return false;
    }
    for (const { range, newText } of edits ?? []) edit.replace(target, rangeOf(range), newText);
  }
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(l10n.t('VS Code refused the edit; the file may be read-only.'));
    return false;
  }
  // A record is read from disk; the document itself is the author's to save.
  for (const { uri } of changes.filter((change) => change.uri.endsWith('.yaml'))) {
    await (await workspace.openTextDocument(Uri.parse(uri))).save();
  }
  return true;
}

export function rangeOf({
  start,
  end,
}: {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
