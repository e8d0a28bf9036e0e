// States and groupings of the roadmap as people see them: words, icons and colours.
import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { RoadmapGrouping, TrueState } from '../../../server/src/lsp/protocol.ts';

export function stateLabel(state: TrueState): string {
  switch (state) {
    case 'missing':
      return l10n.t('missing');
    case 'scaffolded':
      return l10n.t('scaffolded');
    case 'drafting':
      return l10n.t('drafting');
    case 'ready':
      return l10n.t('ready');
    case 'approved':
      return l10n.t('approved');
    case 'stale':
      return l10n.t('stale');
    case 'archived':
      return l10n.t('archived');
    case 'moved':
      return l10n.t('moved');
    case 'open':
      return l10n.t('open');
    case 'in-progress':
      return l10n.t('in progress');
    case 'done':
      return l10n.t('done');
    case 'unknown':
      return l10n.t('unknown');
  }
}

const icons: Readonly<Record<TrueState, readonly [icon: string, color?: string]>> = {
  missing: ['circle-large', 'disabledForeground'],
  scaffolded: ['file', 'charts.blue'],
  drafting: ['edit', 'charts.yellow'],
  ready: ['pass', 'charts.green'],
  approved: ['verified-filled', 'charts.green'],
  stale: ['history', 'charts.orange'],
  archived: ['archive', 'disabledForeground'],
  moved: ['file-symlink-file', 'charts.purple'],
  open: ['circle-large', 'disabledForeground'],
  'in-progress': ['play-circle', 'charts.blue'],
  done: ['pass-filled', 'charts.green'],
  unknown: ['question', 'disabledForeground'],
};

export function stateIcon(state: TrueState): ThemeIcon {
  const [icon, color] = icons[state];
  return color === undefined ? new ThemeIcon(icon) : new ThemeIcon(icon, new ThemeColor(color));
}

export function groupingLabel(grouping: RoadmapGrouping): string {
  switch (grouping) {
    case 'plan':
      return l10n.t('by plan');
    case 'phase':
      return l10n.t('by phase');
    case 'priority':
      return l10n.t('by priority');
    case 'milestone':
      return l10n.t('by milestone');
    case 'state':
      return l10n.t('by actual state');
    case 'folder':
      return l10n.t('by folder');
    case 'schedule':
      return l10n.t('by schedule');
  }
}

export const groupingIcon: Readonly<Record<RoadmapGrouping, string>> = {
  plan: 'layers',
  phase: 'layers',
  priority: 'flame',
  milestone: 'milestone',
  state: 'tasklist',
  folder: 'folder',
  schedule: 'calendar',
};
