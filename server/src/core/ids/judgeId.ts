// What is wrong with the id of one document by the schemes of its library: at most one thing, the weightiest.
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { nearest } from '../library/jsonNarrowing.ts';
import type { LibraryRuleContext } from '../rules/rule.ts';
import { formFault, idForm, isNumeric, partCount, schemeOfId, type FormFault } from './idForm.ts';
import { allotmentOf, isFile, registerOf } from './idRegister.ts';
import { noIds } from './idsConfiguration.ts';
import { idsOf } from './idsOf.ts';
import type { IdAllocation, IdRange, IdScheme, RetiredId } from './idScheme.ts';
import { ownIdOf, type StatedId } from './ownId.ts';
import { foldersOf, isInFolderOf, schemesFor } from './schemesOf.ts';
import { isArchived } from './archived.ts';

export type IdFault =
  | { readonly kind: 'retired'; readonly retired: RetiredId }
  /** Given to another file, or this file was given another id. */
  | { readonly kind: 'allotted'; readonly allocation: IdAllocation; readonly isOfThisFile: boolean }
  | { readonly kind: 'unknown-prefix'; readonly expected: readonly IdScheme[]; readonly near?: string }
  | { readonly kind: 'other-prefix'; readonly expected: readonly IdScheme[] }
  /** Nothing is said of its folder, but its prefix is for another one. */
  | { readonly kind: 'elsewhere'; readonly scheme: IdScheme }
  | { readonly kind: 'form'; readonly scheme: IdScheme; readonly fault: FormFault }
  | { readonly kind: 'range'; readonly scheme: IdScheme; readonly range: IdRange };

export interface JudgedId {
  readonly own: StatedId;
  readonly fault: IdFault;
}

/** Undefined for a document without id, or with one that is as it should be. */
export function judgeId(context: LibraryRuleContext): JudgedId | undefined {
  const own = ownIdOf(context.facts);
  if (own === undefined) return undefined;
  const fault = registerFault(own.id, context) ?? schemeFault(own.id, context);
  return fault && { own, fault };
}

/** What the lists of the team say of this very id. */
function registerFault(id: string, { facts, configuration: { ids = noIds } }: LibraryRuleContext): IdFault | undefined {
  const { retired, byId } = registerOf(ids);
  const withdrawn = retired.get(id);
  if (withdrawn !== undefined && !isArchived(facts)) return { kind: 'retired', retired: withdrawn };
  const ofId = byId.get(id);
  if (ofId !== undefined)
    return isFile(facts.path, ofId) ? undefined : { kind: 'allotted', allocation: ofId, isOfThisFile: false };
  const ofFile = allotmentOf(facts.path, ids);
  return ofFile && { kind: 'allotted', allocation: ofFile, isOfThisFile: true };
}

function schemeFault(id: string, context: LibraryRuleContext): IdFault | undefined {
  const { facts, configuration } = context;
  const ids = configuration.ids ?? noIds;
  if (ids.schemes.length === 0) return undefined;
  const scheme = schemeOfId(id, ids.schemes);
  // Where the standard names the very file, its place is the standard's own affair.
  const isAllotted = registerOf(ids).byId.has(id);
  const expected = isAllotted ? [] : schemesFor(facts.path, facts.kind, ids.schemes);
  if (scheme === undefined) return isAllotted ? undefined : unknownPrefix(id, expected, context);
  if (expected.length > 0 && !expected.includes(scheme)) return { kind: 'other-prefix', expected };
  const fault = formFault(id, scheme);
  if (fault !== undefined) return { kind: 'form', scheme, fault };
  const isPlaced = isAllotted || expected.length > 0;
  return rangeFault(id, scheme) ?? (isPlaced ? undefined : elsewhere(scheme, context));
}

function rangeFault(id: string, scheme: IdScheme): IdFault | undefined {
  const { range } = scheme;
  const number = idForm(scheme).read(id)?.number;
  if (range === undefined || number === undefined) return undefined;
  return number < range.from || number > range.to ? { kind: 'range', scheme, range } : undefined;
}

/** Folders that the standard names and the library does not have say nothing. */
function elsewhere(scheme: IdScheme, { facts, index }: LibraryRuleContext): IdFault | undefined {
  if (scheme.folders.length === 0 || isInFolderOf(facts.path, scheme)) return undefined;
  const isThere = (folder: string): boolean =>
    [...index.documents.keys()].some((path) => path.startsWith(`${folder}/`));
  return foldersOf(scheme).some(isThere) ? { kind: 'elsewhere', scheme } : undefined;
}

function unknownPrefix(id: string, expected: readonly IdScheme[], context: LibraryRuleContext): IdFault | undefined {
  if (isUsualNumber(id, context)) return undefined;
  const schemes = context.configuration.ids?.schemes ?? [];
  const [first = ''] = id.split(/[-_]/);
  const near = nearest(
    first,
    schemes.map((scheme) => idForm(scheme).prefix).filter((prefix) => prefix !== ''),
  );
  return { kind: 'unknown-prefix', expected, ...(near !== undefined && near !== first && { near }) };
}

/** Numbers such as 03-03-18-16 are a scheme of their own where several documents have them. */
function isUsualNumber(id: string, { index }: LibraryRuleContext): boolean {
  return isNumeric(id) && (numbersOf(index).get(partCount(id)) ?? 0) > 1;
}

const ofAspect = new WeakMap<object, ReadonlyMap<number, number>>();

/** How many ids are numbers of so many parts. */
function numbersOf(index: LibraryIndex): ReadonlyMap<number, number> {
  const known = ofAspect.get(index.aspects.identity);
  if (known !== undefined) return known;
  const counts = new Map<number, number>();
  for (const id of idsOf(index).keys()) {
    if (isNumeric(id)) counts.set(partCount(id), (counts.get(partCount(id)) ?? 0) + 1);
  }
  ofAspect.set(index.aspects.identity, counts);
  return counts;
}
