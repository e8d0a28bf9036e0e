// A relation leads to, or starts from, a document of a kind that the configuration does not allow for it.
import type { Finding, Message } from '../finding.ts';
import type { RelationEdge, RelationType } from '../relations/relation.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { spanOfPlace, titleOf } from '../relations/relationPlace.ts';
import { withLabel } from '../relations/relationWords.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const relationKind: LibraryRule = {
  kind: 'library',
  code: 'relation-kind',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  check: (context) => {
    const graph = relationsOf(context);
    const limited = new Map(
      graph.types
        .filter(({ to, from }) => to !== undefined || from !== undefined)
        .map((type) => [type.name, type] as const),
    );
    if (limited.size === 0) return [];
    return graph.outgoing(context.facts.path).flatMap((edge) => {
      const type = limited.get(edge.type);
      return type === undefined ? [] : (findingOf(edge, type, context) ?? []);
    });
  },
};

function findingOf(edge: RelationEdge, type: RelationType, context: LibraryRuleContext): Finding | undefined {
  const { facts } = context;
  if (edge.statedIn !== facts.path || edge.place === undefined || edge.gap !== undefined) return undefined;
  const message = messageOf(edge, type, context);
  return (
    message && {
      code: relationKind.code,
      severity: relationKind.defaultSeverity,
      message,
      span: spanOfPlace(edge.place, facts),
    }
  );
}

function messageOf(edge: RelationEdge, type: RelationType, { facts, index }: LibraryRuleContext): Message | undefined {
  const target = index.documents.get(edge.to);
  if (type.from?.includes(facts.kind) === false) {
    return withLabel('relation-kind.from', type, { kinds: type.from.join(', '), kind: facts.kind });
  }
  if (target === undefined || type.to?.includes(target.kind) !== false) return undefined;
  const args = { kinds: type.to.join(', '), kind: target.kind, title: titleOf(target, edge.to) };
  return withLabel('relation-kind.to', type, args);
}
