// Work that is done before what it needs, or that waits for something that is put off.
import type { Finding } from '../finding.ts';
import { needsOf, nodeOf, type Needs, type PlanNode } from '../roadmap/checks/needs.ts';
import { listNames, planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { itemStanding } from '../roadmap/checks/standing.ts';
import type { Place, PlanItem } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planDependencyState: PlanRule = {
  kind: 'plan',
  code: 'plan-dependency-state',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => {
    const needs = needsOf(plan);
    return [...needs.direct].flatMap(([key, on]) => {
      const node = nodeOf(key, plan);
      if (node === undefined) return [];
      const needed = [...on].flatMap((other) => nodeOf(other, plan) ?? []);
      return [...earlyFinding(node, needed, needs), ...blockedFinding(node, needed, needs)];
    });
  },
};

function earlyFinding(node: PlanNode, needed: readonly PlanNode[], needs: Needs): readonly Finding[] {
  const done = node.items.filter((item) => itemStanding(item) === 'done');
  const open = needed.filter(({ standing }) => standing === 'waiting' || standing === 'active');
  const [first, ...others] = done;
  if (first === undefined || open.length === 0) return [];
  const args = { title: listNames(done.map(({ title }) => title)), needs: listNames(open.map(({ name }) => name)) };
  return [
    planFinding(planDependencyState, {
      place: witness(first),
      message: { key: 'plan-dependency-state.early', args },
      related: [
        ...relate(others.map(witness), { key: 'plan-dependency-state.done' }),
        ...open.flatMap(({ key }) => relate(needs.statements(node.key, key), { key: 'plan-dependency-state.needs' })),
        ...relate(
          open.map(({ place }) => place),
          { key: 'plan-dependency-state.open' },
        ),
      ],
    }),
  ];
}

function witness(item: PlanItem): Place {
  return item.tasks.find(({ isDone }) => isDone) ?? item;
}

function blockedFinding(node: PlanNode, needed: readonly PlanNode[], needs: Needs): readonly Finding[] {
  if (node.isPaused || node.standing === 'done' || node.standing === 'dropped') return [];
  const paused = needed.filter((other) => other.isPaused);
  const [first] = paused;
  if (first === undefined) return [];
  const statements = paused.flatMap(({ key }) => needs.statements(node.key, key));
  const [place = node.place, ...others] = statements;
  return [
    planFinding(planDependencyState, {
      place,
      message: { key: 'plan-dependency-state.blocked', args: { title: node.name, needs: first.name } },
      related: [
        ...relate(others, { key: 'plan-dependency-state.needs' }),
        ...relate(
          paused.flatMap(({ pauses }) => pauses),
          { key: 'plan-dependency-state.paused' },
        ),
      ],
    }),
  ];
}
