// An id, path, title or gap that a document names as related leads nowhere, or to several documents.
import type { Finding } from '../finding.ts';
import type { RelationStatement, RelationType } from '../relations/relation.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { spanOfPlace, titleSpanOf } from '../relations/relationPlace.ts';
import { withLabel } from '../relations/relationWords.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const relationTarget: LibraryRule = {
  kind: 'library',
  code: 'relation-target',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  check: (context) => {
    const graph = relationsOf(context);
    return graph.statements(context.facts.path).flatMap((statement) => {
      const type = graph.types.find(({ name }) => name === statement.type);
      return type === undefined ? [] : (findingOf(statement, type, context) ?? []);
    });
  },
};

const MOST_RELATED = 10;

function findingOf(
  { target, written, place, form, type: name }: RelationStatement,
  type: RelationType,
  { facts, index }: LibraryRuleContext,
): Finding | undefined {
  // Links are spoken of by the rules over links.
  if (form === 'link' || form === 'code-path') return undefined;
  // Of ids that no document has id-reference speaks; gaps are no documents.
  if (form === 'id' && target.kind === 'missing' && name !== 'covers-gap') return undefined;
  const { code, defaultSeverity: severity } = relationTarget;
  const common = { code, severity, span: spanOfPlace(place, facts) };
  switch (target.kind) {
    case 'missing': {
      const message =
        name === 'covers-gap'
          ? ({ key: 'relation-target.gap', args: { target: written } } as const)
          : withLabel('relation-target', type, { target: written });
      return { ...common, message };
    }
    case 'ambiguous': {
      const message = withLabel('relation-target.ambiguous', type, { target: written, count: target.paths.length });
      const related = target.paths.slice(0, MOST_RELATED).flatMap((path) => {
        const other = index.documents.get(path);
        return other === undefined
          ? []
          : [{ message: { key: 'relation-target.candidate' } as const, path, span: titleSpanOf(other) }];
      });
      return { ...common, message, related };
    }
    case 'refused':
      return { ...common, message: withLabel('relation-target.refused', type, { target: written }) };
    case 'document':
    case 'gap':
      return undefined;
  }
}
