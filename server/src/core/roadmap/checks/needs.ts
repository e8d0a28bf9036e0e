// The dependencies of a plan as a graph: who needs whom, and which statements say so.
import type { DependencyStatement, Place, Plan, PlanItem, PlanPhase } from '../plan.ts';
import { indexOf } from './planIndex.ts';
import { isPaused, itemStanding, type Standing } from './standing.ts';

export interface Needs {
  /** What each item or phase needs directly. */
  readonly direct: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether it needs the other, directly or not. Cycles end. Undefined: too far to look. */
  needs(key: string, on: string): boolean | undefined;
  /** Statements of one need. */
  statements(from: string, on: string): readonly Place[];
}

export function needsOf(plan: Plan): Needs {
  const direct = new Map<string, Set<string>>();
  const said = new Map<string, Place[]>();
  const add = (from: string, on: string, places: readonly Place[]): void => {
    if (from === on) return;
    const set = direct.get(from) ?? new Set<string>();
    direct.set(from, set.add(on));
    const key = JSON.stringify([from, on]);
    const known = said.get(key);
    if (known === undefined) said.set(key, [...places]);
    else known.push(...places);
  };
  for (const statement of plan.dependencies) {
    if (statement.form === 'needs') for (const on of statement.on) add(statement.from, on, [statement]);
  }
  for (const node of [...plan.phases, ...plan.items]) {
    for (const on of node.dependsOn) {
      const isSaid = said.has(JSON.stringify([node.key, on]));
      add(node.key, on, isSaid ? [] : node.dependencyTexts.slice(0, 1));
    }
  }
  const budget = { left: MOST_STEPS };
  return {
    direct,
    needs: (key, on) => (direct.get(key)?.has(on) === true ? true : isReached(key, on, { direct, budget })),
    statements: (from, on) => said.get(JSON.stringify([from, on])) ?? [],
  };
}

/** Steps of all searches of one plan: thousands of indirect needs are nobody's plan. */
const MOST_STEPS = 200_000;

interface Search {
  readonly direct: ReadonlyMap<string, ReadonlySet<string>>;
  readonly budget: { left: number };
}

function isReached(key: string, on: string, { direct, budget }: Search): boolean | undefined {
  const seen = new Set<string>();
  const open = [...(direct.get(key) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === on) return true;
    if (--budget.left < 0) return undefined;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(direct.get(next) ?? []));
  }
  return false;
}

export interface PlanNode {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  readonly items: readonly PlanItem[];
  readonly isPaused: boolean;
  readonly pauses: readonly Place[];
  /** Undefined where nothing tells. */
  readonly standing: Standing | undefined;
}

/** An item or phase by its key. */
export function nodeOf(key: string, plan: Plan): PlanNode | undefined {
  const index = indexOf(plan);
  const phase = index.phases.get(key);
  if (phase !== undefined) return phaseNode(phase, index.itemsOfPhase(key));
  const item = index.items.get(key);
  if (item === undefined) return undefined;
  return {
    key,
    name: item.number === undefined ? item.title : `${item.number} ${item.title}`,
    place: item,
    items: [item],
    isPaused: isPaused(item.statuses),
    pauses: item.statuses.filter(({ value }) => value === 'paused'),
    standing: itemStanding(item),
  };
}

function phaseNode(phase: PlanPhase, items: readonly PlanItem[]): PlanNode {
  const standings = items.map(itemStanding);
  const known = standings.filter((standing) => standing !== undefined);
  return {
    key: phase.key,
    name: phase.id,
    place: phase,
    items,
    isPaused: isPaused(phase.statuses),
    pauses: phase.statuses.filter(({ value }) => value === 'paused'),
    standing: known.length === 0 ? undefined : joined(known),
  };
}

function joined(standings: readonly Standing[]): Standing {
  const [first] = standings;
  return first !== undefined && standings.every((standing) => standing === first) ? first : 'active';
}

/** Every pair that statements say may run side by side. */
export function parallelPairs(
  plan: Plan,
): readonly { readonly a: string; readonly b: string; readonly statement: DependencyStatement }[] {
  return plan.dependencies
    .filter(({ form }) => form === 'parallel')
    .flatMap((statement) => statement.on.map((b) => ({ a: statement.from, b, statement })));
}
