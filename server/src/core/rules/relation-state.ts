// A finished document rests on one that is still a draft.
import { relationsOf } from '../relations/relationsOf.ts';
import { spanOfPlace, titleOf, titleSpanOf } from '../relations/relationPlace.ts';
import type { LibraryRule } from './rule.ts';

export const relationState: LibraryRule = {
  kind: 'library',
  code: 'relation-state',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts, index } = context;
    if (facts.stage !== 'ready') return [];
    const graph = relationsOf(context);
    const bearing = new Set(graph.types.filter(({ followsState }) => followsState).map(({ name }) => name));
    return graph.outgoing(facts.path).flatMap(({ type, to, gap, statedIn, place }) => {
      const target = gap === undefined && bearing.has(type) ? index.documents.get(to) : undefined;
      if (target?.stage !== 'draft' || target === facts || statedIn !== facts.path || place === undefined) return [];
      return [
        {
          code: relationState.code,
          severity: relationState.defaultSeverity,
          message: { key: 'relation-state', args: { title: titleOf(target, to) } },
          span: spanOfPlace(place, facts),
          related: [{ message: { key: 'relation-state.target' }, path: to, span: titleSpanOf(target) }],
        },
      ];
    });
  },
};
