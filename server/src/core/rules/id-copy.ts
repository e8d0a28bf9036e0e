// One document in two places, with one id: not a clash of ids, but one of the two should go or lead to the other.
import { areCopies } from '../ids/copies.ts';
import { ownIdOf } from '../ids/ownId.ts';
import { namesakes, placeOfId } from './id-duplicate.ts';
import type { LibraryRule } from './rule.ts';

export const idCopy: LibraryRule = {
  kind: 'library',
  code: 'id-copy',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const own = ownIdOf(context.facts);
    const others = own === undefined ? [] : namesakes(context, own.id);
    const copies = others.filter((other) => areCopies(context.facts, other));
    const [first] = copies;
    // Where the id is used for different documents too, that is what has to be settled.
    if (own === undefined || first === undefined || copies.length < others.length) return [];
    const args = { id: own.id, other: first.path, count: copies.length };
    return [
      {
        code: idCopy.code,
        severity: idCopy.defaultSeverity,
        message: { key: copies.length === 1 ? 'id-copy' : 'id-copy.many', args },
        span: own.span,
        related: copies.flatMap((other) => placeOfId(other, 'id-copy.other')),
      },
    ];
  },
};
