// Documents that need each other in a circle, or are part of themselves: nobody could begin to read.
import type { Finding, Message, RelatedSpan } from '../finding.ts';
import { cyclesOf, type Cycle } from '../relations/cycles.ts';
import type { RelationEdge, RelationGraph, RelationType } from '../relations/relation.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { spanOfPlace, titleOf } from '../relations/relationPlace.ts';
import { withLabel } from '../relations/relationWords.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const relationCycle: LibraryRule = {
  kind: 'library',
  code: 'relation-cycle',
  defaultSeverity: 'error',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const graph = relationsOf(context);
    const { path } = context.facts;
    return [...cyclesOf(graph)].flatMap(([name, cycles]) => {
      const cycle = cycles.get(path);
      const type = graph.types.find((known) => known.name === name);
      return cycle === undefined || type === undefined ? [] : findingsOf({ cycle, type, graph }, context);
    });
  },
};

interface Tangle {
  readonly cycle: Cycle;
  readonly type: RelationType;
  readonly graph: RelationGraph;
}

/** More than this of one circle is a tangle that nobody reads. */
const MOST_RELATED = 20;

/** Each statement of this document that keeps the circle closed. */
function findingsOf({ cycle, type, graph }: Tangle, { facts, index }: LibraryRuleContext): readonly Finding[] {
  const { code, defaultSeverity: severity } = relationCycle;
  const way = around(cycle.path, facts.path);
  const names = [...way, way[0] ?? ''].map((path) => titleOf(index.documents.get(path), path));
  const shown = shorten(names).join(' → ');
  const isOnWay = cycle.path.includes(facts.path);
  const message: Message =
    isOnWay && cycle.members.size === cycle.path.length
      ? withLabel('relation-cycle', type, { cycle: shown })
      : withLabel('relation-cycle.member', type, { cycle: shown, count: cycle.members.size });
  const both = [...graph.outgoing(facts.path), ...graph.incoming(facts.path)];
  return both.filter(isStatedBy(facts.path, cycle)).flatMap((edge) => {
    if (edge.place === undefined) return [];
    const related = relatedOf(cycle, edge, { graph, index });
    return [{ code, severity, message, span: spanOfPlace(edge.place, facts), related }];
  });
}

function isStatedBy(path: string, { type, members }: Cycle): (edge: RelationEdge) => boolean {
  return (edge) =>
    edge.type === type &&
    edge.statedIn === path &&
    edge.gap === undefined &&
    edge.from !== edge.to &&
    members.has(edge.from) &&
    members.has(edge.to);
}

/** The way, beginning with `path` where it is on it. */
function around(way: readonly string[], path: string): readonly string[] {
  const at = Math.max(0, way.indexOf(path));
  return [...way.slice(at), ...way.slice(0, at)];
}

function shorten(names: readonly string[]): readonly string[] {
  return names.length <= 8 ? names : [...names.slice(0, 5), '…', ...names.slice(-2)];
}

/** The other statements that close the circle. */
function relatedOf(
  { type, path: way }: Cycle,
  own: RelationEdge,
  { graph, index }: Pick<LibraryRuleContext, 'index'> & { readonly graph: RelationGraph },
): readonly RelatedSpan[] {
  const kind = graph.types.find(({ name }) => name === type);
  return way.slice(0, MOST_RELATED).flatMap((from, position) => {
    const to = way[(position + 1) % way.length];
    const edge = graph.outgoing(from).find((candidate) => candidate.type === type && candidate.to === to);
    const facts = edge && index.documents.get(edge.statedIn);
    if (edge?.place === undefined || facts === undefined || kind === undefined || edge === own) return [];
    const span = spanOfPlace(edge.place, facts);
    return [
      {
        message: withLabel('relation-cycle.step', kind, { title: titleOf(index.documents.get(edge.to), edge.to) }),
        path: facts.path,
        span,
      },
    ];
  });
}
