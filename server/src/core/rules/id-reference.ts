// Metadata name an id that no document has. Ids of families that the library does not know may be anything and are left alone.
import { distance } from 'fastest-levenshtein';
import type { FactId } from '../facts/documentFacts.ts';
import type { Finding, Fix } from '../finding.ts';
import { schemeOfId } from '../ids/idForm.ts';
import { isReferenceKey } from '../ids/idKeys.ts';
import { idsOf } from '../ids/idsOf.ts';
import { stemOf } from '../ids/takenIds.ts';
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
    const references = facts.ids.filter(({ field }) => isReferenceKey(facts.fields[field ?? -1]?.key ?? ''));
    const unknown = references.filter(({ id }) => !known.has(id) && isOfFamily(id, context));
    const isPlanned = ({ id }: FactId): boolean => plans.some(({ items }) => items.some((item) => item.id === id));
    return unknown.filter((reference) => !isPlanned(reference)).map((reference) => missing(reference, context));
  },
};

function missing({ id, span }: FactId, { index, configuration }: LibraryRuleContext): Finding {
  const retired = configuration.ids?.retired.find((each) => each.id === id);
  const common = { code: idReference.code, severity: idReference.defaultSeverity, span };
  if (retired !== undefined)
    return { ...common, message: { key: 'id-reference.retired', args: { id } }, origin: retired.origin };
  const near = nearestIds(id, [...idsOf(index).keys()]);
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

/** At most three, the nearest first; only those that are as near as the nearest. */
function nearestIds(id: string, ids: readonly string[]): readonly string[] {
  const upper = id.toUpperCase();
  const near = ids
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
