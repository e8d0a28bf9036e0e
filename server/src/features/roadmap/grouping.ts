// How rows are put under headings: by plan, phase, priority, milestone, state, folder, schedule. Order and keys only.
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { folderOf } from '../../core/library/pathScope.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import { trueStates } from '../../core/roadmap/trueState.ts';
import { rangeLabel, slotsOf, stateLabel } from './labels.ts';
import { groupOf, milestoneLabel, milestoneOf, phaseLabel, phaseOf } from './owner.ts';
import { placeIn, type PlainPlace } from './roadmapItem.ts';
import type { RoadmapRow } from './rows.ts';

export type Grouping = 'plan' | 'phase' | 'priority' | 'milestone' | 'state' | 'folder' | 'schedule';
export const groupings: readonly Grouping[] = ['plan', 'phase', 'priority', 'milestone', 'state', 'folder', 'schedule'];

export interface RowGroup {
  /** Stable while the plan's words are. */
  readonly key: string;
  readonly label: string;
  readonly place?: PlainPlace;
  readonly dropKey?: string;
  readonly rows: readonly RoadmapRow[];
}

/** Groups in the order of the plan (or of states, priorities, time); rows without one come last. */
export function groupRows(
  rows: readonly RoadmapRow[],
  by: Exclude<Grouping, 'plan'>,
  locale: Locale,
): readonly RowGroup[] {
  switch (by) {
    case 'phase':
      return collect(rows, (row) => phaseGroup(row), none(locale));
    case 'priority':
      return collect(rows, priorityGroup, none(locale)).toSorted(byOrder(['P0', 'P1', 'P2', 'P3', 'P4']));
    case 'milestone':
      return collect(rows, (row) => milestoneGroup(row), none(locale));
    case 'state':
      return collect(rows, (row) => stateGroup(row, locale), none(locale)).toSorted(byOrder(trueStates));
    case 'folder':
      return collect(rows, folderGroup, none(locale)).toSorted(byLabel);
    case 'schedule':
      return collect(rows, scheduleGroup, none(locale)).toSorted(byTime);
  }
}

/** Groups of one plan: its own groups where they hold most of it, else its phases, else nothing. */
export function groupsOfPlan(rows: readonly RoadmapRow[], read: ReadPlan, locale: Locale): readonly RowGroup[] {
  const isByGroups = showsGroups(read.plan);
  return collect(rows, (row) => (isByGroups ? ownGroup(row, read) : phaseGroup(row, read)), none(locale));
}

function showsGroups({ items, phases }: Plan): boolean {
  const grouped = items.filter(({ group }) => group !== undefined).length;
  const isPhased = phases.some((phase) => phase.items.length > 0);
  return grouped > 0 && (!isPhased || grouped * 2 >= items.length);
}

type Named = Omit<RowGroup, 'rows'> & { readonly at?: number };

function collect(
  rows: readonly RoadmapRow[],
  nameOf: (row: RoadmapRow) => Named | undefined,
  otherwise: Named,
): readonly (RowGroup & { readonly at?: number })[] {
  const found = new Map<string, { named: Named; rows: RoadmapRow[] }>();
  for (const row of rows) {
    const named = nameOf(row) ?? otherwise;
    const known = found.get(named.key);
    if (known === undefined) found.set(named.key, { named, rows: [row] });
    else known.rows.push(row);
  }
  const groups = [...found.values()].map(({ named, rows: own }) => ({ ...named, rows: own }));
  return groups.toSorted((a, b) => Number(a.key === otherwise.key) - Number(b.key === otherwise.key));
}

function none(locale: Locale): Named {
  return { key: '', label: renderMessage({ key: 'roadmap.none' }, locale) };
}

function ownGroup(row: RoadmapRow, read: ReadPlan): Named | undefined {
  const member = memberIn(row, read);
  const group = member && groupOf(read.plan, member.item);
  if (group === undefined) return undefined;
  const name = group.id === undefined || group.title.startsWith(group.id) ? group.title : `${group.id} ${group.title}`;
  return {
    key: `group:${group.key}`,
    label: name,
    place: placeIn(row.root, read, group.span),
    dropKey: `group:${group.key}`,
  };
}

function phaseGroup(row: RoadmapRow, read = row.read): Named | undefined {
  const member = memberIn(row, read);
  const phase = member && phaseOf(read.plan, member.item);
  if (phase === undefined) return undefined;
  const place = placeIn(row.root, read, phase.span);
  return { key: `phase:${read.plan.path}:${phase.key}`, label: phaseLabel(phase), place };
}

function milestoneGroup(row: RoadmapRow): Named | undefined {
  const { read } = row;
  const milestone = milestoneOf(read.plan, row.item);
  if (milestone === undefined) return undefined;
  return {
    key: `milestone:${read.plan.path}:${milestone.key}`,
    label: milestoneLabel(milestone),
    place: placeIn(row.root, read, milestone.span),
    dropKey: `milestone:${milestone.key}`,
  };
}

function priorityGroup({ priority }: RoadmapRow): Named | undefined {
  return priority && { key: priority, label: priority, dropKey: `priority:${priority}` };
}

function stateGroup({ state: { state } }: RoadmapRow, locale: Locale): Named {
  return { key: state, label: stateLabel(state, locale) };
}

function folderGroup({ state }: RoadmapRow): Named | undefined {
  const path = state.path ?? state.plannedPath;
  if (path === undefined) return undefined;
  const folder = folderOf(path);
  return { key: `folder:${folder}`, label: folder === '' ? '.' : folder };
}

function scheduleGroup({ item, read: { plan }, root, read }: RoadmapRow): Named | undefined {
  const [slot] = slotsOf(item, plan.slots);
  if (slot === undefined) return undefined;
  const unit = { day: 1, week: 7, month: 31, quarter: 92 }[slot.range.unit];
  return {
    key: `schedule:${rangeLabel(slot.range)}`,
    label: rangeLabel(slot.range),
    place: placeIn(root, read, slot.span),
    at: slot.range.from * unit,
  };
}

function memberIn(row: RoadmapRow, read: ReadPlan): RoadmapRow['others'][number] | undefined {
  return [row, ...row.others].find((member) => member.read === read);
}

function byOrder(keys: readonly string[]): (a: RowGroup, b: RowGroup) => number {
  const rank = ({ key }: RowGroup): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return (a, b) => rank(a) - rank(b);
}

function byLabel(a: RowGroup, b: RowGroup): number {
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
  return a.label < b.label ? -1 : 1;
}

function byTime(a: { readonly at?: number }, b: { readonly at?: number }): number {
  return (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER);
}
