// What a document is classified as. Every source that says something is kept with its reason; the strongest one counts:
// metadata, then the id, the folder, what metadata mentions, the title, the plan. Sees facts only.
import type { DocumentFacts, FactField } from '../facts/documentFacts.ts';
import type { Message } from '../finding.ts';
import type { Configuration } from '../library/configuration.ts';
import { idKeys } from '../library/kindWords.ts';
import type { Plan } from '../roadmap/plan.ts';
import { statusOf } from '../roadmap/words/status.ts';
import { classificationOf, type Classification, type CompiledFacet } from './classificationOf.ts';
import { FOLDER_SLOT, type FacetTerm, type FacetValue, type FolderPlace } from './facets.ts';
import { folderName, latinWords, plainValue, stemOfNormalKey, valueStem } from './facetWords.ts';
import { plannedTitles } from './planFacets.ts';
import { subjectVersions } from './subjectVersion.ts';

/** What else is known, for documents that only a plan classifies. */
export interface FacetGround {
  readonly plans?: readonly Plan[];
}

export type FacetMap = ReadonlyMap<string, readonly FacetValue[]>;

/** Values by rank of their source, strongest first; a rank may be empty. */
export type FacetEvidence = ReadonlyMap<string, readonly (readonly FacetValue[])[]>;

const noPlans: readonly Plan[] = [];
type ByPlans = WeakMap<readonly Plan[], FacetEvidence>;
const known = new WeakMap<DocumentFacts, WeakMap<Classification, ByPlans>>();
const strongest = new WeakMap<FacetEvidence, FacetMap>();

/** Facets by name (see Facet.name), each with at least one value, the strongest source alone. */
export function facetsOf(facts: DocumentFacts, configuration: Configuration, ground: FacetGround = {}): FacetMap {
  const evidence = facetEvidence(facts, configuration, ground);
  const found = strongest.get(evidence);
  if (found !== undefined) return found;
  const map = new Map<string, readonly FacetValue[]>();
  for (const [facet, ranks] of evidence) {
    const best = ranks.find((values) => values.length > 0);
    if (best !== undefined) map.set(facet, best);
  }
  strongest.set(evidence, map);
  return map;
}

/** Everything that any source says. */
export function facetEvidence(
  facts: DocumentFacts,
  configuration: Configuration,
  { plans = noPlans }: FacetGround = {},
): FacetEvidence {
  const classification = classificationOf(configuration);
  const ofFacts = known.get(facts) ?? new WeakMap<Classification, ByPlans>();
  known.set(facts, ofFacts);
  const byPlans: ByPlans = ofFacts.get(classification) ?? new WeakMap();
  ofFacts.set(classification, byPlans);
  const found = byPlans.get(plans);
  if (found !== undefined) return found;
  const evidence = gather(facts, classification, plans);
  byPlans.set(plans, evidence);
  return evidence;
}

function gather(facts: DocumentFacts, classification: Classification, plans: readonly Plan[]): FacetEvidence {
  const context: Context = {
    facts,
    stems: facts.fields.map(({ normalKey }) => stemOfNormalKey(normalKey)),
    names: facts.path.split('/').map(nameStems),
    titles: plans.length === 0 ? [] : plannedTitles(facts.path, plans),
  };
  const evidence = new Map<string, readonly (readonly FacetValue[])[]>();
  for (const facet of classification.facets) {
    const own = ownValues(facet, context);
    evidence.set(facet.name, own === undefined ? ranksOf(facet, context) : [own]);
  }
  return evidence;
}

/** What is the same for all facets, worked out once. */
interface Context {
  readonly facts: DocumentFacts;
  /** Stems of the keys of `facts.fields`. */
  readonly stems: readonly string[];
  /** Folders and the file, from the outside in. */
  readonly names: readonly NameStems[];
  readonly titles: readonly string[];
}

interface NameStems {
  readonly name: string;
  /** Of the whole name, then of its last Latin word. */
  readonly stems: readonly string[];
}

function nameStems(name: string): NameStems {
  const bare = folderName(name);
  const last = latinWords(bare).at(-1);
  return { name, stems: [valueStem(bare), ...(last === undefined ? [] : [valueStem(last)])] };
}

function ranksOf(facet: CompiledFacet, context: Context): readonly (readonly FacetValue[])[] {
  return [
    fromFields(facet, context),
    fromId(facet, context.facts),
    fromFolder(facet, context.names),
    fromMentions(facet, context),
    fromTitle(facet, context.facts),
    fromPlan(facet, context.titles),
  ];
}

// ---- metadata

function fromFields(facet: CompiledFacet, { facts, stems }: Context): readonly FacetValue[] {
  const values = facts.fields.flatMap((field, index) =>
    field.value !== '' && facet.keys.has(stems[index] ?? '') ? fieldValues(facet, field, index) : [],
  );
  return distinct(values);
}

/** Only what the vocabulary knows: these keys speak of other things too. */
function fromMentions(facet: CompiledFacet, { facts, stems }: Context): readonly FacetValue[] {
  if (facet.terms.length === 0) return [];
  const values = facts.fields.flatMap((field, index) =>
    field.value !== '' && facet.mentions.has(stems[index] ?? '') ? mentionedValues(facet, field, index) : [],
  );
  return distinct(values);
}

function fieldValues(facet: CompiledFacet, field: FactField, index: number): readonly FacetValue[] {
  const { found, unknown } = facet.lexicon.read(field.items?.join('、') ?? field.value);
  const reason: Message = { key: 'facet.from-metadata', args: { key: field.key, value: field.value } };
  const common = { source: 'metadata', field: index, reason } as const;
  return [
    ...found.map(({ term, written }) => ({ ...common, ...namedBy(term, written), isKnown: true })),
    ...unknown.map(({ text, written }) => ({ ...common, value: text, written, isKnown: !facet.isClosed })),
  ];
}

function namedBy(term: FacetTerm, written: string): Pick<FacetValue, 'value' | 'written'> {
  return { value: term.name, ...(written !== term.name && { written }) };
}

function mentionedValues(facet: CompiledFacet, field: FactField, index: number): readonly FacetValue[] {
  const reason: Message = { key: 'facet.from-mention', args: { key: field.key, value: field.value } };
  return facet.lexicon
    .among(field.value)
    .map((term) => ({ value: term.name, source: 'metadata', field: index, isKnown: true, reason }));
}

/** Title and file name, for facets that values of metadata may mention too: 智慧物流可观测性实战. */
function fromTitle(facet: CompiledFacet, { title, path }: DocumentFacts): readonly FacetValue[] {
  if (facet.mentions.size === 0) return [];
  for (const text of [title?.text ?? '', path.slice(path.lastIndexOf('/') + 1)]) {
    const terms = facet.lexicon.mentioned(text);
    const reason: Message = { key: 'facet.from-title', args: { title: text } };
    if (terms.length > 0)
      return terms.map((term) => ({ value: term.name, source: 'title', written: text, isKnown: true, reason }));
  }
  return [];
}

// ---- id, folder, plan

function fromId(facet: CompiledFacet, { fields }: DocumentFacts): readonly FacetValue[] {
  const field = fields.findIndex(({ normalKey, value }) => idKeys.has(normalKey) && /^[A-Za-z]+-/.test(value));
  const id = fields[field]?.value.split(/\s/, 1)[0];
  if (id === undefined) return [];
  const parts = id.split('-');
  // The first part says what kind of document it is, the last its number.
  const wanted = facet.idPart === undefined ? parts.slice(1) : parts.slice(facet.idPart - 1, facet.idPart);
  for (const part of wanted) {
    if (!/[A-Za-z\p{Script=Han}]/u.test(part)) continue;
    const reason: Message = { key: 'facet.from-id', args: { id, part } };
    const term = facet.lexicon.exact(part);
    if (term !== undefined) return [{ value: term.name, source: 'id', written: part, isKnown: true, reason }];
    if (facet.idPart !== undefined) return [{ value: part, source: 'id', isKnown: !facet.isClosed, reason }];
  }
  return [];
}

function fromFolder(facet: CompiledFacet, names: readonly NameStems[]): readonly FacetValue[] {
  if (facet.folder !== undefined) {
    const folder = folderAt(names.slice(0, -1), facet.folder);
    return folder === undefined ? [] : [folderValue(facet, folder)];
  }
  if (facet.terms.length === 0) return [];
  // The file's own name may be the most exact: 金融行业完整案例.md.
  for (const name of names.toReversed()) {
    const term = folderTerm(facet, name);
    if (term !== undefined) return [valueOfFolder(term.name, name.name, true)];
  }
  return [];
}

function folderAt(folders: readonly NameStems[], place: FolderPlace): NameStems | undefined {
  if (typeof place === 'number') return folders.at(place > 0 ? place - 1 : place);
  const fits = place.every((part, at) => {
    const name = folders[at]?.name;
    return name !== undefined && (part === '*' || part === FOLDER_SLOT || part === name);
  });
  return fits ? folders[place.indexOf(FOLDER_SLOT)] : undefined;
}

function folderValue(facet: CompiledFacet, folder: NameStems): FacetValue {
  const term = folderTerm(facet, folder);
  const value = term?.name ?? plainValue(folderName(folder.name));
  return valueOfFolder(value, folder.name, term !== undefined || !facet.isClosed);
}

function valueOfFolder(value: string, folder: string, isKnown: boolean): FacetValue {
  return { value, source: 'folder', written: folder, isKnown, reason: { key: 'facet.from-folder', args: { folder } } };
}

function folderTerm({ lexicon }: CompiledFacet, { stems }: NameStems): FacetTerm | undefined {
  for (const stem of stems) {
    const term = lexicon.byStem(stem);
    if (term !== undefined) return term;
  }
  return undefined;
}

function fromPlan(facet: CompiledFacet, titles: readonly string[]): readonly FacetValue[] {
  for (const title of titles) {
    const terms = facet.lexicon.mentioned(title);
    const reason: Message = { key: 'facet.from-plan', args: { title } };
    if (terms.length > 0)
      return terms.map((term) => ({ value: term.name, source: 'plan', written: title, isKnown: true, reason }));
  }
  return [];
}

// ---- what follows from the document itself

function ownValues({ name, isClosed }: CompiledFacet, { facts, stems }: Context): readonly FacetValue[] | undefined {
  if (isClosed) return undefined;
  if (name === 'kind') return [{ value: facts.kind, source: 'document', isKnown: true, reason: facts.kindReason }];
  if (name === 'stage')
    return [{ value: facts.stage, source: 'document', isKnown: true, reason: { key: 'facet.from-status' } }];
  if (name === 'status') return statusValues(facts.fields, stems);
  return name === 'version' ? versionValues(facts.fields) : undefined;
}

const statusKeys = new Set(['状态', '完成状态', '当前状态', 'status']);

function statusValues(fields: readonly FactField[], stems: readonly string[]): readonly FacetValue[] {
  const index = fields.findIndex(({ value }, at) => statusKeys.has(stems[at] ?? '') && statusOf(value) !== undefined);
  const field = fields[index];
  const status = field && statusOf(field.value);
  if (field === undefined || status === undefined) return [];
  const reason: Message = { key: 'facet.from-metadata', args: { key: field.key, value: field.value } };
  return [{ value: status.value, source: 'metadata', field: index, written: field.value, isKnown: true, reason }];
}

function versionValues(fields: readonly FactField[]): readonly FacetValue[] {
  const values = fields.flatMap((field, index) => {
    const reason: Message = { key: 'facet.from-metadata', args: { key: field.key, value: field.value } };
    return subjectVersions(field.key, field.value).map((value): FacetValue => ({
      value,
      source: 'metadata',
      field: index,
      isKnown: true,
      reason,
    }));
  });
  return distinct(values);
}

function distinct(values: readonly FacetValue[]): readonly FacetValue[] {
  const seen = new Set<string>();
  return values.filter(({ value }) => {
    const stem = valueStem(value);
    if (seen.has(stem)) return false;
    seen.add(stem);
    return true;
  });
}
