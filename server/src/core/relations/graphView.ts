// The part of a library's relations that is shown: filtered, or the neighborhood of one document, and by folders where it is
// too large to be drawn. Pure; the same for panel and command line.
import { classificationOf, findFacet } from '../classification/classificationOf.ts';
import { facetsOf } from '../classification/facetsOf.ts';
import { compareText } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import { folderOf } from '../library/pathScope.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { RelationEdge, RelationGraph } from './relation.ts';
import { relationsOf } from './relationsOf.ts';

/** More than this is not drawn: nobody reads it, and a layout of it takes seconds. */
const MOST_NODES = 500;
const MOST_DEPTH = 5;

export interface GraphGround {
  readonly index: LibraryIndex;
  readonly configuration: Configuration;
  readonly plans?: readonly Plan[];
}

export interface GraphQuestion {
  /** Only these types; none: all. */
  readonly types?: readonly string[];
  readonly kinds?: readonly string[];
  /** Name or label of a facet, and the value that documents need to have. */
  readonly facet?: { readonly name: string; readonly value: string };
  /** Document in the middle. */
  readonly of?: string;
  /** Steps from it, 1 where nothing is said. */
  readonly depth?: number;
  /** Does not put documents together by folder, however many there are. */
  readonly isWhole?: boolean;
}

export interface GraphNode {
  /** Path of a document or folder; `path#gap N` for a gap. */
  readonly id: string;
  readonly kind: string;
  readonly stage?: string;
  readonly label: string;
  /** The document to open; a folder has none. */
  readonly path?: string;
  /** Of a gap: position in its plan. */
  readonly gap?: number;
  /** Documents of a folder. */
  readonly count?: number;
  readonly isCenter?: boolean;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  /** Relations between two folders. */
  readonly count?: number;
  /** The statement, for what is said of it; absent between folders. */
  readonly edge?: RelationEdge;
}

export interface GraphPart {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Documents and gaps before they were put together by folder. */
  readonly total: number;
  readonly isGrouped: boolean;
}

export function graphPart(ground: GraphGround, question: GraphQuestion): GraphPart {
  const graph = relationsOf(ground);
  const { types = [], of, depth = 1 } = question;
  const isWanted = wantedDocuments(ground, question);
  const edges = graph.edges.filter(
    (edge) =>
      (types.length === 0 || types.includes(edge.type)) &&
      isWanted(edge.from) &&
      (edge.gap !== undefined || isWanted(edge.to)),
  );
  const near = of === undefined ? undefined : around(of, edges, Math.min(Math.max(1, depth), MOST_DEPTH));
  const kept = near === undefined ? edges : edges.filter((edge) => near.has(edge.from) && near.has(idOf(edge)));
  const ids = new Set(kept.flatMap((edge) => [edge.from, idOf(edge)]));
  if (of !== undefined) ids.add(of);
  const part = whole(kept, ids, { ground, graph, of });
  if (question.isWhole === true || part.nodes.length <= MOST_NODES) return part;
  return byFolder(part);
}

function idOf({ to, gap }: RelationEdge): string {
  return gap === undefined ? to : `${to}#gap ${String(gap + 1)}`;
}

function wantedDocuments(ground: GraphGround, { kinds = [], facet }: GraphQuestion): (path: string) => boolean {
  const { index, configuration, plans } = ground;
  const named = facet && findFacet(classificationOf(configuration), facet.name)?.name;
  if (kinds.length === 0 && facet === undefined) return () => true;
  const known = new Map<string, boolean>();
  const check = (path: string): boolean => {
    const facts = index.documents.get(path);
    if (facts === undefined) return false;
    if (kinds.length > 0 && !kinds.includes(facts.kind)) return false;
    if (facet === undefined) return true;
    const values = facetsOf(facts, configuration, plans === undefined ? {} : { plans }).get(named ?? '') ?? [];
    return values.some(({ value }) => value === facet.value);
  };
  return (path) => {
    const found = known.get(path) ?? check(path);
    known.set(path, found);
    return found;
  };
}

/** Everything within so many steps, whichever way the relations run. */
function around(start: string, edges: readonly RelationEdge[], depth: number): ReadonlySet<string> {
  const neighbors = new Map<string, string[]>();
  for (const edge of edges) {
    add(neighbors, edge.from, idOf(edge));
    add(neighbors, idOf(edge), edge.from);
  }
  const seen = new Set([start]);
  let border: readonly string[] = [start];
  for (let step = 0; step < depth; step++) {
    const next: string[] = [];
    for (const id of border.flatMap((node) => neighbors.get(node) ?? [])) {
      if (seen.has(id)) continue;
      seen.add(id);
      next.push(id);
    }
    border = next;
  }
  return seen;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

interface Whole {
  readonly ground: GraphGround;
  readonly graph: RelationGraph;
  readonly of: string | undefined;
}

function whole(edges: readonly RelationEdge[], ids: ReadonlySet<string>, { ground, of }: Whole): GraphPart {
  const gaps = new Map(edges.flatMap((edge) => (edge.gap === undefined ? [] : [[idOf(edge), edge] as const])));
  const nodes = [...ids].toSorted(compareText).map((id): GraphNode => {
    const gap = gaps.get(id);
    if (gap?.gap !== undefined) return gapNode(id, gap.to, gap.gap, ground);
    const facts = ground.index.documents.get(id);
    const isCenter = id === of;
    return {
      id,
      kind: facts?.kind ?? 'other',
      label: facts?.title?.text ?? id,
      path: id,
      ...(facts && { stage: facts.stage }),
      ...(isCenter && { isCenter }),
    };
  });
  const seen = new Set<string>();
  const shown = edges
    .map((edge): GraphEdge => ({ from: edge.from, to: idOf(edge), type: edge.type, edge }))
    .filter(({ from, to, type }) => {
      const key = `${from}\n${to}\n${type}`;
      return !seen.has(key) && seen.add(key);
    });
  return { nodes, edges: shown, total: nodes.length, isGrouped: false };
}

function gapNode(id: string, path: string, gap: number, { plans = [] }: GraphGround): GraphNode {
  const text = plans.find((plan) => plan.path === path)?.gaps[gap]?.text ?? id;
  return { id, kind: 'gap', label: text, path, gap };
}

/** Documents put together by folder, deeper folders by the folder above, until few enough are left. */
function byFolder(part: GraphPart): GraphPart {
  let groups = new Map(part.nodes.map(({ id }) => [id, folderOf(id)]));
  const count = (): number => new Set(groups.values()).size;
  while (count() > MOST_NODES) {
    const before = groups;
    groups = new Map([...before].map(([id, folder]) => [id, folderOf(folder)]));
  }
  const counts = new Map<string, number>();
  for (const folder of groups.values()) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const nodes = [...counts]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([folder, documents]): GraphNode => ({
      id: folder,
      kind: 'folder',
      label: folder === '' ? '/' : folder,
      count: documents,
    }));
  const edges = new Map<string, { from: string; to: string; type: string; count: number }>();
  for (const { from, to, type } of part.edges) {
    const ends = { from: groups.get(from) ?? '', to: groups.get(to) ?? '' };
    if (ends.from === ends.to) continue;
    const key = `${ends.from}\n${ends.to}\n${type}`;
    const known = edges.get(key);
    if (known === undefined) edges.set(key, { ...ends, type, count: 1 });
    else known.count += 1;
  }
  return { nodes, edges: [...edges.values()], total: part.total, isGrouped: true };
}
