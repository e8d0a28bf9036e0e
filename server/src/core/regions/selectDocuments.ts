// Which documents a region speaks of, in which order. The order is the same on every machine.
import { isInArchive } from '../archive/archivePlace.ts';
import { defaultArchiveSettings } from '../archive/archiveSettings.ts';
import { compareText } from '../finding.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { matcherOf, refusalOfGlob } from '../library/globs.ts';
import { folderOf, scopePath } from '../library/pathScope.ts';
import { withoutEmoji } from '../model/emoji.ts';
import { normalKey } from '../model/normalKey.ts';
import { fieldNamed, idOf, type Field, type FieldGround } from './fields.ts';
import { compareAbsentLast, compareNatural } from './naturalOrder.ts';
import type { RegionMark } from './regionMark.ts';

type Test = (facts: DocumentFacts) => boolean;

/** Kinds that a library is about; others are listed where the mark asks for them. */
const quietKinds = new Set(['other', 'plan', 'template', 'standard']);

export interface Selection {
  readonly mark: Pick<RegionMark, 'where' | 'sort'>;
  /** Of the document that the region stands in; it never lists itself. */
  readonly path: string;
  readonly ground: FieldGround;
  /** Kinds where the mark names none; absent: those that the library is about. */
  readonly anyKind?: boolean;
}

export function selectDocuments({ mark, path, ground, anyKind = false }: Selection): readonly DocumentFacts[] {
  const { where, sort } = mark;
  const tests = Object.entries(where).map(([name, values]) => testOf(name, values, { path, ground }));
  if (!anyKind && where['kind'] === undefined) tests.push(({ kind }) => !quietKinds.has(kind));
  const { archive = defaultArchiveSettings } = ground.configuration;
  const isPlaceAsked = ['folder', 'path', 'status'].some((name) => where[name] !== undefined);
  if (!isPlaceAsked && !isInArchive(path, archive)) tests.push((facts) => !isInArchive(facts.path, archive));
  const found: DocumentFacts[] = [];
  for (const facts of ground.index.documents.values()) {
    if (facts.path !== path && tests.every((test) => test(facts))) found.push(facts);
  }
  return found.sort(orderBy(sort, ground));
}

// ---- conditions

function testOf(name: string, values: readonly string[], at: Pick<Selection, 'path' | 'ground'>): Test {
  const excluded = values.filter((value) => value.startsWith('!')).map((value) => value.slice(1));
  const included = values.filter((value) => !value.startsWith('!'));
  const takes = included.map((value) => conditionOf(name, value, at));
  const refuses = excluded.map((value) => conditionOf(name, value, at));
  return (facts) => (takes.length === 0 || takes.some((test) => test(facts))) && !refuses.some((test) => test(facts));
}

function conditionOf(name: string, value: string, { path, ground }: Pick<Selection, 'path' | 'ground'>): Test {
  switch (name) {
    case 'kind':
      return value === 'any' ? () => true : ({ kind }) => kind === value;
    case 'folder':
      return inFolder(value, path);
    case 'path':
      return matching(value, ({ path: own }) => own);
    case 'id':
      return matching(value, (facts) => idOf(facts)?.replaceAll('/', ':') ?? '');
    case 'status':
      return anyOf(stageTest(value), valueTest(value, fieldNamed('status', ground)));
    default:
      return valueTest(value, fieldNamed(name, ground));
  }
}

function anyOf(first: Test, second: Test): Test {
  return (facts) => first(facts) || second(facts);
}

/** `.` is the folder of the document itself, `./x` below it; others count from the library. */
function inFolder(value: string, path: string): Test {
  const isRelative = value.startsWith('.');
  const scoped = scopePath(value.replace(/\/+$/, ''), isRelative ? folderOf(path) : '');
  const folder = scoped.isInside ? scoped.path : isRelative && /^\.\/?$/.test(value) ? folderOf(path) : undefined;
  if (folder === undefined) return value === '/' ? () => true : () => false;
  return ({ path: own }) => folder === '' || own.startsWith(`${folder}/`);
}

function matching(glob: string, textOf: (facts: DocumentFacts) => string): Test {
  if (refusalOfGlob(glob) !== undefined) return (facts) => textOf(facts) === glob;
  const matches = matcherOf([glob]);
  return (facts) => textOf(facts) === glob || matches(textOf(facts));
}

function stageTest(value: string): Test {
  return ({ stage }) => stage === value;
}

function valueTest(value: string, field: Field | undefined): Test {
  if (field === undefined) return () => false;
  const wanted = normalKey(value);
  return (facts) => field.valuesOf(facts).some((each) => each === value || normalKey(each) === wanted);
}

// ---- order

type Order = (a: DocumentFacts, b: DocumentFacts) => number;

/** By the names of the mark, then by id, then by path. */
function orderBy(sort: readonly string[], ground: FieldGround): Order {
  const orders = sort.flatMap((word): Order[] => {
    const isDescending = word.startsWith('-');
    const field = fieldNamed(isDescending ? word.slice(1) : word, ground);
    return field === undefined ? [] : [orderByField(field, isDescending)];
  });
  const byId: Order = (a, b) => compareMaybe(idOf(a), idOf(b), compareNatural);
  const byPath: Order = (a, b) => compareNatural(a.path, b.path) || compareText(a.path, b.path);
  const all = [...orders, byId, byPath];
  return (a, b) => {
    for (const order of all) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function orderByField(field: Field, isDescending: boolean): Order {
  const compare = compareValues(field);
  const turned = isDescending ? (a: string, b: string): number => compare(b, a) : compare;
  return (a, b) => compareMaybe(field.valuesOf(a)[0], field.valuesOf(b)[0], turned);
}

function compareMaybe(a: string | undefined, b: string | undefined, compare: (a: string, b: string) => number): number {
  if (a === undefined || b === undefined) return compareAbsentLast(a === undefined, b === undefined);
  return compare(a, b);
}

/** Of two values of one field: ranked ones first, in their order. */
function compareValues(field: Field): (a: string, b: string) => number {
  return (a, b) => {
    const [left, right] = [field.rankOf?.(a), field.rankOf?.(b)];
    if (left !== undefined && right !== undefined && left !== right) return left - right;
    if ((left === undefined) !== (right === undefined)) return left === undefined ? 1 : -1;
    return compareNatural(a, b);
  };
}

// ---- groups

export interface Group {
  /** The same for all ways of writing the value; empty for documents without one. */
  readonly key: string;
  /** Undefined for documents without a value. */
  readonly value: string | undefined;
  readonly documents: readonly DocumentFacts[];
}

/**
 * Documents by the values of a field; one with several values stands in several groups, those without one come last.
 * Emoji and signs make no group of their own: ✅ 已完成 and 已完成 are one.
 */
export function groupBy(documents: readonly DocumentFacts[], field: Field): readonly Group[] {
  const groups = new Map<
    string,
    { readonly key: string; readonly value: string; readonly documents: DocumentFacts[] }
  >();
  const rest: DocumentFacts[] = [];
  for (const facts of documents) {
    const values = new Map(field.valuesOf(facts).map((value) => [normalKey(value), value]));
    if (values.size === 0) rest.push(facts);
    for (const [key, written] of values) {
      const group = groups.get(key) ?? { key, value: plainValue(written), documents: [] };
      group.documents.push(facts);
      groups.set(key, group);
    }
  }
  const compare = compareValues(field);
  const found = [...groups].sort(([a, left], [b, right]) => compare(left.value, right.value) || compareText(a, b));
  const named = found.map(([, group]): Group => group);
  return rest.length === 0 ? named : [...named, { key: '', value: undefined, documents: rest }];
}

function plainValue(written: string): string {
  const plain = withoutEmoji(written).trim();
  return plain === '' ? written : plain;
}
