// Documents that reach themselves by one type of relation. Loops and own stacks only: a chain of thousands must not
// exhaust the call stack. Time in proportion to documents and relations.
import type { RelationEdge, RelationGraph } from './relation.ts';

export interface Cycle {
  readonly type: string;
  /** A shortest way around through the first member, in order; the last leads back to the first. */
  readonly path: readonly string[];
  /** Every document of the tangle, those of `path` among them. */
  readonly members: ReadonlySet<string>;
}

const known = new WeakMap<RelationGraph, ReadonlyMap<string, ReadonlyMap<string, Cycle>>>();

/** By type, then by member. Relations of a document to itself are no cycle here. */
export function cyclesOf(graph: RelationGraph): ReadonlyMap<string, ReadonlyMap<string, Cycle>> {
  const found = known.get(graph);
  if (found !== undefined) return found;
  const acyclic = graph.types.filter(({ isAcyclic }) => isAcyclic).map(({ name }) => name);
  const byType = new Map(acyclic.map((type) => [type, new Map<string, string[]>()]));
  for (const edge of graph.edges) {
    const targets = byType.get(edge.type);
    if (targets !== undefined && isBetweenDocuments(edge)) add(targets, edge.from, edge.to);
  }
  const cycles = new Map([...byType].map(([type, targets]) => [type, cyclesIn(type, targets)]));
  known.set(graph, cycles);
  return cycles;
}

function isBetweenDocuments({ from, to, gap }: RelationEdge): boolean {
  return gap === undefined && from !== to;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

type Targets = ReadonlyMap<string, readonly string[]>;

function cyclesIn(type: string, targets: Targets): ReadonlyMap<string, Cycle> {
  const byMember = new Map<string, Cycle>();
  for (const component of tangles(targets)) {
    const members = new Set(component);
    const cycle = { type, path: wayAround(component.at(-1) ?? '', members, targets), members };
    for (const member of members) byMember.set(member, cycle);
  }
  return byMember;
}

interface Visit {
  readonly node: string;
  next: number;
}

/** Strongly connected components of more than one document (Tarjan's algorithm, with an own stack). */
function tangles(targets: Targets): readonly (readonly string[])[] {
  const search = new TangleSearch(targets);
  for (const start of targets.keys()) search.from(start);
  return search.found;
}

class TangleSearch {
  readonly found: (readonly string[])[] = [];
  readonly #targets: Targets;
  readonly #order = new Map<string, number>();
  readonly #lowest = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  from(start: string): void {
    if (this.#order.has(start)) return;
    const path: Visit[] = [this.#enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const entered = this.#step(top);
      if (entered !== undefined) path.push(entered);
      else if (top.next > (this.#targets.get(top.node)?.length ?? 0)) {
        path.pop();
        this.#leave(top.node);
        const above = path.at(-1);
        if (above !== undefined) this.#lower(above.node, this.#lowest.get(top.node) ?? 0);
      }
    }
  }

  /** Looks at the next target of a document; the visit of that target where it is new. */
  #step(top: Visit): Visit | undefined {
    const next = this.#targets.get(top.node)?.[top.next];
    top.next += 1;
    if (next === undefined) return undefined;
    if (!this.#order.has(next)) return this.#enter(next);
    if (this.#isOpen.has(next)) this.#lower(top.node, this.#order.get(next) ?? 0);
    return undefined;
  }

  #enter(node: string): Visit {
    this.#order.set(node, this.#order.size);
    this.#lower(node, this.#order.size - 1);
    this.#open.push(node);
    this.#isOpen.add(node);
    return { node, next: 0 };
  }

  #leave(node: string): void {
    if (this.#lowest.get(node) !== this.#order.get(node)) return;
    const component = this.#open.splice(this.#open.lastIndexOf(node));
    for (const member of component) this.#isOpen.delete(member);
    if (component.length > 1) this.found.push(component);
  }

  #lower(node: string, value: number): void {
    if (value < (this.#lowest.get(node) ?? Number.POSITIVE_INFINITY)) this.#lowest.set(node, value);
  }
}

/** Breadth first from a member back to it. */
function wayAround(start: string, members: ReadonlySet<string>, targets: Targets): readonly string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of targets.get(node) ?? []) {
      if (next === start) return wayTo(node, start, cameFrom);
      if (!members.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return [start];
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let node = end; node !== start;) {
    node = cameFrom.get(node) ?? start;
    way.push(node);
  }
  return way.toReversed();
}
