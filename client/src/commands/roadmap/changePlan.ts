// Writes a change of the roadmap back to its plan: one cell, box or sign, as one undoable edit.
import { l10n, window, workspace } from 'vscode';
import {
  requests,
  type ChangeResult,
  type RoadmapChangeParams,
  type RoadmapChoicesParams,
  type RoadmapChoicesResult,
} from '../../../../server/src/lsp/protocol.ts';
import { itemAt, type RoadmapEntry } from '../../roadmap/roadmapEntries.ts';
import type { ServerConnection } from '../../serverConnection.ts';
import { applyChange, notReady } from '../applyChange.ts';
import type { CommandContext } from '../index.ts';
import { chooseItems } from './roadmapArgument.ts';

type Change = RoadmapChangeParams['change'];
type Field = 'status' | 'priority' | 'milestone';

export async function changeField(
  context: CommandContext,
  field: Field,
  argument: unknown,
  more: unknown,
): Promise<boolean> {
  const chosen = await chooseItems(context, argument, more);
  const [first] = chosen?.items ?? [];
  if (chosen === undefined || first === undefined) return false;
  const value = chosen.value ?? (await pickValue(context, field, first));
  if (value === undefined) return false;
  return changeAll(
    context.connection,
    chosen.items.map(({ id }) => id),
    changeOf(field, value),
  );
}

/** One item after the other, because each edit is made against the plan that the one before left. */
export async function changeAll(
  connection: ServerConnection,
  itemIds: readonly string[],
  change: Change,
): Promise<boolean> {
  for (const itemId of itemIds) if (!(await changeItem(connection, itemId, change))) return false;
  return itemIds.length > 0;
}

export async function tickTask(connection: ServerConnection, entry: RoadmapEntry, isDone: boolean): Promise<boolean> {
  const item = itemAt(entry);
  const { task } = entry.node;
  if (item === undefined || task === undefined) return false;
  return changeItem(connection, item.id, { kind: 'task', task: { uri: task.uri, range: task.range }, isDone });
}

async function changeItem(connection: ServerConnection, itemId: string, change: Change): Promise<boolean> {
  const params: RoadmapChangeParams = { itemId, change };
  const result = await connection.ask<ChangeResult | null>(requests.roadmapChange, params);
  if (result === undefined) return notReady();
  if (result === null) {
    void window.showInformationMessage(l10n.t('The plan has no place for this change; write it there by hand.'));
    return false;
  }
  const clean = cleanDocuments(result);
  const isApplied = await applyChange(result);
  if (isApplied) await save(clean);
  return isApplied;
}

/** Plans that hold nothing unsaved: they are saved with the change, so that the tree and the disk agree. */
function cleanDocuments({ changes }: ChangeResult): ReadonlySet<string> {
  const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  return new Set(changes.map(({ uri }) => uri).filter((uri) => !dirty.has(uri)));
}

async function save(uris: ReadonlySet<string>): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (uris.has(document.uri.toString()) && document.isDirty) await document.save();
  }
}

function changeOf(field: Field, value: string): Change {
  switch (field) {
    case 'status':
      return { kind: field, status: value };
    case 'priority':
      return { kind: field, priority: value };
    case 'milestone':
      return { kind: field, milestone: value };
  }
}

async function pickValue(
  { connection }: CommandContext,
  field: Field,
  item: { readonly id: string; readonly title: string },
): Promise<string | undefined> {
  const params: RoadmapChoicesParams = { itemId: item.id };
  const choices = await connection.ask<RoadmapChoicesResult>(requests.roadmapChoices, params);
  if (choices === undefined) {
    notReady();
    return undefined;
  }
  const values = choicesOf(choices, field);
  if (values.length === 0) {
    void window.showInformationMessage(l10n.t('The plan has no place for this change; write it there by hand.'));
    return undefined;
  }
  const entries = values.map(({ value, label, isCurrent }) => ({
    value,
    label: `${isCurrent ? '$(check) ' : ''}${label}`,
  }));
  return (await window.showQuickPick(entries, { title: titleOf(field), placeHolder: item.title }))?.value;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isCurrent: boolean;
}

function choicesOf({ statuses, priorities, milestones }: RoadmapChoicesResult, field: Field): readonly Choice[] {
  switch (field) {
    case 'status':
      return statuses.map(({ status: value, label, isCurrent }) => ({ value, label, isCurrent }));
    case 'priority':
      return priorities.map(({ priority: value, label, isCurrent }) => ({ value, label, isCurrent }));
    case 'milestone':
      return milestones.map(({ key: value, label, isCurrent }) => ({ value, label, isCurrent }));
  }
}

function titleOf(field: Field): string {
  switch (field) {
    case 'status':
      return l10n.t('Status in the plan');
    case 'priority':
      return l10n.t('Priority in the plan');
    case 'milestone':
      return l10n.t('Milestone in the plan');
  }
}
