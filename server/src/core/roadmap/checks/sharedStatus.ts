// States that are said of several items at once (a phase, a group, a block of figures, the plan) against the items.
import type { RelatedSpan } from '../../finding.ts';
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Plan, PlanItem, StatedStatus } from '../plan.ts';
import { prioritiesIn } from '../words/priority.ts';
import { indexOf } from './planIndex.ts';
import { byPlace, relate, type PlanFault } from './planFinding.ts';
import { isCancelled, ownStatuses, sharedStatuses, standingOf, type Standing } from './standing.ts';

const MOST_ITEMS = 10;
/** The state of a review or of the upkeep is not that of the plan. */
const OTHER_SUBJECT = /审[核查]|评审|维护|review|maintenance/i;
/** What is done is a part, or the planning: 核心任务100%完成, Phase 1 已完成, 任务编排完成，开始实施. */
const PART_ONLY =
  /核心|部分|主要|关键|编排|规划|计划完成|设计|准备|开始|启动|即将|初步|基本|阶段|phase|core|main|first|start|ready|planning|路线图|roadmap/i;

export function sharedStatusFaults(plan: Plan, model: DocumentModel): readonly PlanFault[] {
  return [...groupFaults(plan), ...planFaults(plan, model)];
}

interface Shared {
  readonly status: StatedStatus;
  readonly items: Set<PlanItem>;
}

interface Said {
  readonly status: StatedStatus;
  readonly items: readonly PlanItem[];
}

function groupFaults(plan: Plan): readonly PlanFault[] {
  const shared = new Map<number, Shared>();
  const add = (status: StatedStatus, item: PlanItem): void => {
    const known = shared.get(status.span.start);
    if (known === undefined) shared.set(status.span.start, { status, items: new Set([item]) });
    else known.items.add(item);
  };
  const places = sharedPlaces(plan);
  for (const item of plan.items) {
    for (const status of sharedStatuses(item)) add(status, item);
    for (const status of ownStatuses(item)) if (places.has(status.span.start)) add(status, item);
  }
  for (const phase of plan.phases) {
    const items = phase.statuses.length === 0 ? [] : indexOf(plan).itemsOfPhase(phase.key).toSorted(byPlace);
    for (const status of phase.statuses) for (const item of items) add(status, item);
  }
  const planPlaces = new Set(plan.statuses.map(({ span }) => span.start));
  return [...shared.values()]
    .filter(({ status }) => !planPlaces.has(status.span.start))
    .flatMap(({ status, items }) => faultOf({ status, items: [...items].filter((item) => !isContested(item)) }));
}

/** Where the places of an item differ among themselves, that is the fault to tell. */
function isContested(item: PlanItem): boolean {
  const standings = new Set(ownStatuses(item).flatMap((status) => standingOf(status) ?? []));
  return standings.size > 1;
}

/** Starts of statuses that stand for several items: a row of a table over groups, `✅ Profiling（2 个文档）`. */
export function sharedPlaces({ items }: Plan): ReadonlySet<number> {
  const seen = new Map<number, PlanItem>();
  const shared = new Set<number>();
  for (const item of items) {
    for (const { span, isDerived } of item.statuses) {
      if (isDerived === true) continue;
      const other = seen.get(span.start);
      if (other !== undefined && other !== item) shared.add(span.start);
      seen.set(span.start, item);
    }
  }
  return shared;
}

function faultOf({ status, items }: Said): readonly PlanFault[] {
  const standing = standingOf(status);
  const wrong =
    standing === 'done'
      ? items.filter((item) => isBehind(item))
      : standing === 'waiting'
        ? items.filter((item) => isAhead(item))
        : [];
  const first = wrong[0];
  if (first === undefined) return [];
  const args = { status: status.text.trim().slice(0, 40), title: first.title, count: wrong.length };
  return [
    {
      place: status,
      message: { key: standing === 'done' ? 'plan-status.group-done' : 'plan-status.group-waiting', args },
      related: related(wrong, standing === 'done' ? 'behind' : 'ahead'),
    },
  ];
}

function planFaults(plan: Plan, model: DocumentModel): readonly PlanFault[] {
  const faults = plan.statuses.flatMap((status): readonly PlanFault[] => {
    const line = model.source.slice(model.source.lineSpan(status.line));
    if (OTHER_SUBJECT.test(line)) return [];
    if (standingOf(status) === 'done' && PART_ONLY.test(line)) return [];
    const priorities = prioritiesIn(line).map(({ value }) => value);
    const meant = plan.items.filter(
      ({ priority, kind }) =>
        kind !== 'existing-case' &&
        (priorities.length === 0 || (priority !== undefined && priorities.includes(priority))),
    );
    return faultOf({ status, items: meant });
  });
  return faults.slice(0, 1);
}

function related(items: readonly PlanItem[], side: 'behind' | 'ahead'): readonly RelatedSpan[] {
  return items.slice(0, MOST_ITEMS).flatMap((item) => {
    const place = side === 'behind' ? witnessOf(item, ['waiting', 'active']) : witnessOf(item, ['done']);
    const key = side === 'behind' ? 'plan-status.item-open' : 'plan-status.item-done';
    return relate([place ?? item], { key, args: { title: item.title } });
  });
}

function witnessOf(
  item: PlanItem,
  standings: readonly Standing[],
): StatedStatus | PlanItem['tasks'][number] | undefined {
  const status = ownStatuses(item).find((each) => standings.includes(standingOf(each) ?? 'dropped'));
  return status ?? item.tasks.find(({ isDone }) => isDone === standings.includes('done'));
}

/** Not finished, in words or in boxes. */
function isBehind(item: PlanItem): boolean {
  if (isCancelled(item)) return false;
  return witnessOf(item, ['waiting', 'active']) !== undefined;
}

/** Done in words or by all its boxes. */
function isAhead(item: PlanItem): boolean {
  const isTicked = item.tasks.length > 0 && item.tasks.every(({ isDone }) => isDone);
  return isTicked || ownStatuses(item).some((status) => standingOf(status) === 'done');
}
