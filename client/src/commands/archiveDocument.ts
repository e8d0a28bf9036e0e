// Archive Document… and Restore Document…: one edit that is asked for, or looked at in the refactoring preview before.
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
import { today } from './newDocument.ts';

/** The explorer passes the file; the palette means the active document; other extensions and tests may pass the answers. */
export async function archiveDocument(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const given = answersIn(argument);
  const reason = given === undefined ? await askReason() : given.reason;
  if (reason === undefined) return false;
  return change(context, requests.archive, { ...now(uri), ...(reason !== '' && { reason }) }, given !== undefined);
}

export async function restoreDocument(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  return change(context, requests.restore, now(uri), answersIn(argument) !== undefined);
}

async function askReason(): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Archive Document'),
    prompt: l10n.t('Why is it archived? (may stay empty)'),
    placeHolder: l10n.t('superseded, outdated, merged into another document'),
  });
}

/** `{uri, reason}`: nothing is asked. */
function answersIn(argument: unknown): { readonly uri: Uri; readonly reason: string } | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('reason' in argument))
    return undefined;
  const { uri, reason } = argument;
  return typeof uri === 'string' && typeof reason === 'string' ? { uri: Uri.parse(uri), reason } : undefined;
}

function documentOf(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : (answersIn(argument)?.uri ?? activeMarkdown()?.document.uri);
}

function now(uri: Uri): ArchiveParams {
  const date = new Date();
  return { uri: uri.toString(), at: `${date.toISOString().slice(0, 19)}Z`, today: today() };
}

async function change(
  { connection }: CommandContext,
  request: string,
  params: ArchiveParams,
  isConfirmed: boolean,
): Promise<boolean> {
  const result = await connection.ask<ArchiveResult>(request, params);
  if (result === undefined) return notReady();
  if (result.refusal !== undefined) {
    void window.showWarningMessage(result.refusal);
    return false;
  }
  const isArchive = request === requests.archive;
  const wish = isConfirmed ? 'apply' : await choose(result, isArchive);
  if (wish === undefined) return false;
  if (!(await isCurrent(result.edits))) {
    void window.showWarningMessage(l10n.t('The document changed in the meantime; run the command again.'));
    return false;
  }
  const label = isArchive ? l10n.t('Archive document') : l10n.t('Restore document');
  const edit = editOf(result, wish === 'preview' ? { needsConfirmation: true, label } : undefined);
  const isApplied = await workspace.applyEdit(edit, { isRefactoring: true });
  if (!isApplied) void window.showWarningMessage(l10n.t('VS Code refused the edit; the file may be read-only.'));
  else if (result.notices.length > 0) void window.showInformationMessage(result.notices.join('\n'));
  return isApplied;
}

/** In the preview every line has to be ticked; most people want all of them. */
async function choose(
  { removed, edits, moves, created }: ArchiveResult,
  isArchive: boolean,
): Promise<'apply' | 'preview' | undefined> {
  const paths = [...removed, ...edits.map(({ uri }) => uri), ...moves.map(({ from }) => from), ...created.map(({ uri }) => uri)]; // prettier-ignore
  const count = new Set(paths).size;
  const apply = isArchive ? l10n.t('Archive') : l10n.t('Restore');
  const preview = l10n.t('Preview');
  const question = isArchive
    ? l10n.t('Archiving changes {0} files.', count)
    : l10n.t('Restoring changes {0} files.', count);
  const answer = await window.showInformationMessage(question, apply, preview);
  if (answer === apply) return 'apply';
  return answer === preview ? 'preview' : undefined;
}

async function isCurrent(edits: readonly ArchiveEdits[]): Promise<boolean> {
  for (const { uri, version } of edits) {
    if (version === undefined) continue;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (document.version !== version) return false;
  }
  return true;
}

function editOf(
  { removed, edits, moves, created }: ArchiveResult,
  metadata: WorkspaceEditEntryMetadata | undefined,
): WorkspaceEdit {
  const edit = new WorkspaceEdit();
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
