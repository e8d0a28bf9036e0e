// Ids that are not free: of documents, named in metadata, planned, allotted, retired. And the next one that is.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { IdRange, IdsConfiguration } from './idScheme.ts';

export interface TakenIds {
  has(id: string): boolean;
  /** Numbers of the ids that are this stem and a number, with the digits that they are written with. */
  numbersOf(stem: string): readonly string[];
}

export interface IdSources {
  readonly index: LibraryIndex;
  readonly ids?: IdsConfiguration;
  readonly plans?: readonly Plan[];
  /** A document whose own statements do not count. */
  readonly except?: string;
}

/** Where ids count on: behind a stem, with so many digits, inside a range. */
export interface IdPlace {
  readonly stem: string;
  readonly width: number;
  readonly range?: IdRange;
}

type Families = ReadonlyMap<string, readonly string[]>;

const ofFacts = new WeakMap<DocumentFacts, readonly string[]>();
const ofAspect = new WeakMap<object, Families>();

export function takenIds({ index, ids, plans = [], except }: IdSources): TakenIds {
  const fixed = familiesOf([
    ...(ids?.retired ?? []).map(({ id }) => id),
    ...(ids?.allocations ?? []).map(({ id }) => id),
    ...plans.flatMap(({ items }) => items.flatMap(({ id }) => (id === undefined ? [] : [id]))),
  ]);
  const own = except === undefined ? undefined : index.documents.get(except);
  const documents = own === undefined ? familiesIn(index) : withoutOne(index, own);
  const numbersOf = (stem: string): readonly string[] => [...(documents.get(stem) ?? []), ...(fixed.get(stem) ?? [])];
  return {
    numbersOf,
    has(id) {
      const [stem, digits] = stemOf(id);
      return numbersOf(stem).includes(digits);
    },
  };
}

/** The next id behind a stem; undefined where none is left. */
export function nextFreeId({ stem, width, range }: IdPlace, taken: TakenIds): string | undefined {
  const next = nextNumber(taken.numbersOf(stem).map(Number), { from: range?.from ?? 1, to: lastOf(width, range) });
  return next === undefined ? undefined : `${stem}${String(next).padStart(width, '0')}`;
}

/** So many digits say no more. */
function lastOf(width: number, range: IdRange | undefined): number {
  return Math.min(range?.to ?? Number.MAX_SAFE_INTEGER, 10 ** width - 1);
}

/** One after the highest; where the range ends there, the lowest that was never in use; undefined where none is left. */
export function nextNumber(
  taken: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  const numbers = new Set(taken.filter((number) => number >= from && number <= to));
  let highest = from - 1;
  for (const number of numbers) highest = Math.max(highest, number);
  if (highest < to) return highest + 1;
  for (let number = from; number <= to; number++) if (!numbers.has(number)) return number;
  return undefined;
}

/** The stem of an id and the digits at its end. */
export function stemOf(id: string): readonly [stem: string, digits: string] {
  const digits = /\d*$/.exec(id)?.[0] ?? '';
  return [id.slice(0, id.length - digits.length), digits];
}

function familiesIn({ documents, aspects }: LibraryIndex): Families {
  const known = ofAspect.get(aspects.identity);
  if (known !== undefined) return known;
  const families = familiesOf([...documents.values()].flatMap(idsInFields));
  ofAspect.set(aspects.identity, families);
  return families;
}

function withoutOne(index: LibraryIndex, { path }: DocumentFacts): Families {
  return familiesOf([...index.documents.values()].flatMap((facts) => (facts.path === path ? [] : idsInFields(facts))));
}

/** Templates show ids as examples. */
function idsInFields(facts: DocumentFacts): readonly string[] {
  if (facts.kind === 'template') return [];
  const known = ofFacts.get(facts);
  if (known !== undefined) return known;
  const ids = facts.ids.flatMap(({ id, field }) => (field === undefined ? [] : [id]));
  ofFacts.set(facts, ids);
  return ids;
}

function familiesOf(ids: readonly string[]): Families {
  const families = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const [stem, digits] = stemOf(id);
    const numbers = families.get(stem);
    if (numbers === undefined) families.set(stem, [digits]);
    else numbers.push(digits);
  }
  return families;
}
