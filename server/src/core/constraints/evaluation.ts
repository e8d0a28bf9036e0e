// Which subjects a constraint selects, and what each of them breaks. Every answer is kept while the library stays the same,
// so that demands over neighbors of neighbors cost each document once.
import { classificationOf, findFacet } from '../classification/classificationOf.ts';
import { matcherOf, type PathMatcher } from '../library/globs.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Span } from '../sourceText.ts';
import type { Constraint, Demand, NetworkDemand, Select } from './constraint.ts';
import {
  keyOfNode,
  recordOfNode,
  type ConstraintGround,
  type ConstraintNode,
  type NodeRecord,
} from './constraintNode.ts';
import { brokenIn, type BrokenMember } from './constraintSchema.ts';
import { neighborsOf, type Neighbor } from './neighbors.ts';

/** One way in which a subject breaks a demand. */
export type Break =
  | { readonly kind: 'local'; readonly broken: BrokenMember; readonly value: string }
  /** A neighbor does not show what every one has to. */
  | { readonly kind: 'neighbor'; readonly relation: string; readonly isBack: boolean; readonly neighbor: Neighbor }
  | {
      readonly kind: 'few' | 'many';
      readonly relation: string;
      readonly isBack: boolean;
      readonly count: number;
      readonly bound: number;
      readonly span?: Span;
    };

/** More neighbors at fault than a person reads. */
const MOST_NEIGHBORS = 20;

export class Evaluation {
  readonly #ground: ConstraintGround;
  readonly #records = new Map<string, NodeRecord>();
  readonly #holds = new Map<Demand, Map<string, boolean>>();
  readonly #matchers = new Map<Select, PathMatcher>();

  constructor(ground: ConstraintGround) {
    this.#ground = ground;
  }

  /** Subjects that stand in one document: itself, or the gaps and items of the plan that it is. */
  nodesIn(path: string, of: Select['of']): readonly ConstraintNode[] {
    const facts = this.#ground.index.documents.get(path);
    if (of === 'document') return facts === undefined ? [] : [{ of, facts }];
    const plan = this.#ground.plans?.find((known) => known.path === path);
    if (plan === undefined) return [];
    if (of === 'gap') return plan.gaps.map((gap, position) => ({ of, plan, gap, position }));
    return plan.items.map((item) => ({ of, plan, item }));
  }

  isSelected({ select }: Constraint, node: ConstraintNode): boolean {
    const record = this.#recordOf(node);
    const oneOf = (name: string, wanted: readonly string[] | undefined): boolean =>
      wanted === undefined || wanted.some((word) => word === record[name]);
    return (
      oneOf('kind', select.kind) &&
      oneOf('stage', select.stage) &&
      oneOf('priority', select.priority) &&
      this.#matchesPath(select, record) &&
      hasStatus(select, record) &&
      hasValues(this.#byFacetName(select), record['facets']) &&
      hasValues(select.fields, record['fields']) &&
      (select.where === undefined || brokenIn(select.where, record).length === 0)
    );
  }

  breaksOf(demand: Demand, node: ConstraintNode): readonly Break[] {
    return [
      ...this.#localBreaks(demand, node),
      ...demand.network.flatMap((network) => this.#networkBreaks(network, node, false)),
      ...demand.networkBack.flatMap((network) => this.#networkBreaks(network, node, true)),
    ];
  }

  #localBreaks({ local }: Demand, node: ConstraintNode): readonly Break[] {
    if (local === undefined) return [];
    const record = this.#recordOf(node);
    const [broken] = brokenIn(local, record);
    return broken === undefined ? [] : [{ kind: 'local', broken, value: shownValue(record, broken.path) }];
  }

  #networkBreaks(demand: NetworkDemand, node: ConstraintNode, isBack: boolean): readonly Break[] {
    const { relation, items, contains, minContains, maxContains } = demand;
    const neighbors = neighborsOf(node, { relation, isBack }, this.#ground);
    const common = { relation, isBack };
    const wrong = items === undefined ? [] : neighbors.filter((neighbor) => !this.#isHeld(items, neighbor.node));
    const breaks: Break[] = wrong
      .slice(0, MOST_NEIGHBORS)
      .map((neighbor) => ({ kind: 'neighbor', ...common, neighbor }));
    if (contains === undefined && minContains === undefined && maxContains === undefined) return breaks;
    const found =
      contains === undefined ? neighbors : neighbors.filter((neighbor) => this.#isHeld(contains, neighbor.node));
    const least = minContains ?? (maxContains === undefined ? 1 : 0);
    const count = found.length;
    if (count < least) breaks.push({ kind: 'few', ...common, count, bound: least });
    if (maxContains !== undefined && count > maxContains) {
      const span = found[maxContains]?.span;
      breaks.push({ kind: 'many', ...common, count, bound: maxContains, ...(span && { span }) });
    }
    return breaks;
  }

  #isHeld(demand: Demand, node: ConstraintNode): boolean {
    const ofDemand = this.#holds.get(demand) ?? new Map<string, boolean>();
    this.#holds.set(demand, ofDemand);
    const key = keyOfNode(node);
    const known = ofDemand.get(key);
    if (known !== undefined) return known;
    const isHeld = this.breaksOf(demand, node).length === 0;
    ofDemand.set(key, isHeld);
    return isHeld;
  }

  #recordOf(node: ConstraintNode): NodeRecord {
    const key = keyOfNode(node);
    const known = this.#records.get(key) ?? recordOfNode(node, this.#ground);
    this.#records.set(key, known);
    return known;
  }

  /** Facets may be called by their labels and by the keys of metadata that state them. */
  #byFacetName({ facets }: Select): Select['facets'] {
    if (facets === undefined) return undefined;
    const classification = classificationOf(this.#ground.configuration);
    const named = Object.entries(facets).map(
      ([name, words]) => [findFacet(classification, name)?.name ?? name, words] as const,
    );
    return Object.fromEntries(named);
  }

  #matchesPath(select: Select, record: NodeRecord): boolean {
    if (select.path === undefined) return true;
    const matcher = this.#matchers.get(select) ?? matcherOf(select.path);
    this.#matchers.set(select, matcher);
    return matcher(String(record['path']));
  }
}

function hasStatus({ status }: Select, record: NodeRecord): boolean {
  if (status === undefined) return true;
  const own = typeof record['status'] === 'string' ? normalKey(record['status']) : '';
  return own !== '' && status.some((word) => own.includes(normalKey(word)));
}

/** Each named member has one of the wanted values. */
function hasValues(wanted: Select['facets'], values: unknown): boolean {
  if (wanted === undefined) return true;
  const record = values as NodeRecord; // facets and fields of a document, nothing else has them
  return Object.entries(wanted).every(([name, words]) => {
    const value = record[name] ?? record[normalKey(name)];
    const own = (Array.isArray(value) ? value : [value]).map((text) => normalKey(String(text ?? '')));
    return words.some((word) => own.includes(normalKey(word)));
  });
}

function shownValue(record: NodeRecord, path: readonly string[]): string {
  let value: unknown = record;
  for (const part of path) value = (value as NodeRecord | undefined)?.[part];
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const evaluations = new WeakMap<ConstraintGround['index'], { ground: ConstraintGround; evaluation: Evaluation }>();

/** The same evaluation for the same state of the library. */
export function evaluationOf({ index, configuration, plans }: ConstraintGround): Evaluation {
  const known = evaluations.get(index);
  if (known?.ground.configuration === configuration && known.ground.plans === plans) return known.evaluation;
  const ground = { index, configuration, ...(plans && { plans }) };
  const evaluation = new Evaluation(ground);
  evaluations.set(index, { ground, evaluation });
  return evaluation;
}
