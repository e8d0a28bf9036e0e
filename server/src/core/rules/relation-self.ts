// A document names itself as related.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Fix } from '../finding.ts';
import type { RelationPlace } from '../relations/relation.ts';
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
      if (isMeant(place, facts)) return [];
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

/** Lists of a whole series name the document at hand too: 本报告. */
function isMeant(place: RelationPlace, facts: DocumentFacts): boolean {
  return place.kind === 'link' && /^(?:本|this )/i.test(facts.links[place.link]?.text ?? '');
}
