// What the board draws: rows on a time axis, milestones, priorities by state, and a Mermaid gantt of the same.
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Plan, PlanItem, TimeRange } from '../../core/roadmap/plan.ts';
import { daysOf } from '../../core/roadmap/rollUp.ts';
import { isComplete } from '../../core/roadmap/statedStatus.ts';
import { trueStates, type TrueState } from '../../core/roadmap/trueState.ts';
import type { EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { slotsOf, stateLabel } from './labels.ts';
import { mermaidGantt } from './mermaid.ts';
import { groupOf, milestoneLabel, phaseLabel, phaseOf } from './owner.ts';
import { placeIn, type PlainPlace } from './roadmapItem.ts';
import { asSeenBy, allRows, idOf, type RoadmapRow } from './rows.ts';
import { rollUpOf } from './rollUpOf.ts';

export interface PlainBoard {
  readonly title: string;
  readonly locale: Locale;
  readonly unit: 'week' | 'day';
  readonly rows: readonly PlainBoardRow[];
  readonly milestones: readonly {
    readonly label: string;
    readonly at?: number;
    readonly complete: number;
    readonly of: number;
  }[];
  readonly priorities: readonly {
    readonly priority: string;
    readonly byState: Readonly<Partial<Record<TrueState, number>>>;
    readonly complete: number;
    readonly of: number;
  }[];
  readonly states: readonly { readonly state: TrueState; readonly label: string }[];
  readonly effortTotal: number;
  readonly mermaid: string;
  /** Files of complete items and their effort in days, for the burn-up; the host knows their history. */
  readonly done: readonly { readonly root: string; readonly path: string; readonly days: number }[];
}

export interface PlainBoardRow {
  readonly itemId: string;
  readonly label: string;
  readonly group: string;
  readonly from?: number;
  readonly to?: number;
  readonly state: TrueState;
  readonly priority?: string;
  readonly dependsOn: readonly string[];
  readonly isCritical: boolean;
  readonly place: PlainPlace;
}

/** `uri`: the plan to draw; absent: all. */
export function roadmapBoard(view: EngineView, { uri }: { readonly uri?: string }): PlainBoard {
  const { locale } = view;
  const rows = allRows(view).flatMap((row) => (uri === undefined ? row : (fromPlan(row, uri) ?? [])));
  const plans = [...new Map(rows.map((row) => [row.read.plan.path, row])).values()];
  const [only] = plans;
  const title =
    plans.length === 1 && only !== undefined ? only.read.plan.title : renderMessage({ key: 'roadmap.title' }, locale);
  const { unit, rows: board } = boardRowsOf(rows, locale);
  return {
    title,
    locale,
    unit,
    rows: board,
    milestones: plans.flatMap(({ read, root }) => milestonesOf(read.plan, rows.filter((row) => row.root === root), unit)), // prettier-ignore
    priorities: prioritiesOf(rows, locale),
    states: trueStates.map((state) => ({ state, label: stateLabel(state, locale) })),
    effortTotal: rows.reduce((sum, row) => sum + middleDays(row), 0),
    mermaid: mermaidGantt(title, unit, board),
    done: rows.flatMap((row) => {
      const days = middleDays(row);
      const { path, state } = row.state;
      return isComplete(state) && path !== undefined && days > 0 ? [{ root: row.root, path, days }] : [];
    }),
  };
}

/** Rows of the time axis, in its unit. */
export function boardRowsOf(
  rows: readonly RoadmapRow[],
  locale: Locale,
): { readonly unit: 'week' | 'day'; readonly rows: readonly PlainBoardRow[] } {
  const unit = unitOf([...new Set(rows.map(({ read }) => read.plan))]);
  return { unit, rows: rows.map((row) => boardRow(row, unit, locale)) };
}

/** The row as that plan tells it. */
function fromPlan(row: RoadmapRow, uri: string): RoadmapRow | undefined {
  const all = [row, ...row.others];
  const member = all.find(({ read }) => isUri(row.root, read.plan.path, uri));
  return member && asSeenBy(row, member);
}

/** Clients write some signs in URIs encoded and some not. */
function isUri(root: string, path: string, uri: string): boolean {
  const plain = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      if (error instanceof URIError) return text;
      throw error;
    }
  };
  return plain(uriOfPath(root, path)) === plain(uri);
}

/** Days where some plan counts in days; else weeks. */
function unitOf(plans: readonly Plan[]): 'week' | 'day' {
  return plans.some((plan) => plan.slots.some(({ range }) => range.unit === 'day')) ? 'day' : 'week';
}

const LENGTHS: Readonly<Record<TimeRange['unit'], { readonly week: number; readonly day: number }>> = {
  day: { week: 1 / 7, day: 1 },
  week: { week: 1, day: 7 },
  month: { week: 52 / 12, day: 365 / 12 },
  quarter: { week: 13, day: 365 / 4 },
};

function inUnit({ unit, from, to }: TimeRange, target: 'week' | 'day'): { readonly from: number; readonly to: number } {
  const length = LENGTHS[unit][target];
  if (length === 1) return { from, to };
  const first = Math.floor((from - 1) * length) + 1;
  return { from: first, to: Math.max(first, Math.floor(to * length)) };
}

function boardRow(row: RoadmapRow, unit: 'week' | 'day', locale: Locale): PlainBoardRow {
  const { item, read, root } = row;
  const { plan } = read;
  const ranges = slotsOf(item, plan.slots).map((slot) => inUnit(slot.range, unit));
  const time = ranges.length === 0 ? {} : { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }; // prettier-ignore
  return {
    itemId: row.id,
    label: item.title,
    group: groupLabel(row, locale),
    ...time,
    state: row.state.state,
    ...(row.priority && { priority: row.priority }),
    dependsOn: neededItems(plan, item).map((needed) => idOf(root, { read, item: needed })),
    isCritical: isCritical(plan, item),
    place: placeIn(root, read, item.span),
  };
}

function groupLabel({ read: { plan }, item }: RoadmapRow, locale: Locale): string {
  const phase = phaseOf(plan, item);
  return groupOf(plan, item)?.title ?? (phase && phaseLabel(phase)) ?? renderMessage({ key: 'roadmap.none' }, locale);
}

/** Items that are named; of a phase that is named, its items. */
function neededItems(plan: Plan, item: PlanItem): readonly PlanItem[] {
  const keys = new Set(item.dependsOn);
  for (const key of item.dependsOn) for (const inner of plan.phases.find((phase) => phase.key === key)?.items ?? []) keys.add(inner); // prettier-ignore
  return plan.items.filter((other) => other !== item && keys.has(other.key));
}

function isCritical({ criticalPath }: Plan, { key, phase }: PlanItem): boolean {
  return criticalPath?.keys.some((critical) => critical === key || critical === phase) === true;
}

function milestonesOf(plan: Plan, rows: readonly RoadmapRow[], unit: 'week' | 'day'): PlainBoard['milestones'] {
  return plan.milestones.map((milestone) => {
    const own = rows.filter(({ item, read }) => read.plan === plan && milestone.items.includes(item.key));
    const { complete, items } = rollUpOf(own);
    return {
      label: milestoneLabel(milestone),
      complete,
      of: items,
      ...(milestone.due && { at: inUnit(milestone.due, unit).to }),
    };
  });
}

function prioritiesOf(rows: readonly RoadmapRow[], locale: Locale): PlainBoard['priorities'] {
  const names = [...new Set(rows.map(({ priority }) => priority ?? ''))].toSorted((a, b) => (a || 'Z') < (b || 'Z') ? -1 : 1); // prettier-ignore
  return names.map((name) => {
    const { byState, complete, items } = rollUpOf(rows.filter(({ priority = '' }) => priority === name));
    return { priority: name || renderMessage({ key: 'roadmap.none' }, locale), byState, complete, of: items };
  });
}

function middleDays({ effort }: RoadmapRow): number {
  const days = daysOf(effort?.value);
  return days === undefined ? 0 : (days.min + days.max) / 2;
}
