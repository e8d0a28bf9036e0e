// Edits of several documents of a library as one workspace edit: versioned where a document is open, with a reason for those
// in other documents where the client shows reasons.
import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { renderMessage } from '../core/messages/render.ts';
import type { MessageKey } from '../core/messages/catalog.ts';
import type { PlainEdit } from '../features/diagnostics.ts';
import type { Snapshot } from './session.ts';

/** Why edits are made, and whether a person is asked first. */
export interface EditReason {
  readonly id: string;
  readonly label: MessageKey;
  readonly description?: MessageKey;
  readonly needsConfirmation: boolean;
}

export interface DocumentEdits {
  readonly uri: string;
  readonly edits: readonly PlainEdit[];
  readonly reason: EditReason;
}

/** Versions are those of the snapshot that the edits were computed on. */
export function toLibraryEdit(documents: readonly DocumentEdits[], snapshot: Snapshot): WorkspaceEdit {
  const { client } = snapshot;
  if (!client.canVersionEdits) {
    return {
      changes: Object.fromEntries(
        documents.map(({ uri, edits }) => [uri, edits.map(({ range, newText }) => ({ range, newText }))]),
      ),
    };
  }
  const documentChanges = documents.map(({ uri, edits, reason }): TextDocumentEdit => {
    const annotation = client.hasChangeAnnotations ? { annotationId: reason.id } : {};
    return {
      textDocument: { uri, version: snapshot.documents.get(uri)?.version ?? null },
      edits: edits.map(({ range, newText }) => ({ range, newText, ...annotation })),
    };
  });
  if (!client.hasChangeAnnotations) return { documentChanges };
  const annotation = ({ label, description, needsConfirmation }: EditReason): ChangeAnnotation => ({
    label: renderMessage({ key: label }, client.locale),
    ...(description && { description: renderMessage({ key: description }, client.locale) }),
    needsConfirmation,
  });
  return {
    documentChanges,
    changeAnnotations: Object.fromEntries(documents.map(({ reason }) => [reason.id, annotation(reason)])),
  };
}
