// Migrate Documents…: all documents that follow an earlier version of their template, brought to the present
// one by one edit that is asked for, or looked at in the refactoring preview before.
import { l10n, Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { requests, type MigrateParams, type MigrateResult } from '../../../server/src/lsp/protocol.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

type Documents = MigrateResult['documents'];

/** Of the library that the active document belongs to, else of the first one. */
export async function migrateDocuments({ connection }: CommandContext): Promise<boolean> {
  const uri = activeUri();
  const params: MigrateParams = uri === undefined ? {} : { uri };
  const result = await connection.ask<MigrateResult>(requests.migrate, params);
  if (result === undefined) return notReady();
  const { documents, isReady } = result;
  if (documents.length === 0) {
    void window.showInformationMessage(
      isReady
        ? l10n.t('No document follows an earlier version of its template.')
        : l10n.t('The library is still being read; run the command again in a moment.'),
    );
    return false;
  }
  const wish = await choose(documents.length);
  if (wish === undefined) return false;
  if (!(await isCurrent(documents))) {
    void window.showWarningMessage(l10n.t('The document changed in the meantime; run the command again.'));
    return false;
  }
  return workspace.applyEdit(editOf(documents, wish === 'preview'), { isRefactoring: true });
}

/** In the preview every line has to be ticked; most people want all of them. */
async function choose(count: number): Promise<'apply' | 'preview' | undefined> {
  const apply = l10n.t('Migrate');
  const preview = l10n.t('Preview');
  const question = l10n.t('{0} documents follow an earlier version of their template.', count);
  const answer = await window.showInformationMessage(question, apply, preview);
  if (answer === apply) return 'apply';
  return answer === preview ? 'preview' : undefined;
}

function activeUri(): string | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === 'markdown' ? editor.document.uri.toString() : undefined;
}

async function isCurrent(documents: Documents): Promise<boolean> {
  for (const { uri, version } of documents) {
    if (version === undefined) continue;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (document.version !== version) return false;
  }
  return true;
}

function editOf(documents: Documents, needsConfirmation: boolean): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { uri, edits, detail } of documents) {
    const label = l10n.t('Follow the present template');
    const metadata = { needsConfirmation, label, ...(detail !== '' && { description: detail }) };
    for (const { range, newText } of edits) {
      const start = new Position(range.start.line, range.start.character);
      const end = new Position(range.end.line, range.end.character);
      edit.replace(Uri.parse(uri), new Range(start, end), newText, metadata);
    }
  }
  return edit;
}
