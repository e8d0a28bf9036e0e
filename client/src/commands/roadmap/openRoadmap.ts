// From a row to text: the file where there is one, else the line of the plan; all mentions in turn.
import { commands, l10n, Range, Uri, window } from 'vscode';
import type { RoadmapItem, RoadmapPlace } from '../../../../server/src/lsp/protocol.ts';
import { nextMention } from '../../roadmap/roadmapEntries.ts';
import type { CommandContext } from '../index.ts';
import { chooseItem, isEntry } from './roadmapArgument.ts';

/** What a click on a row does. */
export async function openRoadmapItem(context: CommandContext, argument: unknown): Promise<Uri | undefined> {
  const place = placeOf(argument);
  if (place !== undefined) return openPlace(place);
  const item = await chooseItem(context, argument);
  if (item === undefined) return undefined;
  return item.fileUri === undefined ? openPlace(item.place) : openFile(item.fileUri);
}

export async function openPlanLine(context: CommandContext, argument: unknown): Promise<Uri | undefined> {
  const place = placeOf(argument) ?? (await chooseItem(context, argument))?.place;
  return place === undefined ? undefined : openPlace(place);
}

export async function openPlannedFile(context: CommandContext, argument: unknown): Promise<Uri | undefined> {
  const uri = (await chooseItem(context, argument, hasFile))?.fileUri;
  return uri === undefined ? undefined : openFile(uri);
}

export async function revealPlannedFile(context: CommandContext, argument: unknown): Promise<void> {
  const uri = (await chooseItem(context, argument, hasFile))?.fileUri;
  if (uri !== undefined) await commands.executeCommand('revealInExplorer', Uri.parse(uri));
}

export async function nextRoadmapMention(context: CommandContext, argument: unknown): Promise<Uri | undefined> {
  const item = await chooseItem(context, argument);
  if (item === undefined) return undefined;
  const editor = window.activeTextEditor;
  const at =
    editor === undefined ? undefined : { uri: editor.document.uri.toString(), line: editor.selection.active.line };
  const mention = nextMention(item.mentions, at);
  if (mention === undefined) return openPlace(item.place);
  const number = item.mentions.indexOf(mention) + 1;
  window.setStatusBarMessage(l10n.t('{0}: mention {1} of {2}', item.title, number, item.mentions.length), 4000);
  return openPlace(mention);
}

/** Shows a line of a plan; the focus goes there. */
export async function openPlace({ uri, range }: RoadmapPlace): Promise<Uri> {
  const target = Uri.parse(uri);
  const selection = new Range(range.start.line, range.start.character, range.start.line, range.start.character);
  await window.showTextDocument(target, { selection });
  return target;
}

async function openFile(uri: string): Promise<Uri> {
  const target = Uri.parse(uri);
  // Not everything that a plan names is text.
  await commands.executeCommand('vscode.open', target);
  return target;
}

/** Groups, plans and tasks have a place of their own; items are asked for theirs. */
function placeOf(argument: unknown): RoadmapPlace | undefined {
  if (!isEntry(argument) || argument.node.item !== undefined) return undefined;
  return argument.node.task ?? argument.node.place;
}

const hasFile = (item: RoadmapItem): boolean => item.fileUri !== undefined;
