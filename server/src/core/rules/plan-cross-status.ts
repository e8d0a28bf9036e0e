// One item that two plans give different states.
import type { Finding } from '../finding.ts';
import { sameInOthers, type PlannedItem } from '../roadmap/joinPlans.ts';
import { relate } from '../roadmap/checks/planFinding.ts';
import { ownStatuses, standingOf } from '../roadmap/checks/standing.ts';
import type { Plan, PlanItem, StatedStatus } from '../roadmap/plan.ts';
import { isNotStarted, statedStatusOf } from '../roadmap/statedStatus.ts';
import type { PlanRule } from './rule.ts';

export const planCrossStatus: PlanRule = {
  kind: 'plan',
  code: 'plan-cross-status',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, files, otherPlans }) => {
    const same = sameInOthers(plan, otherPlans, files?.paths ?? NOTHING);
    const found = plan.items.flatMap((item) => disagreements(item, same.get(item.key) ?? []));
    const alike = new Map<string, Disagreement[]>();
    for (const one of found) alike.set(keyOf(one), [...(alike.get(keyOf(one)) ?? []), one]);
    return [...alike.values()].flatMap(findingOf);
  },
};

const NOTHING: ReadonlySet<string> = new Set();

interface Disagreement {
  readonly item: PlanItem;
  readonly own: StatedStatus;
  readonly against: readonly { readonly plan: Plan; readonly stated: StatedStatus }[];
}

function disagreements(item: PlanItem, others: readonly PlannedItem[]): readonly Disagreement[] {
  const own = statedStatusOf(item);
  // Where the plan itself says both, plan-status tells it, and nothing is sure enough to hold against another plan.
  if (own === undefined || isContested(item)) return [];
  const against = others.flatMap(({ plan, item: other }) => {
    const stated = statedStatusOf(other);
    return stated !== undefined && stated.via !== 'gap' && disagree(own, stated) ? [{ plan, stated }] : [];
  });
  return against.length === 0 ? [] : [{ item, own, against }];
}

function isContested(item: PlanItem): boolean {
  const standings = new Set(ownStatuses(item).flatMap((status) => standingOf(status) ?? []));
  return standings.has('done') && standings.has('waiting');
}

/** The same words here against the same words there: one plan was not brought up to the other, which is one fault. */
function keyOf({ own, against }: Disagreement): string {
  const [other] = against;
  return JSON.stringify([own.text, other?.plan.path, other?.stated.value]);
}

/** Items that disagree alike share one finding. */
function findingOf(same: readonly Disagreement[]): readonly Finding[] {
  const [first] = same;
  const other = first?.against[0];
  if (first === undefined || other === undefined) return [];
  const { code, defaultSeverity: severity } = planCrossStatus;
  const args = {
    title: first.item.title,
    count: same.length,
    stated: first.own.text,
    other: other.stated.text,
    path: other.plan.path,
    line: other.stated.line + 1,
  };
  const key = same.length === 1 ? 'plan-cross-status' : 'plan-cross-status.several';
  const here = same.filter(({ own }) => own.span.start !== first.own.span.start).map(({ own }) => own);
  const related = [
    ...here.flatMap((own) => relate([own], { key: 'plan-status.here', args: { status: own.text } })),
    ...same.flatMap(({ item, against }) =>
      against.map(({ plan, stated }) => ({
        message: { key: 'plan-cross-status.other', args: { title: item.title, stated: stated.text } } as const,
        path: plan.path,
        span: stated.span,
      })),
    ),
  ];
  return [{ code, severity, message: { key, args }, span: first.own.span, related }];
}

/** Done against not begun. What lies between (in progress, partial, paused) is a matter of the day it was written. */
function disagree(a: StatedStatus, b: StatedStatus): boolean {
  return (a.value === 'done' && isNotStarted(b.value)) || (b.value === 'done' && isNotStarted(a.value));
}
