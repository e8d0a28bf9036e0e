// Items or phases that need each other in a circle.
import { needsOf, nodeOf, type Needs } from '../roadmap/checks/needs.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { Finding } from '../finding.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planDependencyCycle: PlanRule = {
  kind: 'plan',
  code: 'plan-dependency-cycle',
  defaultSeverity: 'error',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => {
    const needs = needsOf(plan);
    return cyclesOf(needs).flatMap((cycle) => cycleFinding(cycle, plan, needs));
  },
};

/** More circles than this are one tangle; each costs its length. */
const MOST_CYCLES = 50;

/** Each circle once. An own stack instead of recursion: a long chain must not exhaust the call stack. */
function cyclesOf({ direct }: Needs): readonly (readonly string[])[] {
  const finished = new Set<string>();
  const cycles: (readonly string[])[] = [];
  for (const start of direct.keys()) {
    if (finished.has(start)) continue;
    const path: { readonly key: string; readonly open: string[] }[] = [
      { key: start, open: [...(direct.get(start) ?? [])] },
    ];
    const onPath = new Map([[start, 0]]);
    for (let top = path.at(-1); top !== undefined && cycles.length < MOST_CYCLES; top = path.at(-1)) {
      const next = top.open.pop();
      if (next === undefined) {
        finished.add(top.key);
        onPath.delete(top.key);
        path.pop();
        continue;
      }
      const at = onPath.get(next);
      if (at !== undefined) cycles.push(path.slice(at).map(({ key }) => key));
      else if (!finished.has(next)) {
        onPath.set(next, path.length);
        path.push({ key: next, open: [...(direct.get(next) ?? [])] });
      }
    }
  }
  return cycles;
}

function cycleFinding(cycle: readonly string[], plan: Plan, needs: Needs): readonly Finding[] {
  const places = cycle.flatMap((key, index) => needs.statements(key, cycle[(index + 1) % cycle.length] ?? key));
  const [first = nodeOf(cycle[0] ?? '', plan)?.place, ...others] = places;
  if (first === undefined) return [];
  const names = [...cycle, cycle[0] ?? ''].map((key) => nodeOf(key, plan)?.name ?? key);
  return [
    planFinding(planDependencyCycle, {
      place: first,
      message: { key: 'plan-dependency-cycle', args: { cycle: shorten(names).join(' → ') } },
      related: relate(others, { key: 'plan-dependency-cycle.other' }),
    }),
  ];
}

/** A circle of hundreds is told by its beginning and its end. */
function shorten(names: readonly string[]): readonly string[] {
  return names.length <= 12 ? names : [...names.slice(0, 8), '…', ...names.slice(-3)];
}
