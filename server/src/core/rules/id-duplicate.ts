// One id for two different documents. Copies of one document are the business of id-copy.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { RelatedSpan } from '../finding.ts';
import { areCopies } from '../ids/copies.ts';
import { replacementOf, withFixes } from '../ids/idFixes.ts';
import { idsOf } from '../ids/idsOf.ts';
import { ownIdOf } from '../ids/ownId.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const idDuplicate: LibraryRule = {
  kind: 'library',
  code: 'id-duplicate',
  defaultSeverity: 'error',
  isFixable: true,
  strictness: 'always',
  includesOther: true,
  check: (context) => {
    const own = ownIdOf(context.facts);
    const others = own === undefined ? [] : namesakes(context, own.id);
    const clashes = others.filter((other) => !areCopies(context.facts, other));
    const [first] = clashes;
    if (own === undefined || first === undefined) return [];
    const args = { id: own.id, other: first.path, count: clashes.length };
    return [
      {
        code: idDuplicate.code,
        severity: idDuplicate.defaultSeverity,
        message: { key: clashes.length === 1 ? 'id-duplicate' : 'id-duplicate.many', args },
        span: own.span,
        related: clashes.flatMap((other) => placeOfId(other, 'id-duplicate.other')),
        fixes: withFixes([replacementOf(context, own)]),
      },
    ];
  },
};

/** The other documents with an id. */
export function namesakes({ facts, index }: LibraryRuleContext, id: string): readonly DocumentFacts[] {
  return (idsOf(index).get(id) ?? []).flatMap((path) => {
    const other = path === facts.path ? undefined : index.documents.get(path);
    return other === undefined ? [] : [other];
  });
}

export function placeOfId(facts: DocumentFacts, key: 'id-duplicate.other' | 'id-copy.other'): readonly RelatedSpan[] {
  const own = ownIdOf(facts);
  return own === undefined ? [] : [{ message: { key, args: { id: own.id } }, path: facts.path, span: own.span }];
}
