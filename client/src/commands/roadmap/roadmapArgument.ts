// What a roadmap command was called with: a row, an item's id from a test or a lens, or nothing, then the user is asked.
import { l10n, window } from 'vscode';
import type { RoadmapItem } from '../../../../server/src/lsp/protocol.ts';
import { itemAt, itemsOf, type RoadmapEntry } from '../../roadmap/roadmapEntries.ts';
import { stateLabel } from '../../roadmap/roadmapWords.ts';
import { notReady } from '../applyChange.ts';
import type { CommandContext } from '../index.ts';

/** What a caller without a row knows; `value` answers what would be asked next. */
interface Known {
  readonly itemId?: string;
  readonly value?: string;
}

export interface Chosen {
  readonly items: readonly RoadmapItem[];
  readonly value?: string;
}

/** The items meant. `fits` narrows what the user may choose from. Undefined when there is none, which the user is told. */
export async function chooseItems(
  context: CommandContext,
  argument: unknown,
  more: unknown,
  fits: (item: RoadmapItem) => boolean = () => true,
): Promise<Chosen | undefined> {
  const { roadmap } = context;
  const value = knownOf(argument).value;
  const items = pointedAt(context, argument, more).filter(fits);
  if (items.length > 0) return { items, ...(value === undefined ? {} : { value }) };
  if (roadmap.source.all === undefined) await roadmap.source.refresh();
  if (roadmap.source.all === undefined) {
    notReady();
    return undefined;
  }
  const picked = await pickItem(itemsOf(roadmap.source.all.nodes).filter(fits));
  return picked === undefined ? undefined : { items: [picked] };
}

/** As `chooseItems`, for commands that do one thing at a time. */
export async function chooseItem(
  context: CommandContext,
  argument: unknown,
  fits?: (item: RoadmapItem) => boolean,
): Promise<RoadmapItem | undefined> {
  return (await chooseItems(context, argument, undefined, fits))?.items[0];
}

export function isEntry(value: unknown): value is RoadmapEntry {
  return typeof value === 'object' && value !== null && 'node' in value && 'children' in value;
}

function pointedAt({ roadmap }: CommandContext, argument: unknown, more: unknown): readonly RoadmapItem[] {
  const { itemId } = knownOf(argument);
  if (itemId !== undefined) {
    return itemsOf(roadmap.source.all?.nodes ?? []).filter(({ id }) => id === itemId);
  }
  const rows = Array.isArray(more) && more.length > 0 ? (more as unknown[]) : [argument];
  const entries = rows.filter(isEntry);
  const all = (entries.length > 0 ? entries : roadmap.selected()).map(itemAt);
  return [...new Map(all.flatMap((item) => (item === undefined ? [] : [[item.id, item]]))).values()];
}

function knownOf(argument: unknown): Known {
  if (typeof argument === 'string') return { itemId: argument };
  if (typeof argument !== 'object' || argument === null || isEntry(argument)) return {};
  const { itemId, value } = argument as Record<string, unknown>;
  return {
    ...(typeof itemId === 'string' ? { itemId } : {}),
    ...(typeof value === 'string' ? { value } : {}),
  };
}

async function pickItem(items: readonly RoadmapItem[]): Promise<RoadmapItem | undefined> {
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('No roadmap item fits.'));
    return undefined;
  }
  const choices = items.map((item) => ({
    item,
    label: item.title,
    description: [item.priority ?? '', stateLabel(item.state)].filter((part) => part !== '').join(' · '),
    detail: item.path ?? '',
  }));
  const options = { title: l10n.t('Which roadmap item?'), matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(choices, options))?.item;
}
