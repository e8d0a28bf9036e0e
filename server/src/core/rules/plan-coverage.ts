// A goal, a gap or a line of the scope that nothing in the plan takes up.
import type { Finding } from '../finding.ts';
import { coverOf, gapCovers, milestonePromise, partsOf, type Cover } from '../roadmap/checks/coverage.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import type { Place, Plan, PlanGap, PlanGoal } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

/** A plan of few items describes more in words than in items. */
const FEWEST_ITEMS = 4;
const MOST_GOALS = 200;
const MOST_GAPS = 500;

export const planCoverage: PlanRule = {
  kind: 'plan',
  code: 'plan-coverage',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => {
    if (indexOf(plan).items.size < FEWEST_ITEMS) return [];
    const cover = coverOf(plan);
    const open = plan.gaps
      .slice(0, MOST_GAPS)
      .filter((gap) => gap.coveredBy.length === 0 && !gap.isDone && !cover.isCovered(gap.area));
    const told = new Set<PlanGap>();
    const goals = plan.goals.slice(0, MOST_GOALS).flatMap((goal) => {
      const gap = gapCovers(goal, open);
      if (gap !== undefined) told.add(gap);
      return gap === undefined ? goalFinding(goal, cover, plan) : [uncovered(goal, [gap])];
    });
    // Where most gaps are not taken up, the list is not one of things to do here.
    const gaps = open.length * 2 > plan.gaps.length ? [] : open.filter((gap) => !told.has(gap));
    return [...goals, ...gaps.map(gapFinding)];
  },
};

function uncovered(goal: PlanGoal, places: readonly Place[]): Finding {
  return planFinding(planCoverage, {
    place: goal,
    message: { key: 'plan-coverage', args: { title: goal.title } },
    related: relate(places, { key: 'plan-coverage.here' }),
  });
}

/** A goal is vague by nature; it takes a second sign that something is missing. */
function goalFinding(goal: PlanGoal, cover: Cover, plan: Plan): readonly Finding[] {
  const promise = milestonePromise(goal, plan.milestones);
  if (promise !== undefined && !cover.isCovered(promise.words) && !isNamedByItem(promise.words, plan)) {
    return [uncovered(goal, [promise.milestone])];
  }
  const parts = partsOf(goal);
  const missing = parts.filter((part) => !cover.isCovered(part) && !isNamedByItem(part, plan));
  const [first] = missing;
  if (first === undefined || missing.length * 2 > parts.length || parts.length < 3) return [];
  const args = { title: goal.title, part: missing.join('、') };
  return [planFinding(planCoverage, { place: goal, message: { key: 'plan-coverage.part', args } })];
}

const namedTexts = new WeakMap<Plan, string>();

/** Everything that items name in one text, a line each, so that looking for words is one search. */
function namedText(plan: Plan): string {
  const known = namedTexts.get(plan);
  if (known !== undefined) return known;
  const texts = plan.items.flatMap(({ title, outline, tasks }) => [
    title,
    ...outline.map(({ value }) => value),
    ...tasks.map(({ text }) => text),
  ]);
  const text = texts.join('\n');
  namedTexts.set(plan, text);
  return text;
}

function isNamedByItem(words: string, plan: Plan): boolean {
  return namedText(plan).includes(words);
}

function gapFinding(gap: PlanGap): Finding {
  return planFinding(planCoverage, { place: gap, message: { key: 'plan-coverage.gap', args: { gap: gap.area } } });
}
