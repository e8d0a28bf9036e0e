// Two places of a plan that give one thing different states: lists against tables, words against boxes, a group against
// its items, the plan against what it holds.
import type { Finding } from '../finding.ts';
import { boxFindings } from '../roadmap/checks/boxWords.ts';
import { byPlace, planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { sharedPlaces, sharedStatusFaults } from '../roadmap/checks/sharedStatus.ts';
import { isCancelled, ownStatuses, standingOf } from '../roadmap/checks/standing.ts';
import type { Plan, PlanItem, StatedStatus } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

const MOST_BOXES = 10;

export const planStatus: PlanRule = {
  kind: 'plan',
  code: 'plan-status',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check: ({ plan, model }) => [
    ...differingPlaces(plan),
    ...wordsAgainstBoxes(plan),
    ...boxFindings(plan, planStatus),
    ...gapFindings(plan),
    ...sharedStatusFaults(plan, model).map((fault) => planFinding(planStatus, fault)),
  ],
};

interface Differing {
  readonly item: PlanItem;
  readonly first: StatedStatus;
  readonly other: StatedStatus;
  readonly stated: readonly StatedStatus[];
}

/** Items whose states stand on the same two lines are one contradiction of these lines. */
function differingPlaces({ items }: Plan): readonly Finding[] {
  const faults = new Map<string, Differing[]>();
  for (const item of items) {
    const fault = placesDiffer(item);
    if (fault === undefined) continue;
    const key = `${String(fault.first.span.start)}-${String(fault.other.span.start)}`;
    faults.set(key, [...(faults.get(key) ?? []), fault]);
  }
  return [...faults.values()].flatMap(differingFinding);
}

function placesDiffer(item: PlanItem): Differing | undefined {
  const stated = ownStatuses(item).toSorted(byPlace);
  const first = stated.find((status) => standingOf(status) !== undefined);
  const other = stated.find((status) => first !== undefined && excludes(first, status));
  return first === undefined || other === undefined ? undefined : { item, first, other, stated };
}

function differingFinding(same: readonly Differing[]): readonly Finding[] {
  const [fault] = same;
  if (fault === undefined) return [];
  const { item, first, other, stated } = fault;
  const args = { title: item.title, one: shown(first), other: shown(other), count: same.length };
  return [
    planFinding(planStatus, {
      place: first,
      message: { key: same.length === 1 ? 'plan-status' : 'plan-status.many', args },
      related: stated.flatMap((each) => relate([each], { key: 'plan-status.here', args: { status: shown(each) } })),
    }),
  ];
}

function excludes(a: StatedStatus, b: StatedStatus): boolean {
  const [one, other] = [standingOf(a), standingOf(b)];
  return one !== undefined && other !== undefined && one !== other && a.line !== b.line;
}

/** What is said of several items at once is held against all of them together. */
function wordsAgainstBoxes(plan: Plan): readonly Finding[] {
  const shared = sharedPlaces(plan);
  return plan.items.flatMap((item) => {
    if (item.tasks.length === 0 || isCancelled(item) || placesDiffer(item) !== undefined) return [];
    const stated = ownStatuses(item).find((status) => standingOf(status) !== undefined);
    return stated === undefined || shared.has(stated.span.start) ? [] : boxesFinding(item, stated);
  });
}

function boxesFinding({ tasks, title }: PlanItem, stated: StatedStatus): readonly Finding[] {
  const standing = standingOf(stated);
  const open = tasks.filter(({ isDone }) => !isDone);
  const done = tasks.filter(({ isDone }) => isDone);
  const isWrong =
    (standing === 'done' && open.length > 0) ||
    (standing === 'waiting' && done.length > 0) ||
    (standing === 'active' && open.length === 0);
  if (!isWrong) return [];
  const witnesses = standing === 'done' ? open : done;
  const key = standing === 'done' ? 'plan-status.box-open' : 'plan-status.box-done';
  const args = { title, status: shown(stated), done: done.length, count: tasks.length };
  return [
    planFinding(planStatus, {
      place: stated,
      message: { key: 'plan-status.boxes', args },
      related: relate(witnesses.slice(0, MOST_BOXES), { key }),
    }),
  ];
}

/** A box that says something is missing, while everything that covers it is done. */
function gapFindings({ gaps, items }: Plan): readonly Finding[] {
  const done = new Map(items.filter(isDoneInWords).map((item) => [item.key, item]));
  return gaps.flatMap((gap) => {
    if (gap.isDone || gap.mark !== undefined || gap.coveredBy.length === 0) return [];
    const covering = gap.coveredBy.flatMap((key) => done.get(key) ?? []);
    if (covering.length < gap.coveredBy.length) return [];
    return planFinding(planStatus, {
      place: gap,
      message: { key: 'plan-status.gap', args: { gap: gap.text, title: covering[0]?.title ?? '' } },
      related: relate(covering, { key: 'plan-status.covering' }),
    });
  });
}

function isDoneInWords(item: PlanItem): boolean {
  const stated = ownStatuses(item);
  return stated.length > 0 && stated.every((status) => standingOf(status) === 'done');
}

function shown({ text }: StatedStatus): string {
  return text.trim().slice(0, 40);
}
