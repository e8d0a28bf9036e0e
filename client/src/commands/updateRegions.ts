// Update Generated Regions: of one document, or of the whole library as one edit that can be looked at before.
import { l10n, Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { requests, type RegionsParams, type RegionsResult } from '../../../server/src/lsp/protocol.ts';
import { applyChange, notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

/** A lens passes the document that it stands in; the palette passes nothing: all documents. */
export async function updateRegions({ connection }: CommandContext, argument: unknown): Promise<boolean> {
  const uri = uriOf(argument);
  const params: RegionsParams = uri === undefined ? {} : { uri };
  const result = await connection.ask<RegionsResult>(requests.regions, params);
  if (result === undefined) return notReady();
  const { changes, isReady } = result;
  if (uri !== undefined) return applyChange({ changes });
  if (changes.length === 0) {
    void window.showInformationMessage(
      isReady
        ? l10n.t('Every generated region is up to date.')
        : l10n.t('The library is still being read; run the command again in a moment.'),
    );
    return false;
  }
  return choose(result);
}

function uriOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument)) return undefined;
  return typeof argument.uri === 'string' ? argument.uri : undefined;
}

async function choose({ changes }: RegionsResult): Promise<boolean> {
  const regions = changes.reduce((sum, change) => sum + change.regions, 0);
  const update = l10n.t('Update');
  const preview = l10n.t('Preview');
  const question = l10n.t('{0} generated regions in {1} documents differ from the library.', regions, changes.length);
  const answer = await window.showInformationMessage(question, update, preview);
  if (answer === update) return applyChange({ changes });
  return answer === preview ? workspace.applyEdit(previewOf(changes), { isRefactoring: true }) : false;
}

/** Every document is a line with a box in the refactoring preview. */
function previewOf(changes: RegionsResult['changes']): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { uri, edits } of changes) {
    for (const { range, newText } of edits) {
      const start = new Position(range.start.line, range.start.character);
      const end = new Position(range.end.line, range.end.character);
      const label = l10n.t('Update generated regions');
      edit.replace(Uri.parse(uri), new Range(start, end), newText, { needsConfirmation: true, label });
    }
  }
  return edit;
}
