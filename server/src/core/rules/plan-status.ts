// Two places of a plan that give one thing different states: lists against tables, words against boxes, a group against
// its items, the plan against what it holds.
import type { Finding } from '../finding.ts';
import { boxFindings } from '../roadmap/checks/boxWords.ts';
import { byPlace, planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { sharedStatusFaults } from '../roadmap/checks/sharedStatus.ts';
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
    ...plan.items.flatMap((item) => placesDiffer(item) ?? wordsAgainstBoxes(item) ?? []),
    ...boxFindings(plan, planStatus),
    ...gapFindings(plan),
    ...sharedStatusFaults(plan, model).map((fault) => planFinding(planStatus, fault)),
  ],
};

function placesDiffer(item: PlanItem): Finding | undefined {
  const stated = ownStatuses(item).toSorted(byPlace);
  const first = stated.find((status) => standingOf(status) !== undefined);
  const other = stated.find((status) => first !== undefined && excludes(first, status));
  if (first === undefined || other === undefined) return undefined;
  const args = { title: item.title, one: shown(first), other: shown(other) };
  return planFinding(planStatus, {
    place: first,
    message: { key: 'plan-status', args },
    related: stated.flatMap((each) => relate([each], { key: 'plan-status.here', args: { status: shown(each) } })),
  });
}

function excludes(a: StatedStatus, b: StatedStatus): boolean {
  const [one, other] = [standingOf(a), standingOf(b)];
  return one !== undefined && other !== undefined && one !== other && a.line !== b.line;
}

function wordsAgainstBoxes(item: PlanItem): Finding | undefined {
  const { tasks, title } = item;
  if (tasks.length === 0 || isCancelled(item)) return undefined;
  const stated = ownStatuses(item).find((status) => standingOf(status) !== undefined);
  const standing = stated && standingOf(stated);
  const open = tasks.filter(({ isDone }) => !isDone);
  const done = tasks.filter(({ isDone }) => isDone);
  const isWrong =
    (standing === 'done' && open.length > 0) ||
    (standing === 'waiting' && done.length > 0) ||
    (standing === 'active' && open.length === 0);
  if (stated === undefined || !isWrong) return undefined;
  const witnesses = standing === 'done' ? open : done;
  const args = { title, status: shown(stated), done: done.length, count: tasks.length };
  return planFinding(planStatus, {
    place: stated,
    message: { key: 'plan-status.boxes', args },
    related: relate(witnesses.slice(0, MOST_BOXES), {
      key: standing === 'done' ? 'plan-status.box-open' : 'plan-status.box-done',
    }),
  });
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
