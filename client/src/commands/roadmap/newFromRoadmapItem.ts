// New from Roadmap Item: the planned document at its planned path, from the right template, as one undoable edit.
import { l10n, window, type Uri } from 'vscode';
import { requests, type CreateResult, type RoadmapNewDocumentParams } from '../../../../server/src/lsp/protocol.ts';
import { canBeWritten } from '../../roadmap/roadmapEntries.ts';
import { notReady } from '../applyChange.ts';
import type { CommandContext } from '../index.ts';
import { openCreated, today } from '../newDocument.ts';
import { chooseItem } from './roadmapArgument.ts';

export async function newFromRoadmapItem(context: CommandContext, argument: unknown): Promise<Uri | undefined> {
  const item = await chooseItem(context, argument, canBeWritten);
  if (item === undefined) return undefined;
  const params: RoadmapNewDocumentParams = { itemId: item.id, today: today() };
  const created = await context.connection.ask<CreateResult | null>(requests.roadmapNewDocument, params);
  if (created === undefined) {
    notReady();
    return undefined;
  }
  if (created !== null) return openCreated(created);
  void window.showInformationMessage(l10n.t('The plan names no file for this item.'));
  return undefined;
}
