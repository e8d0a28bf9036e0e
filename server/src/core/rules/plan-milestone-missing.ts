// Items that belong to no milestone, in a plan whose milestones take up the others of their kind.
import { itemsOfMilestone } from '../roadmap/checks/milestoneItems.ts';
import { listNames, planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { isCancelled, itemStanding } from '../roadmap/checks/standing.ts';
import type { Plan, PlanItem, PlanMilestone } from '../roadmap/plan.ts';
import type { Finding } from '../finding.ts';
import type { PlanRule } from './rule.ts';

const LEAST_SHARE = 2 / 3;
const FEWEST_MILESTONES = 2;
const OPTIONAL = /可选|optional/i;

export const planMilestoneMissing: PlanRule = {
  kind: 'plan',
  code: 'plan-milestone-missing',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, model }) => {
    const milestones = milestonesOfItems(plan);
    const optional = model.sections.filter(({ heading }) => OPTIONAL.test(heading.text));
    const planned = plan.items.filter(
      (item) =>
        isPlanned(item) && !optional.some(({ span }) => span.start <= item.span.start && item.span.start < span.end),
    );
    const kinds = [...new Set(planned.map(({ kind }) => kind))];
    return kinds.flatMap((kind) =>
      missingFinding(
        planned.filter((item) => item.kind === kind),
        milestones,
      ),
    );
  },
};

function milestonesOfItems(plan: Plan): ReadonlyMap<PlanItem, PlanMilestone> {
  const found = new Map<PlanItem, PlanMilestone>();
  for (const milestone of plan.milestones) {
    if (milestone.items.length > 0) continue;
    for (const item of itemsOfMilestone(milestone, plan)) if (!found.has(item)) found.set(item, milestone);
  }
  const byKey = new Map(plan.milestones.map((milestone) => [milestone.key, milestone]));
  for (const item of plan.items) {
    const stated = item.milestone === undefined ? undefined : byKey.get(item.milestone);
    if (stated !== undefined) found.set(item, stated);
  }
  return found;
}

function missingFinding(
  items: readonly PlanItem[],
  milestones: ReadonlyMap<PlanItem, PlanMilestone>,
): readonly Finding[] {
  const used = new Set(items.flatMap((item) => milestones.get(item) ?? []));
  const missing = items.filter((item) => !milestones.has(item));
  const [first, ...others] = missing;
  if (first === undefined || used.size < FEWEST_MILESTONES) return [];
  if (items.length - missing.length < items.length * LEAST_SHARE) return [];
  const titles = listNames(missing.map(({ title }) => title));
  const args = { titles, count: missing.length, covered: items.length - missing.length, all: items.length };
  return [
    planFinding(planMilestoneMissing, {
      place: first,
      message: { key: 'plan-milestone-missing', args },
      related: [
        ...relate(others, { key: 'plan-milestone-missing.other' }),
        ...relate([...used], { key: 'plan-milestone-missing.milestone' }),
      ],
    }),
  ];
}

function isPlanned(item: PlanItem): boolean {
  if (item.kind === 'existing-case' || item.isOptional === true) return false;
  return !isCancelled(item) && itemStanding(item) !== 'done';
}
