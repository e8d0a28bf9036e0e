// Metadata name an id that no document has. Ids of families that the library does not know may be anything and are left alone.
import { distance } from 'fastest-levenshtein';
import type { FactId } from '../facts/documentFacts.ts';
import type { Finding, Fix } from '../finding.ts';
import { schemeOfId } from '../ids/idForm.ts';
import { isReferenceKey } from '../ids/idKeys.ts';
import { idsOf } from '../ids/idsOf.ts';
import { ownIdOf } from '../ids/ownId.ts';
import { stemOf } from '../ids/takenIds.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

/** More letters than these that differ are another id. */
const MOST_DIFFERENT = 2;

export const idReference: LibraryRule = {
  kind: 'library',
  code: 'id-reference',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => {
    const { facts, plans = [] } = context;
    const known = idsOf(context.index);
    const fields = referenceFields(context);
    const references = facts.ids.filter(({ field }) => field !== undefined && fields.has(field));
    const unknown = references.filter(({ id }) => !known.has(id) && isOfFamily(id, context));
    const isPlanned = ({ id }: FactId): boolean => plans.some(({ items }) => items.some((item) => item.id === id));
    return unknown.filter((reference) => !isPlanned(reference)).map((reference) => missing(reference, context));
  },
};

/** Fields that name other documents: by their keys, and by the relations that the team has. */
function referenceFields(context: LibraryRuleContext): ReadonlySet<number> {
  const { facts } = context;
  const named = facts.fields.flatMap(({ key }, field) => (isReferenceKey(key) ? [field] : []));
  const stated = relationsOf(context)
    .statements(facts.path)
    .flatMap(({ form, place, type }) =>
      form === 'id' && place.kind === 'field' && type !== 'covers-gap' ? [place.field] : [],
    );
  return new Set([...named, ...stated]);
}

function missing({ id, span, field }: FactId, { facts, index, configuration }: LibraryRuleContext): Finding {
  const retired = configuration.ids?.retired.find((each) => each.id === id);
  const common = { code: idReference.code, severity: idReference.defaultSeverity, span };
  if (retired !== undefined)
    return { ...common, message: { key: 'id-reference.retired', args: { id } }, origin: retired.origin };
  const isNamed = (other: string): boolean => facts.ids.some((each) => each.id === other && each.field === field);
  const others = [...idsOf(index).keys()].filter((other) => other !== ownIdOf(facts)?.id && !isNamed(other));
  const near = nearestIds(id, others);
  const fixes = near.map((other): Fix => ({
    title: { key: 'id.fix', args: { id: other } },
    edits: [{ span, newText: other }],
    ...(near.length === 1 && plainForm(other) === plainForm(id) && { isPreferred: true }),
  }));
  const key = near.length === 1 ? 'id-reference.near' : 'id-reference';
  return { ...common, message: { key, args: { id, near: near[0] ?? '' } }, fixes };
}

/** Whether the library has a scheme for such ids, or documents whose ids begin with the same word. */
function isOfFamily(id: string, { index, configuration }: LibraryRuleContext): boolean {
  if (schemeOfId(id, configuration.ids?.schemes ?? []) !== undefined) return true;
  const family = familyOf(id);
  return [...idsOf(index).keys()].some((other) => familyOf(other) === family);
}

/** The first word; of numbers alone, how many there are. */
function familyOf(id: string): string {
  const [stem] = stemOf(id.toUpperCase());
  return /^\d/.test(id) ? String(id.split(/[-_.]/).length) : (/^[^-_\d]+/.exec(stem)?.[0] ?? stem);
}

/** At most three that are equally near. Another number is another document, not a slip of the pen. */
function nearestIds(id: string, ids: readonly string[]): readonly string[] {
  const upper = id.toUpperCase();
  const numberOf = (other: string): number => Number(stemOf(other)[1]);
  const near = ids
    .filter((other) => numberOf(other) === numberOf(id))
    .filter((other) => Math.abs(other.length - id.length) <= MOST_DIFFERENT)
    .map((other) => ({ other, away: plainForm(other) === plainForm(id) ? 0 : distance(upper, other.toUpperCase()) }))
    .filter(({ away }) => away <= MOST_DIFFERENT);
  const least = Math.min(...near.map(({ away }) => away));
  return near
    .filter(({ away }) => away === least)
    .map(({ other }) => other)
    .slice(0, 3);
}

/** Equal for ids that differ in case, hyphens and leading zeros alone. */
function plainForm(id: string): string {
  return id
    .toUpperCase()
    .replace(/[-_]+/g, '-')
    .replace(/(^|-)0+(?=\d)/g, '$1');
}
