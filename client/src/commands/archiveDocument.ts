// Archive Document… and Restore Document…: what changes is shown in the refactoring preview and applied as one edit.
import { l10n, Position, Range, Uri, window, workspace, WorkspaceEdit, type WorkspaceEditEntryMetadata } from 'vscode';
import {
  requests,
  type ArchiveEdits,
  type ArchiveParams,
  type ArchiveResult,
} from '../../../server/src/lsp/protocol.ts';
import { activeMarkdown } from './activeDocument.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

/** The explorer passes the file; the palette means the active document. */
export async function archiveDocument(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const reason = await window.showInputBox({
    title: l10n.t('Archive Document'),
    prompt: l10n.t('Why is it archived? (may stay empty)'),
    placeHolder: l10n.t('superseded, outdated, merged into another document'),
  });
  if (reason === undefined) return false;
  return change(context, requests.archive, { ...now(uri), ...(reason !== '' && { reason }) });
}

export async function restoreDocument(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  return uri === undefined ? false : change(context, requests.restore, now(uri));
}

function documentOf(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : activeMarkdown()?.document.uri;
}

function now(uri: Uri): ArchiveParams {
  const date = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  const today = `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return { uri: uri.toString(), at: `${date.toISOString().slice(0, 19)}Z`, today };
}

async function change({ connection }: CommandContext, request: string, params: ArchiveParams): Promise<boolean> {
  const result = await connection.ask<ArchiveResult>(request, params);
  if (result === undefined) return notReady();
  if (result.refusal !== undefined) {
    void window.showWarningMessage(result.refusal);
    return false;
  }
  if (!(await isCurrent(result.edits))) {
    void window.showWarningMessage(l10n.t('The document changed in the meantime; run the command again.'));
    return false;
  }
  const label = request === requests.archive ? l10n.t('Archive document') : l10n.t('Restore document');
  const isApplied = await workspace.applyEdit(editOf(result, label), { isRefactoring: true });
  if (isApplied && result.notices.length > 0) void window.showInformationMessage(result.notices.join('\n'));
  return isApplied;
}

async function isCurrent(edits: readonly ArchiveEdits[]): Promise<boolean> {
  for (const { uri, version } of edits) {
    if (version === undefined) continue;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (document.version !== version) return false;
  }
  return true;
}

function editOf({ removed, edits, moves, created }: ArchiveResult, label: string): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const metadata: WorkspaceEditEntryMetadata = { needsConfirmation: true, label };
  for (const uri of removed) edit.deleteFile(Uri.parse(uri), {}, metadata);
  for (const { uri, edits: changes } of edits) {
    for (const { range, newText } of changes) {
      const start = new Position(range.start.line, range.start.character);
      const end = new Position(range.end.line, range.end.character);
      edit.replace(Uri.parse(uri), new Range(start, end), newText, metadata);
    }
  }
  for (const { from, to } of moves) edit.renameFile(Uri.parse(from), Uri.parse(to), { overwrite: false }, metadata);
  for (const { uri, text } of created) {
    edit.createFile(Uri.parse(uri), { contents: new TextEncoder().encode(text) }, metadata);
  }
  return edit;
}
