// Records what a person does in a review: asks the server for the edits, applies them as one undoable edit, saves the record.
import { l10n, Position, Range, Uri, window, workspace } from 'vscode';
import {
  requests,
  type ReviewAct,
  type ReviewActParams,
  type ReviewActResult,
  type ReviewRefusal,
} from '../../../server/src/lsp/protocol.ts';
import { applyChange, notReady } from '../commands/applyChange.ts';
import type { ServerConnection } from '../serverConnection.ts';

/** The answer where it was recorded; undefined, after saying why, where it was not. */
export async function act(
  connection: ServerConnection,
  uri: string,
  what: ReviewAct,
): Promise<ReviewActResult | undefined> {
  const by = workspace.getConfiguration('casewright').get<string>('review.name', '').trim();
  const params: ReviewActParams = { uri, act: what, ...(by !== '' && { by }) };
  const result = await connection.ask<ReviewActResult | null>(requests.reviewAct, params);
  if (result === undefined) {
    notReady();
    return undefined;
  }
  if (result === null) {
    void window.showInformationMessage(l10n.t('This document belongs to no library, so it has no review.'));
    return undefined;
  }
  if (result.reasons.length > 0) {
    showReasons(result.reasons);
    return undefined;
  }
  const clean = cleanFiles(result);
  if (!(await applyChange({ changes: result.changes }))) return undefined;
  await saveAll(clean);
  return result;
}

/** Nobody has to answer it: a list goes with Escape or a click elsewhere. */
function showReasons(reasons: readonly ReviewRefusal[]): void {
  const [first, second] = reasons;
  if (first !== undefined && second === undefined) {
    const { text, remedy } = first;
    const line = remedy === '' ? text : l10n.t('{0}: {1}', text, remedy);
    void window.showWarningMessage(l10n.t('Casewright: {0}', line));
    return;
  }
  const items = reasons.map(({ text, remedy }) => ({ label: `$(circle-slash) ${text}`, detail: remedy }));
  const title = l10n.t('Not yet possible; reasons: {0}', reasons.length);
  void window.showQuickPick(items, { title, placeHolder: l10n.t('What is lacking, and what to do about it') });
}

/** Records are always saved, they are read from disk; a document only where it held nothing unsaved before. */
function cleanFiles({ changes }: ReviewActResult): readonly string[] {
  const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  return changes
    .map(({ uri }) => Uri.parse(uri))
    .filter((uri) => uri.path.endsWith('.yaml') || !dirty.has(uri.toString()))
    .map((uri) => uri.toString());
}

async function saveAll(uris: readonly string[]): Promise<void> {
  for (const uri of uris) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (document.isDirty) await document.save();
  }
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
