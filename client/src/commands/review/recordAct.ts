// Records what a person did in the review record: one undoable edit, the record saved; a refusal says every reason.
import { l10n, Uri, window, workspace } from 'vscode';
import {
  requests,
  type ReviewAct,
  type ReviewActParams,
  type ReviewActResult,
  type ReviewRefusal,
} from '../../../../server/src/lsp/protocol.ts';
import { applyChange, notReady } from '../applyChange.ts';
import type { CommandContext } from '../index.ts';

/** True when it is recorded. */
export async function recordAct({ connection, review }: CommandContext, uri: string, act: ReviewAct): Promise<boolean> {
  const result = await connection.ask<ReviewActResult | null>(requests.reviewAct, {
    uri,
    act,
    ...ownName(),
  } satisfies ReviewActParams);
  if (result === undefined) return notReady();
  if (result === null) {
    void window.showInformationMessage(
      l10n.t('This document is not reviewed: it belongs to no library, or is of no kind that has a review standard.'),
    );
    return false;
  }
  if (result.reasons.length > 0) {
    showReasons(result.reasons);
    return false;
  }
  const clean = cleanFiles(result);
  if (!(await applyChange({ changes: result.changes }))) return false;
  await saveAll(clean);
  await review.source.refresh();
  return true;
}

/** Name of the person who acts, where the setting gives one; else the server asks git. */
export function ownName(): { readonly by?: string } {
  const name = workspace.getConfiguration().get<string>('casewright.review.name', '').trim();
  return name === '' ? {} : { by: name };
}

/** Nobody has to answer it: the list goes with Escape or a click elsewhere. */
function showReasons(reasons: readonly ReviewRefusal[]): void {
  const items = reasons.map(({ text, remedy }) => ({ label: `$(circle-slash) ${text}`, detail: remedy }));
  const title = l10n.t('Not yet possible; reasons: {0}', reasons.length);
  void window.showQuickPick(items, { title, placeHolder: l10n.t('What is lacking, and what to do about it') });
}

/** Records are always saved; a document only where it held nothing unsaved before. */
function cleanFiles({ changes }: ReviewActResult): readonly string[] {
  const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  return changes
    .map(({ uri }) => Uri.parse(uri))
    .filter((uri) => /\.ya?ml$/.test(uri.path) || !dirty.has(uri.toString()))
    .map((uri) => uri.toString());
}

async function saveAll(uris: readonly string[]): Promise<void> {
  for (const uri of uris) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (document.isDirty) await document.save();
  }
}
