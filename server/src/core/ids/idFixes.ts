// Edits that give a document another id: at each place where it states the old one.
import type { Fix } from '../finding.ts';
import type { LibraryRuleContext } from '../rules/rule.ts';
import { formFault, idForm, schemeOfId } from './idForm.ts';
import { allotmentOf } from './idRegister.ts';
import { noIds } from './idsConfiguration.ts';
import { idsOf } from './idsOf.ts';
import { mentionsOf } from './idMentions.ts';
import type { IdScheme } from './idScheme.ts';
import { statedIdsOf, type StatedId } from './ownId.ts';
import { nextFreeId, stemOf, takenIds, type IdPlace } from './takenIds.ts';

/** `from` becomes `to` in header and tail. */
export function renumber(context: LibraryRuleContext, from: string, to: string, isCertain = false): Fix {
  const stated = statedIdsOf(context.facts).filter(({ id }) => id === from);
  return {
    title: { key: 'id.fix', args: { id: to } },
    edits: stated.map(({ span }) => ({ span, newText: to })),
    ...(isCertain && { isPreferred: true }),
  };
}

/** No document has it, and nothing else of the library names the old one. */
export function isSafeChange({ facts, index }: LibraryRuleContext, from: string, to: string): boolean {
  if (idsOf(index).has(to)) return false;
  const own = statedIdsOf(facts).filter(({ id }) => id === from);
  return mentionsOf(index, from).every(
    ({ path, span }) => path === facts.path && own.some((stated) => stated.span.start === span.start),
  );
}

/** The next free id behind a stem; undefined where none is left. */
export function nextOf(
  { facts, index, plans, configuration: { ids } }: LibraryRuleContext,
  place: IdPlace,
): string | undefined {
  return nextFreeId(place, takenIds({ index, except: facts.path, ...(ids && { ids }), ...(plans && { plans }) }));
}

/** Another id for a document that can not keep its own: the one that it was allotted, else the next of its family. */
export function replacementOf(context: LibraryRuleContext, { id }: StatedId): Fix | undefined {
  const { facts, configuration } = context;
  const { ids = noIds } = configuration;
  const allotted = allotmentOf(facts.path, ids)?.id;
  // It has what it was allotted: the other document has to give way.
  if (allotted === id) return undefined;
  const next = allotted ?? nextInFamily(context, id, schemeOfId(id, ids.schemes));
  return next === undefined ? undefined : renumber(context, id, next);
}

function nextInFamily(context: LibraryRuleContext, id: string, scheme: IdScheme | undefined): string | undefined {
  const [stem, digits] = stemOf(id);
  if (digits === '') return undefined;
  return nextOf(context, { stem, width: digits.length, ...(scheme?.range && { range: scheme.range }) });
}

/** The next free id of a scheme for a document that is about what its id says; undefined where more has to be said. */
export function nextOfScheme(context: LibraryRuleContext, { id }: StatedId, scheme: IdScheme): string | undefined {
  const { width } = idForm(scheme);
  const words = id.toUpperCase().split('-').slice(1);
  const about = words.filter((word, index) => index < words.length - 1 || !/^\d+$/.test(word)).join('-');
  const one = '1'.padStart(width, '0');
  const stem = stemsOf(scheme, about).find((candidate) => formFault(`${candidate}${one}`, scheme) === undefined);
  return stem === undefined
    ? undefined
    : nextOf(context, { stem, width, ...(scheme.range && { range: scheme.range }) });
}

function stemsOf(scheme: IdScheme, about: string): readonly string[] {
  const { prefix, hasCategory } = idForm(scheme);
  return hasCategory && about !== '' ? [`${prefix}-${about}-`, `${prefix}-`] : [`${prefix}-`];
}

export function withFixes(fixes: readonly (Fix | undefined)[]): readonly Fix[] {
  return fixes.filter((fix) => fix !== undefined);
}

/** The forms of schemes, as a message names them. */
export function patternsOf(schemes: readonly IdScheme[]): string {
  return schemes.map(({ pattern }) => pattern).join(' / ');
}
