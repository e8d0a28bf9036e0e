// A document names itself as related.
import type { Fix } from '../finding.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { itemOfPlace, spanOfPlace } from '../relations/relationPlace.ts';
import { withLabel } from '../relations/relationWords.ts';
import type { LibraryRule } from './rule.ts';

export const relationSelf: LibraryRule = {
  kind: 'library',
  code: 'relation-self',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: (context) => {
    const { facts } = context;
    const graph = relationsOf(context);
    return graph.statements(facts.path).flatMap(({ type: name, place, target }) => {
      const type = graph.types.find((known) => known.name === name);
      if (type === undefined || target.kind !== 'document' || target.path !== facts.path) return [];
      const item = itemOfPlace(place, facts);
      const fix: Fix | undefined = item && {
        title: { key: 'relation-self.fix' },
        edits: [{ span: item, newText: '' }],
        isPreferred: true,
      };
      return [
        {
          code: relationSelf.code,
          severity: relationSelf.defaultSeverity,
          message: withLabel('relation-self', type),
          span: spanOfPlace(place, facts),
          ...(fix && { fixes: [fix] }),
        },
      ];
    });
  },
};
