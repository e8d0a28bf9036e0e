// Two statements of a plan about the same dependency that differ: needs, arrows and "in parallel".
import type { Finding } from '../finding.ts';
import { needsOf, nodeOf, parallelPairs, type Needs } from '../roadmap/checks/needs.ts';
import { byPlace, listNames, planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { DependencyStatement, Plan } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planDependency: PlanRule = {
  kind: 'plan',
  code: 'plan-dependency',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => {
    const needs = needsOf(plan);
    return [...arrowFindings(plan, needs), ...parallelFindings(plan, needs)];
  },
};

/** Arrows that no need stands behind, in a plan that states the needs of what they point at. */
function arrowFindings(plan: Plan, needs: Needs): readonly Finding[] {
  const arrows = new Map<string, DependencyStatement[]>();
  for (const statement of plan.dependencies) {
    const [on] = statement.on;
    // Where nothing else is said of it, the arrow is the statement.
    if (statement.form !== 'chain' || on === undefined || !needs.direct.has(statement.from)) continue;
    if (needs.needs(statement.from, on) !== false) continue;
    const key = JSON.stringify([statement.from, on]);
    const same = arrows.get(key);
    if (same === undefined) arrows.set(key, [statement]);
    else same.push(statement);
  }
  const pairs = arrows.size === 0 ? [] : parallelPairs(plan);
  return [...arrows.values()].flatMap((same) => arrowFinding(same.toSorted(byPlace), { plan, needs, pairs }));
}

interface Ground {
  readonly plan: Plan;
  readonly needs: Needs;
  readonly pairs: ReturnType<typeof parallelPairs>;
}

function arrowFinding(same: readonly DependencyStatement[], { plan, needs, pairs }: Ground): readonly Finding[] {
  // A picture is wide; the sentence that says it is the better place.
  const first = same.find(({ via }) => via !== 'graph') ?? same[0];
  const on = first?.on[0];
  if (first === undefined || on === undefined) return [];
  const others = same.filter((statement) => statement !== first);
  const wanted = [...(needs.direct.get(first.from) ?? [])];
  const nodes = [first.from, on];
  const parallel = pairs.filter(({ a, b }) => a !== b && nodes.includes(a) && nodes.includes(b));
  const args = {
    from: nameOf(first.from, plan),
    on: nameOf(on, plan),
    needs: listNames(wanted.map((key) => nameOf(key, plan))),
  };
  return [
    planFinding(planDependency, {
      place: first,
      message: { key: 'plan-dependency.arrow', args },
      related: [
        ...wanted.flatMap((key) => relate(needs.statements(first.from, key), { key: 'plan-dependency.needs', args })),
        ...relate(others, { key: 'plan-dependency.same' }),
        ...relate(
          parallel.map(({ statement }) => statement),
          { key: 'plan-dependency.says-parallel' },
        ),
      ],
    }),
  ];
}

function parallelFindings(plan: Plan, needs: Needs): readonly Finding[] {
  return parallelPairs(plan).flatMap(({ a, b, statement }) => {
    const [from, on] = needs.needs(a, b) === true ? [a, b] : [b, a];
    if (needs.needs(from, on) !== true) return [];
    const args = { from: nameOf(from, plan), on: nameOf(on, plan) };
    return planFinding(planDependency, {
      place: statement,
      message: { key: 'plan-dependency.parallel', args },
      related: relate(needs.statements(from, on), { key: 'plan-dependency.needs', args: { ...args, needs: args.on } }),
    });
  });
}

function nameOf(key: string, plan: Plan): string {
  return nodeOf(key, plan)?.name ?? key;
}
