// Show References: every place of the library that refers to the document, or to what a lens stands above, in a peek.
import { commands, l10n, Location, Position, Range, Uri, window, workspace } from 'vscode';
import type { PlacedRange, ReferencesParams } from '../../../server/src/lsp/protocol.ts';
import { activeMarkdown } from './activeDocument.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

interface Place {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** `argument`: where the lens stands; the title of the active document without one. */
export async function showReferences({ connection }: CommandContext, argument: unknown): Promise<number | undefined> {
  const place = isPlace(argument) ? argument : titleOfActive();
  if (place === undefined) return undefined;
  const params: ReferencesParams = {
    textDocument: { uri: place.uri },
    position: place.position,
    context: { includeDeclaration: false },
  };
  const found = await connection.ask<readonly PlacedRange[]>('textDocument/references', params);
  if (found === undefined) {
    notReady();
    return undefined;
  }
  if (found.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing in the library refers to this document.'));
    return 0;
  }
  const uri = Uri.parse(place.uri);
  await window.showTextDocument(await workspace.openTextDocument(uri));
  const position = new Position(place.position.line, place.position.character);
  const locations = found.map((each) => new Location(Uri.parse(each.uri), rangeOf(each)));
  await commands.executeCommand('editor.action.showReferences', uri, position, locations);
  return found.length;
}

function rangeOf({ range: { start, end } }: PlacedRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** The first heading of level 1; the cursor where there is none. */
function titleOfActive(): Place | undefined {
  const editor = activeMarkdown();
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const lines = Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text);
  const line = lines.findIndex((text) => /^# \S/.test(text));
  const position = line < 0 ? selection.active : new Position(line, 2);
  return { uri: document.uri.toString(), position: { line: position.line, character: position.character } };
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null || !('uri' in value) || !('position' in value)) return false;
  const { uri, position } = value;
  if (typeof uri !== 'string' || typeof position !== 'object' || position === null) return false;
  return 'line' in position && typeof position.line === 'number' && 'character' in position;
}
