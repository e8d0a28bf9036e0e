// All relations of a library as one graph. Statements are kept per document, so that an edit reads one document again.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import type { Plan } from '../roadmap/plan.ts';
import { declaredRelations } from './declaredRelations.ts';
import { isByPath, pathTargets } from './pathTargets.ts';
import { planRelations } from './planRelations.ts';
import type { RelationEdge, RelationGraph, RelationStatement, RelationType } from './relation.ts';
import { relationTypesOf } from './relationTypes.ts';
import { resolveRelation, type RelationGround } from './resolveRelation.ts';

export interface RelationInput {
  readonly index: LibraryIndex;
  readonly configuration: Pick<Configuration, 'relations' | 'links'>;
  /** For what plans state, and for their gaps. */
  readonly plans?: readonly Plan[];
}

interface DocumentStatements {
  readonly facts: DocumentFacts;
  readonly statements: readonly RelationStatement[];
}

interface Known {
  readonly documents: LibraryIndex['documents'];
  readonly types: readonly RelationType[];
  readonly plans: readonly Plan[] | undefined;
  readonly paths: object;
  readonly links: Configuration['links'];
  readonly byDocument: ReadonlyMap<string, DocumentStatements>;
  readonly graph: RelationGraph;
}

/** The last graph for each state of titles and metadata: while they stay the same, statements lead where they led. */
const known = new WeakMap<object, Known>();

const noPlans: readonly Plan[] = [];

/** The same graph as long as no relation changes. */
export function relationsOf({ index, configuration, plans = noPlans }: RelationInput): RelationGraph {
  const types = relationTypesOf(configuration);
  const { links } = configuration;
  const last = known.get(index.aspects.identity);
  const isSameGround =
    last?.types === types &&
    last.plans === plans &&
    last.paths === index.aspects.paths &&
    last.links === configuration.links;
  const before = isSameGround ? last : undefined;
  if (before?.documents === index.documents) return before.graph;
  const { byDocument, isChanged } = allStatements({ index, plans, types, ...(links && { links }) }, before);
  const graph =
    isChanged || before === undefined ? graphOf(byDocument, types, planRelations(plans, index)) : before.graph;
  const { paths } = index.aspects;
  known.set(index.aspects.identity, { documents: index.documents, types, plans, paths, links, byDocument, graph });
  return graph;
}

/** Statements of every document; those of documents that are as they were are kept. */
function allStatements(
  { types, ...ground }: RelationGround & { readonly types: readonly RelationType[] },
  before: Known | undefined,
): { readonly byDocument: ReadonlyMap<string, DocumentStatements>; readonly isChanged: boolean } {
  const { documents } = ground.index;
  let isChanged = before?.documents.size !== documents.size;
  const byDocument = new Map<string, DocumentStatements>();
  for (const [path, facts] of documents) {
    const last = before?.byDocument.get(path);
    if (last?.facts === facts) {
      byDocument.set(path, last);
      continue;
    }
    const statements = statementsOf(facts, types, ground);
    const isSame = last !== undefined && areEqual(statements, last.statements);
    if (!isSame) isChanged = true;
    byDocument.set(path, { facts, statements: isSame ? last.statements : statements });
  }
  return { byDocument, isChanged };
}

function statementsOf(
  facts: DocumentFacts,
  types: readonly RelationType[],
  ground: RelationGround,
): readonly RelationStatement[] {
  const all = declaredRelations(facts, types);
  const byPath = pathTargets(all, facts, ground);
  return all.flatMap((declared, at) => {
    const target = isByPath(declared) ? byPath[at] : resolveRelation(declared, facts.path, ground);
    return target === undefined ? [] : [{ ...declared, target }];
  });
}

function areEqual(a: readonly RelationStatement[], b: readonly RelationStatement[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

// ---- the graph

function graphOf(
  byDocument: ReadonlyMap<string, DocumentStatements>,
  types: readonly RelationType[],
  planned: readonly RelationEdge[],
): RelationGraph {
  const edges: RelationEdge[] = [];
  for (const [path, { statements }] of byDocument) {
    for (const statement of statements) {
      const edge = edgeOf(statement, path);
      if (edge !== undefined) edges.push(edge);
    }
  }
  const isUnstated = unstated(edges);
  for (const edge of planned) if (isUnstated(edge)) edges.push(edge);
  const outgoing = new Map<string, RelationEdge[]>();
  const incoming = new Map<string, RelationEdge[]>();
  for (const edge of edges) {
    add(outgoing, edge.from, edge);
    add(incoming, nodeKey(edge.to, edge.gap), edge);
  }
  return {
    edges,
    types,
    statements: (path) => byDocument.get(path)?.statements ?? [],
    outgoing: (path) => outgoing.get(path) ?? [],
    incoming: (path, gap) => incoming.get(nodeKey(path, gap)) ?? [],
  };
}

/** What documents state themselves is not said again by a plan. */
function unstated(edges: readonly RelationEdge[]): (edge: RelationEdge) => boolean {
  const stated = new Set(edges.map(keyOf));
  return (edge) => {
    const key = keyOf(edge);
    if (stated.has(key)) return false;
    stated.add(key);
    return true;
  };
}

function keyOf({ type, from, to, gap }: RelationEdge): string {
  return `${type}\n${from}\n${nodeKey(to, gap)}`;
}

function nodeKey(path: string, gap: number | undefined): string {
  return gap === undefined ? path : `${path}\n${String(gap)}`;
}

function edgeOf(statement: RelationStatement, path: string): RelationEdge | undefined {
  const { type, isInverse, via, place, target } = statement;
  if (target.kind !== 'document' && target.kind !== 'gap') return undefined;
  const common = { type, via, statedIn: path, place };
  if (target.kind === 'gap') return { ...common, from: path, to: target.path, gap: target.gap };
  return isInverse ? { ...common, from: target.path, to: path } : { ...common, from: path, to: target.path };
}

function add(map: Map<string, RelationEdge[]>, key: string, edge: RelationEdge): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [edge]);
  else list.push(edge);
}
