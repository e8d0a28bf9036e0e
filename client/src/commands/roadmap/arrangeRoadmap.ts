// How the roadmap view is grouped and what it leaves out.
import { l10n, window, type Disposable } from 'vscode';
import { groupings } from '../../roadmap/roadmapSource.ts';
import { groupingIcon, groupingLabel } from '../../roadmap/roadmapWords.ts';
import type { CommandContext } from '../index.ts';

/** Typing rests so long before the tree follows. */
const TYPING_PAUSE = 200;

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
  const filter = await askFilter(former, (text) => void source.setFilter(text.trim()));
  await source.setFilter(filter?.trim() ?? former);
}

export async function clearRoadmapFilter({ roadmap }: CommandContext): Promise<void> {
  await roadmap.source.setFilter('');
}

function askFilter(former: string, follow: (text: string) => void): Promise<string | undefined> {
  const input = window.createInputBox();
  input.title = l10n.t('Filter the roadmap');
  input.placeholder = l10n.t('Words, P0, state:missing, milestone:M1, is:drift');
  input.prompt = l10n.t('Items that hold all of these stay; empty shows everything.');
  input.value = former;
  let timer: NodeJS.Timeout | undefined;
  return new Promise((resolve) => {
    const listeners: Disposable[] = [
      input.onDidChangeValue((text) => {
        clearTimeout(timer);
        timer = setTimeout(follow, TYPING_PAUSE, text);
      }),
      input.onDidAccept(() => {
        resolve(input.value);
        input.hide();
      }),
      input.onDidHide(() => {
        clearTimeout(timer);
        listeners.forEach((listener) => void listener.dispose());
        input.dispose();
        resolve(undefined);
      }),
    ];
    input.show();
  });
}
