// Applies a change that the server computed as one undoable workspace edit, only if the documents are still the ones it saw.
import { l10n, Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { ChangeResult, FileChange } from '../../../server/src/lsp/protocol.ts';

/** True when the edit was applied. Says to the user why not otherwise. */
export async function applyChange(result: ChangeResult | undefined): Promise<boolean> {
  if (result === undefined) return notReady();
  if (result.changes.length === 0) {
    void window.showInformationMessage(result.message ?? l10n.t('There is nothing to change.'));
    return false;
  }
  const edit = new WorkspaceEdit();
  for (const change of result.changes) {
    if (!(await isCurrent(change))) {
      void window.showWarningMessage(l10n.t('The document changed in the meantime; run the command again.'));
      return false;
    }
    addTo(edit, change);
  }
  const isApplied = await workspace.applyEdit(edit);
  if (!isApplied) void window.showWarningMessage(l10n.t('VS Code refused the edit; the file may be read-only.'));
  else if (result.message !== undefined) void window.showInformationMessage(result.message);
  return isApplied;
}

export function notReady(): false {
  void window.showWarningMessage(l10n.t('The Casewright language server is not running.'));
  return false;
}

async function isCurrent(change: FileChange): Promise<boolean> {
  if (change.version === undefined || change.version === null) return true;
  const document = await workspace.openTextDocument(Uri.parse(change.uri));
  return document.version === change.version;
}

function addTo(edit: WorkspaceEdit, change: FileChange): void {
  const uri = Uri.parse(change.uri);
  if (change.create !== undefined)
    edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(change.create) });
  for (const { range, newText } of change.edits ?? []) {
    const start = new Position(range.start.line, range.start.character);
    const end = new Position(range.end.line, range.end.character);
    edit.replace(uri, new Range(start, end), newText);
  }
}
