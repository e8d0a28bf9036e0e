// The types of relations: those that every library has, by the words that real documents use, and the team's own.
import type { Configuration } from '../library/configuration.ts';
import { normalKey } from '../model/normalKey.ts';
import type { RelationType } from './relation.ts';

/** How names of keys and headings mean a built-in type. They are matched against normal keys: lower case, no blanks. */
interface BuiltInType {
  readonly name: BuiltInName;
  readonly key: RegExp;
  /** Headings stand over prose too, so fewer words count than for keys. */
  readonly heading?: RegExp;
  readonly inverseKey?: RegExp;
  readonly isAcyclic: boolean;
  readonly followsState: boolean;
}

export type BuiltInName = 'prerequisite' | 'related' | 'implements' | 'supersedes' | 'part-of' | 'covers-gap';

/** What may follow 前置, 相关 and the like: 文档, 案例, 知识点 … */
const THING =
  '(?:文档|案例|主题|知识|知识点|阅读|资料|资源|链接|文章|内容|章节|专题|页面|参考|指南|场景|实践|系列|目录|模块|缺口|空白|关系)';
const englishThing =
  '(?:documents?|docs?|cases?|topics?|readings?|resources?|links?|articles?|pages?|guides?|materials?|topicsandcases)';

const builtIn: readonly BuiltInType[] = [
  {
    name: 'prerequisite',
    key: new RegExp(
      `^(?:前置|先修|先决)(?:${THING}|条件|要求)?$|^依赖(?:文档|案例|主题|关系)?$|^prerequisites?(?:${englishThing})?$|^(?:dependson|requires|readfirst)$`,
    ),
    heading: new RegExp(
      `^(?:前置|先修|先决)(?:${THING}|条件|要求)?$|^依赖(?:文档|案例|主题)$|^prerequisites?(?:${englishThing})?$|^readfirst$`,
    ),
    isAcyclic: true,
    followsState: true,
  },
  {
    name: 'related',
    key: new RegExp(`^(?:相关|关联|参见|另见|参阅)(?:${THING})?$|^(?:related(?:${englishThing}|to)?|seealso)$`),
    heading: new RegExp(
      `^(?:相关|关联)${THING}$|^(?:相关|关联)(?:文档|资源|链接)(?:与|和)(?:文档|资源|链接|资料|参考)$|^(?:参见|另见|参阅)$|^(?:related${englishThing}|seealso)$`,
    ),
    isAcyclic: false,
    followsState: false,
  },
  {
    name: 'implements',
    key: new RegExp(`^(?:实现|落地)(?:${THING}|的主题|的设计)$|^实现自?$|^implements(?:${englishThing})?$`),
    isAcyclic: false,
    followsState: false,
  },
  {
    name: 'supersedes',
    key: new RegExp(`^(?:取代|替代|代替|替换)(?:了)?(?:${THING})?$|^(?:supersedes|replaces)(?:${englishThing})?$`),
    inverseKey: new RegExp(
      `^(?:已?被|已由|由)(?:取代|替代|代替|替换)(?:${THING})?$|^(?:取代|替代|代替)者$|^(?:supersededby|replacedby)$`,
    ),
    isAcyclic: true,
    followsState: false,
  },
  {
    name: 'part-of',
    key: new RegExp(
      `^(?:所属|隶属|属于|上级|父)(?:${THING}|文件)$|^(?:所属|隶属|属于)$|^(?:partof|parent(?:${englishThing})?|belongsto)$`,
    ),
    heading: new RegExp(`^(?:所属|上级|父)${THING}$|^parent${englishThing}$`),
    isAcyclic: true,
    followsState: false,
  },
  {
    name: 'covers-gap',
    key: /^(?:覆盖|填补|补齐)的?(?:缺口|空白|案例缺口)$|^(?:coversgaps?|closesgaps?|gapscovered)$/,
    isAcyclic: false,
    followsState: false,
  },
];

const patterns: ReadonlyMap<string, BuiltInType> = new Map(builtIn.map((type) => [type.name, type]));

export const builtInTypes: readonly RelationType[] = builtIn.map(({ name, isAcyclic, followsState }) => ({
  name,
  keys: [],
  headings: [],
  inverseKeys: [],
  isAcyclic,
  followsState,
}));

export function isBuiltIn(name: string): name is BuiltInName {
  return patterns.has(name);
}

/** The types of a library; the same array for the same configuration. */
export function relationTypesOf({ relations }: Pick<Configuration, 'relations'>): readonly RelationType[] {
  return relations ?? builtInTypes;
}

interface KeyMeaning {
  readonly type: RelationType;
  readonly isInverse: boolean;
}

const MOST_KNOWN = 4_096;
/** The same keys stand in every document of a library. */
const known = new WeakMap<readonly RelationType[], Map<string, KeyMeaning | undefined>>();

/** What a metadata key states, if it states a relation. `key` is a normal key. */
export function typeOfKey(key: string, types: readonly RelationType[]): KeyMeaning | undefined {
  let meanings = known.get(types);
  if (meanings === undefined || meanings.size >= MOST_KNOWN) {
    meanings = new Map();
    known.set(types, meanings);
  }
  if (meanings.has(key)) return meanings.get(key);
  const meaning = readKey(key, types);
  meanings.set(key, meaning);
  return meaning;
}

function readKey(key: string, types: readonly RelationType[]): KeyMeaning | undefined {
  const own =
    types.find((type) => type.keys.includes(key)) ?? types.find((type) => patterns.get(type.name)?.key.test(key));
  if (own !== undefined) return { type: own, isInverse: false };
  const inverse =
    types.find((type) => type.inverseKeys.includes(key)) ??
    types.find((type) => patterns.get(type.name)?.inverseKey?.test(key));
  return inverse && { type: inverse, isInverse: true };
}

/** What a heading over a list of documents states, if it states a relation. `key` is a normal key. */
export function typeOfHeading(key: string, types: readonly RelationType[]): RelationType | undefined {
  return (
    types.find((type) => type.headings.includes(key)) ??
    types.find((type) => patterns.get(type.name)?.heading?.test(key))
  );
}

export function normalKeys(words: readonly string[]): readonly string[] {
  return words.map(normalKey);
}
