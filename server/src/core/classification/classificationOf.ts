// The facets that hold in a library: the built-in vocabulary, over it the team's vocabulary document, over that the
// configuration. Compiled once per configuration.
import { builtInText } from '../library/builtIn.ts';
import type { Configuration } from '../library/configuration.ts';
import { remarkParser } from '../markdown/remarkParser.ts';
import type {
  BuiltInFacet,
  Facet,
  FacetConfiguration,
  FacetsConfiguration,
  FacetTerm,
  VocabularyFacet,
} from './facets.ts';
import { keyStem } from './facetWords.ts';
import { Lexicon } from './lexicon.ts';
import { readVocabulary } from './readVocabulary.ts';

export interface CompiledFacet extends Facet {
  readonly lexicon: Lexicon;
}

export interface Classification {
  /** In the order in which they are offered. */
  readonly facets: readonly CompiledFacet[];
  readonly byName: ReadonlyMap<string, CompiledFacet>;
  /** Facets by the stem of a metadata key that states them. */
  readonly byKey: ReadonlyMap<string, readonly CompiledFacet[]>;
  /** Facets by the stem of a key whose value may mention them. */
  readonly byMention: ReadonlyMap<string, readonly CompiledFacet[]>;
}

const VOCABULARY = 'builtin:vocabulary';

/** Facets that follow from the document itself: name, labels. */
const own: readonly (readonly [name: BuiltInFacet, zh: string, en: string])[] = [
  ['kind', '文档类型', 'Kind'],
  ['stage', '阶段', 'Stage'],
  ['status', '状态', 'Status'],
  ['version', '适用版本', 'Subject version'],
];

let builtIn: readonly VocabularyFacet[] | undefined;

function builtInFacets(): readonly VocabularyFacet[] {
  builtIn ??= readVocabulary({
    path: VOCABULARY,
    text: builtInText(VOCABULARY) ?? '',
    parser: remarkParser,
    names: new Set(),
  });
  return builtIn;
}

/** Ids of the built-in facets by the label that the built-in vocabulary gives them. */
const ids: Readonly<Record<string, BuiltInFacet>> = {
  业务场景: 'scenario',
  技术场景: 'technology',
  难度级别: 'difficulty',
  应用领域: 'domain',
};

/** Stems under which the built-in facets are known, and those of the configuration: vocabulary documents name them. */
export function facetNames(configured: readonly FacetConfiguration[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, label } of builtInFacets()) for (const word of [name, ids[name], label]) addStem(names, word);
  for (const { name, labels } of configured) for (const word of [name, labels?.zh, labels?.en]) addStem(names, word);
  return names;
}

function addStem(names: Set<string>, word: string | undefined): void {
  if (word !== undefined && word !== '') names.add(keyStem(word));
}

const compiled = new WeakMap<FacetsConfiguration, Classification>();
const nothing: FacetsConfiguration = { facets: [] };

export function classificationOf({ facets = nothing }: Configuration): Classification {
  const known = compiled.get(facets);
  if (known !== undefined) return known;
  const made = compile(facets);
  compiled.set(facets, made);
  return made;
}

/** The facet that a person means: by id, label or key; undefined for none. */
export function findFacet({ facets }: Classification, word: string): CompiledFacet | undefined {
  const stem = keyStem(word);
  const isNamed = ({ name, labels }: Facet): boolean =>
    [name, labels.zh, labels.en].some((label) => keyStem(label) === stem);
  return facets.find(isNamed) ?? facets.find(({ keys }) => keys.has(stem));
}

function compile({ facets: configured, document = [] }: FacetsConfiguration): Classification {
  const drafts = new Map<string, Facet>();
  for (const facet of builtInFacets()) {
    const name = ids[facet.name] ?? facet.name;
    drafts.set(name, withDefaults({ name, labels: { zh: facet.name, en: facet.label ?? facet.name } }, facet));
  }
  for (const facet of document) put(drafts, facet);
  for (const facet of configured) put(drafts, facet);
  for (const [name, zh, en] of own)
    if (!drafts.has(name)) drafts.set(name, withDefaults({ name, labels: { zh, en } }, {}));
  const facets = [...drafts.values()].map((facet): CompiledFacet => ({ ...facet, lexicon: new Lexicon(facet.terms) }));
  return {
    facets,
    byName: new Map(facets.map((facet) => [facet.name, facet])),
    byKey: byStem(facets, ({ keys }) => keys),
    byMention: byStem(facets, ({ mentions }) => mentions),
  };
}

function withDefaults(
  { name, labels }: Pick<Facet, 'name' | 'labels'>,
  { keys = [], mentions = [], terms = [] }: Partial<VocabularyFacet>,
): Facet {
  return {
    name,
    labels,
    keys: new Set([name, labels.zh, labels.en, ...keys].map(keyStem)),
    mentions: new Set(mentions.map(keyStem)),
    terms,
    isClosed: false,
    isRequired: false,
    kinds: [],
  };
}

/** The facet as the vocabulary or configuration has it, over what is known of it. */
function put(drafts: Map<string, Facet>, said: VocabularyFacet | FacetConfiguration): void {
  const before = knownFacet(drafts, said.name);
  const name = before?.name ?? said.name;
  const labels = { zh: said.name, en: said.name, ...before?.labels, ...('labels' in said && said.labels) };
  const base = before ?? withDefaults({ name, labels }, {});
  const mentions = 'mentions' in said ? said.mentions : [];
  drafts.set(name, {
    ...base,
    labels,
    keys: new Set([...base.keys, ...[labels.zh, labels.en, ...said.keys].map(keyStem)]),
    mentions: new Set([...base.mentions, ...mentions.map(keyStem)]),
    ...(said.terms.length > 0 && { terms: withInherited(mergedTerms(base, said.terms), name), isClosed: true }),
    ...('isRequired' in said && {
      isRequired: said.isRequired,
      kinds: said.kinds,
      ...(said.folder !== undefined && { folder: said.folder }),
      ...(said.idPart !== undefined && { idPart: said.idPart }),
    }),
  });
}

function knownFacet(drafts: ReadonlyMap<string, Facet>, name: string): Facet | undefined {
  const stem = keyStem(name);
  return [...drafts.values()].find((facet) =>
    [facet.name, facet.labels.zh, facet.labels.en].some((label) => keyStem(label) === stem),
  );
}

/** Values of the configuration add synonyms to those of the vocabulary document, and further values. */
function mergedTerms(base: Facet, said: readonly FacetTerm[]): readonly FacetTerm[] {
  if (!base.isClosed) return said;
  const merged = new Map(base.terms.map((term) => [term.name, term]));
  for (const term of said) {
    const before = merged.get(term.name);
    const synonyms = [...(before?.synonyms ?? []), ...term.synonyms];
    merged.set(term.name, { ...term, ...before, synonyms });
  }
  return [...merged.values()];
}

/** A team's 高级 keeps the synonyms of the built-in 高级; stars of a level that it has not count for the next lower one. */
function withInherited(terms: readonly FacetTerm[], facet: string): readonly FacetTerm[] {
  const from = builtInFacets().find(({ name }) => (ids[name] ?? name) === facet)?.terms ?? [];
  const lexicon = new Lexicon(from);
  const inherited = terms.map((term) => lexicon.exact(term.name));
  const extra = new Map<number, readonly string[]>();
  for (const [index, builtInTerm] of from.entries()) {
    if (inherited.includes(builtInTerm)) continue;
    const stars = builtInTerm.synonyms.filter((synonym) => /^⭐+$/.test(synonym));
    const lower = from.slice(0, index).findLast((other) => inherited.includes(other));
    if (stars.length === 0 || lower === undefined) continue;
    const at = inherited.indexOf(lower);
    extra.set(at, [...(extra.get(at) ?? []), ...stars]);
  }
  return terms.map((term, index) => {
    const known = inherited[index];
    const synonyms = [...term.synonyms, ...(known?.synonyms ?? []), ...(extra.get(index) ?? [])];
    return { ...(known?.label !== undefined && { label: known.label }), ...term, synonyms };
  });
}

function byStem(
  facets: readonly CompiledFacet[],
  stemsOf: (facet: Facet) => Iterable<string>,
): ReadonlyMap<string, readonly CompiledFacet[]> {
  const found = new Map<string, CompiledFacet[]>();
  for (const facet of facets) for (const stem of stemsOf(facet)) found.set(stem, [...(found.get(stem) ?? []), facet]);
  return found;
}
