// How the roadmap view is grouped and what it leaves out.
import { l10n, window } from 'vscode';
import { groupings } from '../../roadmap/roadmapSource.ts';
import { groupingIcon, groupingLabel } from '../../roadmap/roadmapWords.ts';
import { askFilter } from '../askFilter.ts';
import type { CommandContext } from '../index.ts';

export async function groupRoadmap({ roadmap }: CommandContext, argument: unknown): Promise<boolean> {
  const { source } = roadmap;
  const known = groupings.find((grouping) => grouping === argument);
  const choices = groupings.map((grouping) => ({
    grouping,
    label: `$(${groupingIcon[grouping]}) ${groupingLabel(grouping)}`,
    description: grouping === source.grouping ? l10n.t('now') : '',
  }));
  const chosen = known ?? (await window.showQuickPick(choices, { title: l10n.t('Group the roadmap') }))?.grouping;
  if (chosen === undefined) return false;
  await source.setGrouping(chosen);
  return true;
}

/** The tree follows while words are typed; Escape brings the former filter back. */
export async function filterRoadmap({ roadmap }: CommandContext, argument: unknown): Promise<void> {
  const { source } = roadmap;
  if (typeof argument === 'string') return source.setFilter(argument.trim());
  const former = source.filter;
  const filter = await askFilter({
    title: l10n.t('Filter the roadmap'),
    placeholder: l10n.t('Words, P0, state:missing, milestone:M1, is:drift'),
    prompt: l10n.t('Items that hold all of these stay; empty shows everything.'),
    value: former,
    follow: (text) => void source.setFilter(text.trim()),
  });
  await source.setFilter(filter?.trim() ?? former);
}

export async function clearRoadmapFilter({ roadmap }: CommandContext): Promise<void> {
  await roadmap.source.setFilter('');
}
