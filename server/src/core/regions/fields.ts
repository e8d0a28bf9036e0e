// What can be shown, asked for and sorted by: properties of documents by the names that a mark may use. A name means what
// the document is (id, title, lines …), a facet, or else metadata under that key.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { classificationOf, findFacet } from '../classification/classificationOf.ts';
import { facetLabel, valueLabel } from '../classification/facetLabels.ts';
import { facetsOf } from '../classification/facetsOf.ts';
import { ownIdOf } from '../ids/ownId.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import { baseNameOf, folderOf } from '../library/pathScope.ts';
import type { MessageKey } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Plan } from '../roadmap/plan.ts';

export type Language = 'zh' | 'en';

export interface Field {
  readonly name: string;
  /** Absent: as the mark writes it. */
  label?(language: Language): string;
  readonly isNumeric?: boolean;
  /** Its cell leads to the document. */
  readonly isLink?: boolean;
  /** Plain values; none where the document says nothing. */
  valuesOf(facts: DocumentFacts): readonly string[];
  /** A value as people read it; absent: as it is. */
  shown?(value: string, language: Language): string;
  /** Lower comes first; absent, or undefined for a value: in natural order. */
  rankOf?(value: string): number | undefined;
}

export interface FieldGround {
  readonly index: LibraryIndex;
  readonly configuration: Configuration;
  /** Documents may be classified by a plan alone. */
  readonly plans?: readonly Plan[];
}

/** Name in the mark to field; undefined where no document of the library has anything like it. */
export function fieldNamed(name: string, ground: FieldGround): Field | undefined {
  const key = normalKey(name);
  const builtIn = builtInFields.get(key);
  // A facet knows the levels of difficulty better than the words alone do.
  if (builtIn !== undefined && builtIn.name !== 'difficulty') return builtIn;
  return facetField(name, ground) ?? builtIn ?? statedField(name, key, ground);
}

/** Names that a mark may use: for completion and did-you-mean. */
export function fieldNames({ index, configuration }: FieldGround): readonly string[] {
  const facets = classificationOf(configuration).facets.flatMap(({ name, labels }) => [labels.zh, labels.en, name]);
  return [
    ...new Set([...builtInNames, ...facets, ...keysOf(index).values(), ...Object.keys(configuration.keySynonyms)]),
  ];
}

// ---- facets

function facetField(name: string, { configuration, plans }: FieldGround): Field | undefined {
  const facet = findFacet(classificationOf(configuration), name);
  if (facet === undefined) return undefined;
  const order = new Map(facet.terms.map((term, index) => [term.name, index]));
  return {
    name: facet.name,
    label: (language) => facetLabel(facet, language),
    valuesOf: (facts) =>
      (facetsOf(facts, configuration, plans && { plans }).get(facet.name) ?? []).map(({ value }) => value),
    shown: (value, language) => valueLabel(facet, value, language),
    rankOf: (value) => order.get(value) ?? (facet.name === 'difficulty' ? difficultyRank(value) : undefined),
  };
}

// ---- what a document is

interface BuiltIn extends Field {
  /** Other names, as teams call it. */
  readonly aliases: readonly string[];
}

const labelled =
  (key: MessageKey) =>
  (language: Language): string =>
    renderMessage({ key }, language);
const one = (value: string | undefined): readonly string[] => (value === undefined || value === '' ? [] : [value]);
const size = (name: 'lines' | 'text' | 'codeBlocks' | 'tables' | 'images', aliases: readonly string[]): BuiltIn => ({
  name: name === 'text' ? 'length' : name,
  aliases,
  label: labelled(`region.field.${name}`),
  isNumeric: true,
  valuesOf: ({ sizes }) => [String(sizes[name])],
  rankOf: Number,
});
const stated = (name: StatedName, aliases: readonly string[], rankOf?: Field['rankOf']): BuiltIn => ({
  name,
  aliases,
  label: labelled(`region.field.${name}`),
  valuesOf: (facts) => valuesUnder(facts, (key) => statedKeys[name].test(key)),
  ...(rankOf && { rankOf }),
});

type StatedName = 'status' | 'difficulty' | 'version' | 'updated';

/** One meaning, many names: keys of metadata in normal form. */
const statedKeys: Readonly<Record<StatedName, RegExp>> = {
  status: /^(?:文档|完成|审核|当前)?状态$|^(?:doc|document)?status$/,
  difficulty: /^(?:案例)?难度(?:等级|级别)?$|^difficulty(?:level)?$/,
  version: /^(?:文档|项目)?版本号?$|^(?:doc|document)?version$/,
  updated: /^(?:最后|最近)?(?:更新|修订|修改)(?:日期|时间)?$|^(?:last)?(?:updated?|modified|revised)(?:at|on|date)?$/,
};

const builtIns: readonly BuiltIn[] = [
  { name: 'id', aliases: ['编号', '文档编号', '案例编号'], label: labelled('region.field.id'), valuesOf: (facts) => one(idOf(facts)) },
  { name: 'title', aliases: ['标题', '文档', '案例'], label: labelled('region.field.title'), isLink: true, valuesOf: (facts) => [titleOf(facts)] },
  { name: 'file', aliases: ['文件', '文件名'], label: labelled('region.field.file'), isLink: true, valuesOf: ({ path }) => [baseNameOf(path)] },
  { name: 'path', aliases: ['路径'], label: labelled('region.field.path'), valuesOf: ({ path }) => [path] },
  { name: 'folder', aliases: ['目录', '文件夹'], label: labelled('region.field.folder'), valuesOf: ({ path }) => one(folderOf(path)) },
  { name: 'kind', aliases: ['类型', '文档类型'], label: labelled('region.field.kind'), valuesOf: ({ kind }) => [kind], shown: kindLabel, rankOf: (kind) => rankIn(kindOrder, kind) },
  { name: 'stage', aliases: ['阶段'], label: labelled('region.field.stage'), valuesOf: ({ stage }) => [stage], shown: (stage, language) => renderMessage({ key: stageKeys[stage] ?? 'region.stage.normal' }, language), rankOf: (stage) => rankIn(stageOrder, stage) },
  stated('status', ['状态']),
  stated('difficulty', ['难度'], difficultyRank),
  stated('version', ['版本']),
  stated('updated', ['更新日期', '更新时间', '最后更新'], dateRank),
  size('lines', ['行数']),
  size('text', ['字数']),
  size('codeBlocks', ['代码块']),
  size('tables', ['表格']),
  size('images', ['图片']),
]; // prettier-ignore

const builtInNames = builtIns.map(({ name }) => name);
const builtInFields = new Map<string, Field>(
  builtIns.flatMap((field) => [field.name, ...field.aliases].map((name) => [normalKey(name), field] as const)),
);

const kindOrder = ['case', 'topic', 'plan', 'template', 'standard', 'other'];
const stageOrder = ['draft', 'normal', 'ready'];
const stageKeys: Readonly<Record<string, MessageKey>> = {
  draft: 'region.stage.draft',
  normal: 'region.stage.normal',
  ready: 'region.stage.ready',
};

function rankIn(order: readonly string[], value: string): number | undefined {
  const at = order.indexOf(value);
  return at < 0 ? undefined : at;
}

function kindLabel(kind: string, language: Language): string {
  switch (kind) {
    case 'case':
    case 'topic':
    case 'plan':
    case 'template':
    case 'standard':
    case 'other':
      return renderMessage({ key: `kind.${kind}` }, language);
    default:
      return kind;
  }
}

export function idOf(facts: DocumentFacts): string | undefined {
  return ownIdOf(facts)?.id;
}

/** The file's name for a document without a title. */
export function titleOf({ title, path }: DocumentFacts): string {
  const text = title?.text.trim() ?? '';
  return text === '' ? baseNameOf(path).replace(/\.(?:md|markdown|mdown)$/i, '') : text;
}

const levels: readonly RegExp[] = [/入门|初级|基础|简单|beginner|basic|easy/i, /中级|进阶|intermediate|medium/i, /高级|困难|advanced|hard/i, /专家|expert/i]; // prettier-ignore

/** Words first, else stars: both grow with the difficulty. */
function difficultyRank(value: string): number | undefined {
  const level = levels.findIndex((word) => word.test(value));
  if (level >= 0) return level;
  const stars = (value.match(/[⭐★]/gu) ?? []).length;
  return stars === 0 ? undefined : stars;
}

function dateRank(value: string): number | undefined {
  const [, year, month = '0', day = '0'] = /(\d{4})(?:\D{1,3}(\d{1,2}))?(?:\D{1,3}(\d{1,2}))?/.exec(value) ?? [];
  return year === undefined ? undefined : Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

// ---- metadata

function statedField(name: string, key: string, { index, configuration }: FieldGround): Field | undefined {
  const known = keysOf(index);
  const names = new Set([key, ...synonymsOf(key, configuration)]);
  if (![...names].some((each) => known.has(each))) return undefined;
  return { name, valuesOf: (facts) => valuesUnder(facts, (each) => names.has(each)) };
}

function synonymsOf(key: string, { keySynonyms }: Configuration): readonly string[] {
  return Object.entries(keySynonyms).flatMap(([name, others]) => {
    const all = [name, ...others].map((each) => normalKey(each));
    return all.includes(key) ? all : [];
  });
}

const keysIn = new WeakMap<object, ReadonlyMap<string, string>>();

/** Normal keys of all metadata in the library, each with one way of writing it. */
function keysOf({ documents, aspects }: LibraryIndex): ReadonlyMap<string, string> {
  const known = keysIn.get(aspects.identity);
  if (known !== undefined) return known;
  const keys = new Map<string, string>();
  for (const { fields } of documents.values())
    for (const { normalKey: key, key: written } of fields) keys.set(key, written);
  keysIn.set(aspects.identity, keys);
  return keys;
}

/** Of the first field under such a key that says anything. */
function valuesUnder({ fields }: DocumentFacts, isMeant: (key: string) => boolean): readonly string[] {
  const field = fields.find(
    ({ normalKey: key, value, items }) => isMeant(key) && (value !== '' || items !== undefined),
  );
  if (field === undefined) return [];
  const values = field.items ?? [field.value];
  return values.filter((value) => value.trim() !== '');
}
