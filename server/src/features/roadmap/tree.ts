// The roadmap as a tree for views: every plan of every library, grouped and filtered, each node with what is below it.
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { rollUp, type RollUp } from '../../core/roadmap/rollUp.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import type { EngineView } from '../engineView.ts';
import { escapeMarkdown } from '../plainMarkdown.ts';
import { uriOfPath } from '../resourceUri.ts';
import { filterOf } from './filter.ts';
import { groupings, groupRows, groupsOfPlan, type Grouping, type RowGroup } from './grouping.ts';
import { daysText, stateLabel } from './labels.ts';
import { itemOf, placeIn, type PlainItem, type PlainPlace } from './roadmapItem.ts';
import { allRows, orderedPlans, roadmapsOf, rowsOfPlan, type RoadmapRow } from './rows.ts';
import { rollUpOf } from './rollUpOf.ts';
import { itemText, sumText } from './texts.ts';
import { itemTooltip } from './tooltip.ts';

export interface RoadmapQuestion {
  readonly groupBy: Grouping;
  readonly filter: string;
}

export interface PlainNode {
  readonly id: string;
  readonly type: 'plan' | 'group' | 'item' | 'task';
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly rollUp: RollUp;
  readonly item?: PlainItem;
  readonly task?: PlainPlace & { readonly text: string; readonly isDone: boolean };
  readonly place?: PlainPlace;
  readonly dropKey?: string;
  readonly children: readonly PlainNode[];
}

export interface PlainRoadmap {
  readonly nodes: readonly PlainNode[];
  readonly summary: RollUp;
  readonly plans: readonly { readonly uri: string; readonly path: string; readonly title: string }[];
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
  readonly hidden: number;
}

export function roadmap(view: EngineView, { groupBy, filter }: RoadmapQuestion): PlainRoadmap {
  const { locale } = view;
  const all = allRows(view);
  const rows = all.filter(filterOf(filter));
  const grouping = groupings.includes(groupBy) ? groupBy : 'plan';
  const roadmaps = roadmapsOf(view);
  const nodes =
    grouping === 'plan'
      ? roadmaps.flatMap((one) =>
          orderedPlans(one).flatMap((read) => planNodes(rows, read, { root: one.root, locale })),
        )
      : groupRows(rows, grouping, locale).map((group) => groupNode(group, grouping, locale));
  return {
    nodes,
    summary: rollUpOf(rows),
    plans: roadmaps.flatMap((one) =>
      orderedPlans(one).map(({ plan }) => ({
        uri: uriOfPath(one.root, plan.path),
        path: plan.path,
        title: plan.title,
      })),
    ),
    skipped: roadmaps.flatMap(({ root, skipped }) =>
      skipped.map(([path, reason]) => ({ uri: uriOfPath(root, path), reason: renderMessage(reason, locale) })),
    ),
    hidden: all.length - rows.length,
  };
}

interface PlanPlace {
  readonly root: string;
  readonly locale: Locale;
}

/** A plan that names only items that the filter hides is left out. */
function planNodes(rows: readonly RoadmapRow[], read: ReadPlan, { root, locale }: PlanPlace): readonly PlainNode[] {
  const own = rowsOfPlan(rows, read);
  if (own.length === 0) return [];
  const { plan } = read;
  const id = `plan:${uriOfPath(root, plan.path)}`;
  const groups = groupsOfPlan(own, read, locale);
  const children =
    groups.length === 1 && groups[0]?.key === ''
      ? own.map((row) => itemNode(row, id, locale))
      : groups.map((group) => groupNode(group, id, locale));
  const sums = rollUpOf(own);
  const dialects = plan.dialects.join(', ');
  const tooltip = [
    `**${escapeMarkdown(plan.title)}**`,
    '',
    escapeMarkdown(plan.path),
    '',
    sumLines(sums, locale),
    '',
    dialects,
  ];
  return [
    {
      id,
      type: 'plan',
      label: plan.title,
      description: sumText(sums, locale),
      tooltip: tooltip.join('\n').trimEnd(),
      rollUp: sums,
      place: placeIn(root, read, read.model.title?.heading.span ?? { start: 0, end: 0 }),
      children,
    },
  ];
}

function groupNode(group: RowGroup, parent: string, locale: Locale): PlainNode {
  const id = `${parent}/${group.key}`;
  const sums = rollUpOf(group.rows);
  return {
    id,
    type: 'group',
    label: group.label,
    description: sumText(sums, locale),
    tooltip: [`**${escapeMarkdown(group.label)}**`, '', sumLines(sums, locale)].join('\n'),
    rollUp: sums,
    ...(group.place && { place: group.place }),
    ...(group.dropKey !== undefined && { dropKey: group.dropKey }),
    children: group.rows.map((row) => itemNode(row, id, locale)),
  };
}

function itemNode(row: RoadmapRow, parent: string, locale: Locale): PlainNode {
  const id = `${parent}/${row.id}`;
  const tasks = [row, ...row.others].flatMap((member) =>
    member.item.tasks.map((task) => ({ task, place: placeIn(row.root, member.read, task.span) })),
  );
  return {
    id,
    type: 'item',
    label: row.item.title,
    description: itemText(row, locale),
    tooltip: itemTooltip(row, locale),
    rollUp: rollUpOf([row]),
    item: itemOf(row, locale),
    children: tasks.map(({ task, place }, index) => ({
      id: `${id}/task:${String(index)}`,
      type: 'task',
      label: task.text,
      description: '',
      tooltip: escapeMarkdown(task.text),
      rollUp: rollUp([]),
      task: { ...place, text: task.text, isDone: task.isDone },
      place,
      children: [],
    })),
  };
}

function sumLines(sums: RollUp, locale: Locale): string {
  const { byState, effort, items, complete } = sums;
  const states = Object.entries(byState).map(
    ([state, count]) => `- ${stateLabel(state as keyof typeof byState, locale)}: ${String(count)}`, // keys of byState
  );
  const args = { complete, items };
  const lines = [renderMessage({ key: 'roadmap.progress', args }, locale), '', ...states];
  if (effort.max > 0) {
    const days = daysText(effort.min, effort.max, locale);
    const done = daysText(effort.complete, effort.complete, locale);
    lines.push(
      `- ${renderMessage({ key: 'roadmap.effort', args: { days, done, unestimated: effort.unestimated } }, locale)}`,
    );
  }
  return lines.join('\n');
}
