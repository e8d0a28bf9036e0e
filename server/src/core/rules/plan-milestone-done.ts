// A milestone that is marked as done while items of it are open or put off.
import type { Finding } from '../finding.ts';
import {
  claimedMilestones,
  isOpen,
  itemOfClaim,
  tasksAgainst,
  type ClaimedMilestone,
} from '../roadmap/checks/milestoneClaims.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { MilestoneClaim, Place, PlanItem } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planMilestoneDone: PlanRule = {
  kind: 'plan',
  code: 'plan-milestone-done',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => claimedMilestones(plan).flatMap(check),
};

function check(claimed: ClaimedMilestone): readonly Finding[] {
  const { items, paused, claims, done } = claimed;
  const open = items.filter(isOpen);
  if (open.length === 0) return [];
  const isWhole = paused.length > 0 || open.length === items.length || claims.length < done.length;
  if (!isWhole) return claimFindings(claimed, open);
  // Boxes may just not be ticked; what a task says in words is sure, so it is told besides.
  return [wholeFinding(claimed, open), ...claims.flatMap((claim) => everythingFinding(claim, items))];
}

function wholeFinding({ milestone, done, tests, paused }: ClaimedMilestone, open: readonly PlanItem[]): Finding {
  const [first, ...others] = done;
  const args = { title: milestone.title, count: open.length };
  return planFinding(planMilestoneDone, {
    place: first ?? milestone,
    message: { key: paused.length > 0 ? 'plan-milestone-done.paused' : 'plan-milestone-done', args },
    related: [
      ...relate(others, { key: 'plan-milestone-done.other' }),
      ...relate(paused, { key: 'plan-milestone-done.pause' }),
      ...relate(open.map(firstOpen), { key: 'plan-milestone-done.open' }),
      ...relate(tests.filter(({ isDone }) => !isDone).slice(0, 1), { key: 'plan-milestone-done.test' }),
    ],
  });
}

function firstOpen(item: PlanItem): Place {
  return item.tasks.find(({ isDone }) => !isDone) ?? item;
}

/** Some items are done: each claim is held against the item that it speaks of. */
function claimFindings({ claims, items }: ClaimedMilestone, open: readonly PlanItem[]): readonly Finding[] {
  const meant = new Map(claims.map((claim) => [claim, itemOfClaim(claim, items)]));
  const named = new Set(meant.values());
  return open.flatMap((item) => {
    const [first, ...others] = named.has(item) ? claims.filter((claim) => meant.get(claim) === item) : [];
    if (first === undefined) return [];
    return planFinding(planMilestoneDone, {
      place: first,
      message: { key: 'plan-milestone-done.claim', args: { claim: first.text, title: item.title } },
      related: [
        ...relate(others, { key: 'plan-milestone-done.other' }),
        ...relate([firstOpen(item)], { key: 'plan-milestone-done.open' }),
      ],
    });
  });
}

function everythingFinding(claim: MilestoneClaim, items: readonly PlanItem[]): readonly Finding[] {
  const against = tasksAgainst(claim, items);
  const [first] = against;
  if (first === undefined) return [];
  const args = { claim: claim.text, task: first.text };
  return [
    planFinding(planMilestoneDone, {
      place: claim,
      message: { key: 'plan-milestone-done.everything', args },
      related: relate(against, { key: 'plan-milestone-done.open' }),
    }),
  ];
}
