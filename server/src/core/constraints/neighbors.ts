// What a document, gap or item is related to, by the name of a relation, forward and back.
import { referrersOf } from '../links/referrers.ts';
import { spanOfPlace } from '../relations/relationPlace.ts';
import { filesOfItem } from '../relations/planRelations.ts';
import type { RelationEdge } from '../relations/relation.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { documentOfLink } from '../relations/resolveRelation.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { Span } from '../sourceText.ts';
import type { ConstraintGround, ConstraintNode } from './constraintNode.ts';

export interface Neighbor {
  readonly node: ConstraintNode;
  /** Where the subject itself says so, in its own document. */
  readonly span?: Span;
}

/** `links`: any link between documents. `document`: files of an item. `depends-on`: items that an item needs. */
export const linkRelation = 'links';
export const itemRelations = ['document', 'depends-on'] as const;

/** Each neighbor once, in the order of the document; the subject is none of its own. */
export function neighborsOf(
  node: ConstraintNode,
  { relation, isBack }: { readonly relation: string; readonly isBack: boolean },
  ground: ConstraintGround,
): readonly Neighbor[] {
  if (node.of === 'item') return distinct(ofItem(node, relation, isBack, ground));
  if (node.of === 'gap') return distinct(isBack ? ofEdges(node, relation, true, ground) : []);
  if (relation !== linkRelation) return distinct(ofEdges(node, relation, isBack, ground));
  return distinct(isBack ? linksTo(node, ground) : linksFrom(node, ground));
}

type DocumentNode = ConstraintNode & { readonly of: 'document' };

function distinct(neighbors: readonly (Neighbor & { readonly key: string })[]): readonly Neighbor[] {
  const seen = new Set<string>();
  return neighbors.filter(({ key }) => {
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type KeyedNeighbor = Neighbor & { readonly key: string };

function ofEdges(
  node: ConstraintNode & { readonly of: 'document' | 'gap' },
  relation: string,
  isBack: boolean,
  ground: ConstraintGround,
): readonly KeyedNeighbor[] {
  const graph = relationsOf(ground);
  const own = node.of === 'document' ? node.facts.path : undefined;
  const edges =
    node.of === 'gap'
      ? graph.incoming(node.plan.path, node.position)
      : isBack
        ? graph.incoming(node.facts.path)
        : graph.outgoing(node.facts.path);
  return edges
    .filter(({ type, from, to, gap }) => type === relation && (from !== to || gap !== undefined))
    .flatMap((edge) => {
      const found = endOf(edge, isBack, ground);
      const facts = own !== undefined && edge.statedIn === own ? ground.index.documents.get(own) : undefined;
      const span = facts && edge.place && spanOfPlace(edge.place, facts);
      return found === undefined ? [] : [{ ...found, ...(span && { span }) }];
    });
}

function endOf(edge: RelationEdge, isBack: boolean, ground: ConstraintGround): KeyedNeighbor | undefined {
  if (isBack) return documentNeighbor(edge.from, ground);
  if (edge.gap === undefined) return documentNeighbor(edge.to, ground);
  const plan = ground.plans?.find(({ path }) => path === edge.to);
  const gap = plan?.gaps[edge.gap];
  if (plan === undefined || gap === undefined) return undefined;
  return { key: `${edge.to}\n${String(edge.gap)}`, node: { of: 'gap', plan, gap, position: edge.gap } };
}

function documentNeighbor(path: string, { index }: ConstraintGround): KeyedNeighbor | undefined {
  const facts = index.documents.get(path);
  return facts && { key: path, node: { of: 'document', facts } };
}

function linksFrom({ facts }: DocumentNode, ground: ConstraintGround): readonly KeyedNeighbor[] {
  return facts.links.flatMap((link) => {
    if (link.isInToc === true || link.form === 'image' || link.url.startsWith('#')) return [];
    const path = documentOfLink(link, facts.path, ground.index, ground.configuration.links);
    const found = path === undefined || path === facts.path ? undefined : documentNeighbor(path, ground);
    return found === undefined ? [] : [{ ...found, span: link.span }];
  });
}

function linksTo({ facts }: DocumentNode, ground: ConstraintGround): readonly KeyedNeighbor[] {
  return referrersOf(ground.index, facts.path, ground.configuration.links)
    .filter(({ from }) => from !== facts.path)
    .flatMap(({ from }) => documentNeighbor(from, ground) ?? []);
}

// ---- items of plans

function ofItem(
  { plan, item }: ConstraintNode & { readonly of: 'item' },
  relation: string,
  isBack: boolean,
  ground: ConstraintGround,
): readonly KeyedNeighbor[] {
  if (relation === 'document' && !isBack) {
    return filesOfItem(item, plan, ground.index).flatMap((path) => documentNeighbor(path, ground) ?? []);
  }
  if (relation !== 'depends-on') return [];
  const keys = new Set(item.dependsOn);
  const wanted = plan.items.filter((other) => (isBack ? other.dependsOn.includes(item.key) : keys.has(other.key)));
  return wanted.map((other) => itemNeighbor(plan, other));
}

function itemNeighbor(plan: Plan, item: Plan['items'][number]): KeyedNeighbor {
  return { key: `${plan.path}\n${item.key}`, node: { of: 'item', plan, item }, span: item.span };
}
