// Header and end of a document give it different ids.
import type { Fix } from '../finding.ts';
import { idsOf } from '../ids/idsOf.ts';
import { statedIdsOf, type StatedId } from '../ids/ownId.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const idMismatch: LibraryRule = {
  kind: 'library',
  code: 'id-mismatch',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const [first, ...others] = statedIdsOf(context.facts);
    if (first === undefined) return [];
    const placeOf = ({ field }: StatedId) => context.facts.fields[field]?.place;
    // Twice in one place is the business of metadata-duplicate.
    return others
      .filter((other) => other.id !== first.id && placeOf(other) !== placeOf(first))
      .map((other) => ({
        code: idMismatch.code,
        severity: idMismatch.defaultSeverity,
        message: { key: 'id-mismatch', args: { first: first.id, second: other.id } },
        span: other.span,
        related: [{ message: { key: 'id-mismatch.first' }, span: first.span }],
        fixes: fixesOf(context, first, other),
      }));
  },
};

/** The header counts, unless its id is that of another document and the other is not. */
function fixesOf({ facts, index }: LibraryRuleContext, first: StatedId, second: StatedId): readonly Fix[] {
  const isOthers = ({ id }: StatedId): boolean => (idsOf(index).get(id) ?? []).some((path) => path !== facts.path);
  const take = ({ id }: StatedId, { span }: StatedId, isPreferred: boolean): Fix => ({
    title: { key: 'id.fix', args: { id } },
    edits: [{ span, newText: id }],
    ...(isPreferred && { isPreferred }),
  });
  if (!isOthers(first)) return [take(first, second, true)];
  return isOthers(second) ? [take(first, second, false)] : [take(second, first, false), take(first, second, false)];
}
