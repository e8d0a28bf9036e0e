// Open Template: the template of the active document, at the section under the cursor where there is one.
import { commands, l10n, Range, Uri, window, type Location, type LocationLink } from 'vscode';
import { activeMarkdown } from './activeDocument.ts';
import type { CommandContext } from './index.ts';

export async function openTemplate({ status }: CommandContext): Promise<Uri | undefined> {
  const editor = activeMarkdown();
  if (editor === undefined) return undefined;
  const template = status.current()?.template;
  if (template?.uri === undefined) {
    void window.showInformationMessage(l10n.t('This document has no template file; Choose Template gives it one.'));
    return undefined;
  }
  const uri = Uri.parse(template.uri);
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    editor.document.uri,
    editor.selection.active,
  );
  const line = found.map(placeOf).find((place) => place.uri.toString() === uri.toString())?.line ?? template.line;
  await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0) });
  return uri;
}

function placeOf(place: Location | LocationLink): { readonly uri: Uri; readonly line: number } {
  if ('targetUri' in place) return { uri: place.targetUri, line: place.targetRange.start.line };
  return { uri: place.uri, line: place.range.start.line };
}
