// The graph of relations as panels draw it: nodes and arrows with words, what can be filtered by, and the same as text.
import { classificationOf } from '../../core/classification/classificationOf.ts';
import { renderMessage } from '../../core/messages/render.ts';
import {
  graphPart,
  type GraphEdge,
  type GraphGround,
  type GraphNode,
  type GraphPart,
  type GraphQuestion,
} from '../../core/relations/graphView.ts';
import { graphText } from '../../core/relations/graphText.ts';
import type { RelationType } from '../../core/relations/relation.ts';
import { labelOf } from '../../core/relations/relationWords.ts';
import { relationsOf } from '../../core/relations/relationsOf.ts';
import type { EngineView } from '../engineView.ts';
import { groundOf } from '../ground.ts';
import { uriOfPath } from '../resourceUri.ts';

export interface RelationGraphQuestion {
  readonly root: string;
  /** Document in the middle, relative to the root. */
  readonly path?: string;
  readonly depth?: number;
  readonly type?: string;
  readonly kind?: string;
  readonly facet?: { readonly name: string; readonly value: string };
}

export interface DrawnGraph {
  readonly title: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly detail: string;
    readonly kind: string;
    readonly uri?: string;
    readonly isCenter: boolean;
  }[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly type: string;
    readonly label: string;
    readonly reason: string;
  }[];
  readonly types: readonly { readonly name: string; readonly label: string }[];
  readonly kinds: readonly string[];
  readonly facets: readonly { readonly name: string; readonly label: string; readonly values: readonly string[] }[];
  readonly note?: string;
  readonly mermaid: string;
  readonly dot: string;
}

const nothing: DrawnGraph = { title: '', nodes: [], edges: [], types: [], kinds: [], facets: [], mermaid: '', dot: '' };

export function relationGraph(view: EngineView, question: RelationGraphQuestion): DrawnGraph {
  const library = view.library(question.root);
  const ground = library && groundOf(view, question.root, library);
  if (ground?.index === undefined) {
    return { ...nothing, note: renderMessage({ key: 'relation-graph.reading' }, view.locale) };
  }
  const { index, configuration, plans } = ground;
  const known: GraphGround = { index, configuration, ...(plans && { plans }) };
  const { path, depth } = question;
  const part = graphPart(known, partQuestion(question));
  const { types } = relationsOf(known);
  const words = { types, locale: view.locale };
  return {
    title: path === undefined || depth === undefined ? '' : (index.documents.get(path)?.title?.text ?? path),
    ...drawn(part, { view, types, root: question.root }),
    types: types.map((known) => ({ name: known.name, label: labelOf(known, view.locale) })),
    kinds: [...new Set([...index.documents.values()].map((facts) => facts.kind))].toSorted(),
    facets: facetChoices(known, view),
    ...noteOf(part, view),
    mermaid: graphText(part, 'mermaid', words),
    dot: graphText(part, 'dot', words),
  };
}

function partQuestion({ path, depth, type, kind, facet }: RelationGraphQuestion): GraphQuestion {
  return {
    ...(path !== undefined && depth !== undefined && { of: path, depth }),
    ...(type !== undefined && { types: [type] }),
    ...(kind !== undefined && { kinds: [kind] }),
    ...(facet && { facet }),
  };
}

interface Drawing {
  readonly view: EngineView;
  readonly types: readonly RelationType[];
  readonly root: string;
}

function drawn({ nodes, edges }: GraphPart, drawing: Drawing): Pick<DrawnGraph, 'nodes' | 'edges'> {
  const positions = new Map(nodes.map(({ id }, position) => [id, position]));
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      label: node.label,
      detail: detailOf(node, drawing),
      kind: node.kind,
      ...(node.path !== undefined && { uri: uriOfPath(drawing.root, node.path) }),
      isCenter: node.isCenter === true,
    })),
    edges: edges.map((edge) => {
      const from = positions.get(edge.from) ?? 0;
      const to = positions.get(edge.to) ?? 0;
      const ends = { from: nodes[from]?.label ?? '', to: nodes[to]?.label ?? '' };
      return { from, to, type: edge.type, ...edgeWords(edge, ends, drawing) };
    }),
  };
}

function detailOf({ id, kind, count }: GraphNode, { view }: Drawing): string {
  if (kind === 'folder')
    return `${renderMessage({ key: 'relation-graph.folder' }, view.locale)} · ${String(count ?? 0)}`;
  return kind === 'gap' ? `${renderMessage({ key: 'relation-graph.gap' }, view.locale)} · ${id}` : `${kind} · ${id}`;
}

function edgeWords(
  { type: name, edge, count }: GraphEdge,
  ends: { readonly from: string; readonly to: string },
  { types, view }: Drawing,
): { readonly label: string; readonly reason: string } {
  const type = types.find((known) => known.name === name);
  const relation = type === undefined ? name : labelOf(type, view.locale);
  if (edge === undefined) {
    const args = { ...ends, relation, count: count ?? 0 };
    return { label: relation, reason: renderMessage({ key: 'relation-graph.edges', args }, view.locale) };
  }
  const where = `${renderMessage({ key: `relation-tree.${edge.via}` }, view.locale)} · ${edge.statedIn}`;
  const reason = renderMessage({ key: 'relation-graph.edge', args: { ...ends, relation, where } }, view.locale);
  return { label: relation, reason };
}

/** Values that the vocabulary knows; those of a closed list or a scale are few enough to choose from. */
function facetChoices({ configuration }: GraphGround, { locale }: EngineView): DrawnGraph['facets'] {
  return classificationOf(configuration)
    .facets.filter(({ terms }) => terms.length > 0 && terms.length <= 60)
    .map(({ name, labels, terms }) => ({ name, label: labels[locale], values: terms.map((term) => term.name) }));
}

function noteOf({ nodes, edges, total, isGrouped }: GraphPart, { locale }: EngineView): { readonly note?: string } {
  if (isGrouped) return { note: renderMessage({ key: 'relation-graph.grouped', args: { total } }, locale) };
  if (nodes.length > 0 && edges.length > 0) return {};
  return { note: renderMessage({ key: 'relation-graph.empty' }, locale) };
}
