// The tree of documents: grouped by one facet or by two, with counts; documents without a value in a group of their own.
import { classificationOf, type CompiledFacet } from '../../core/classification/classificationOf.ts';
import { facetLabel, valueLabel } from '../../core/classification/facetLabels.ts';
import { facetsOf, type FacetMap } from '../../core/classification/facetsOf.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import { compareText } from '../../core/finding.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { searchLibrary } from '../../core/search/searchLibrary.ts';
import type { EngineView } from '../engineView.ts';
import { searchGrounds, type LibraryGround } from '../searchGrounds.ts';
import { documentEntry, type DocumentEntry } from './documentEntry.ts';

export interface LibraryTreeParams {
  /** Names of facets, the outer one first; at most two count. */
  readonly by: readonly string[];
  /** As in Find Case; empty: everything. */
  readonly filter: string;
}

export interface LibraryTree {
  /** False while a library is being read: there may be more. */
  readonly isReady: boolean;
  readonly facets: readonly { readonly name: string; readonly label: string }[];
  readonly documents: readonly DocumentEntry[];
  readonly groups: readonly TreeGroup[];
}

export interface TreeGroup {
  /** Unique in its tree, the same while the grouping is. */
  readonly key: string;
  readonly label: string;
  readonly facet: string;
  readonly state: 'value' | 'unknown' | 'missing';
  /** Documents in it, each once. */
  readonly count: number;
  /** Inner groups; none in the innermost ones. */
  readonly groups: readonly TreeGroup[];
  /** Indexes of the documents of an innermost group. */
  readonly documents: readonly number[];
}

interface Entry {
  readonly index: number;
  readonly facts: DocumentFacts;
  readonly facets: FacetMap;
  readonly ground: LibraryGround;
}

const MOST_LEVELS = 2;

export function libraryTree(view: EngineView, { by, filter }: LibraryTreeParams): LibraryTree {
  const { grounds, isReady } = searchGrounds(view);
  const names = by.slice(0, MOST_LEVELS);
  const entries = grounds
    .flatMap((ground) => entriesOf(ground, filter).map((entry) => ({ ...entry, ground })))
    .filter((entry) => belongs(entry, names))
    .map((entry, index): Entry => ({ ...entry, index }));
  return {
    isReady,
    facets: facetsOfAll(grounds),
    documents: entries.map(({ facts, facets, ground }) => documentEntry(facts, facets, ground)),
    groups: groupBy(entries, names, ''),
  };
}

function entriesOf(ground: LibraryGround, filter: string): readonly Pick<Entry, 'facts' | 'facets'>[] {
  const { configuration, plans } = ground;
  if (filter.trim() !== '') return searchLibrary(filter, ground);
  const all = [...ground.documents].map((facts) => ({
    facts,
    facets: facetsOf(facts, configuration, plans && { plans }),
  }));
  return all.sort((a, b) => compareText(a.facts.path, b.facts.path));
}

/** Kinds in which no classification is missing. */
const unclassified = new Set(['plan', 'template', 'standard', 'other']);
const ofDocument = new Set(['kind', 'stage', 'status']);

/** Plans, readmes and reports belong here only where they have a value: nothing is missing in them. */
function belongs({ facts, facets }: Pick<Entry, 'facts' | 'facets'>, names: readonly string[]): boolean {
  const [first = ''] = names;
  if (ofDocument.has(first)) return facts.kind !== 'other';
  return !unclassified.has(facts.kind) || facets.has(first);
}

/** Facets of all libraries, those of the first one first. */
function facetsOfAll(grounds: readonly LibraryGround[]): LibraryTree['facets'] {
  const labels = new Map<string, string>();
  for (const { configuration, locale } of grounds)
    for (const facet of classificationOf(configuration).facets)
      if (!labels.has(facet.name)) labels.set(facet.name, facetLabel(facet, locale));
  return [...labels].map(([name, label]) => ({ name, label }));
}

// ---- groups

interface Draft {
  readonly label: string;
  readonly state: TreeGroup['state'];
  /** Place in the vocabulary; values that it does not have come after those. */
  readonly rank: number;
  readonly entries: Entry[];
}

function groupBy(entries: readonly Entry[], [facet, ...inner]: readonly string[], above: string): readonly TreeGroup[] {
  if (facet === undefined) return [];
  const drafts = new Map<string, Draft>();
  for (const entry of entries) {
    for (const draft of draftsFor(entry, facet)) {
      const key = `${draft.state}:${draft.label}`;
      const known = drafts.get(key) ?? draft;
      drafts.set(key, known);
      // Two values of one document may have the same name.
      if (known.entries.at(-1) !== entry) known.entries.push(entry);
    }
  }
  return [...drafts]
    .toSorted(([, a], [, b]) => compareDrafts(a, b))
    .map(([name, draft]) => {
      const key = `${above}/${name}`;
      const parts = groupBy(draft.entries, inner, key);
      // A level on which nothing is stated says nothing.
      const groups = parts.every(({ state }) => state === 'missing') ? [] : parts;
      return {
        key,
        label: draft.label,
        facet,
        state: draft.state,
        count: draft.entries.length,
        groups,
        documents: groups.length > 0 ? [] : draft.entries.map(({ index }) => index),
      };
    });
}

const stateRanks: Readonly<Record<TreeGroup['state'], number>> = { value: 0, unknown: 1, missing: 2 };

/** As the vocabulary has them; others by how many documents they have. */
function compareDrafts(a: Draft, b: Draft): number {
  return (
    stateRanks[a.state] - stateRanks[b.state] ||
    a.rank - b.rank ||
    b.entries.length - a.entries.length ||
    compareText(a.label, b.label)
  );
}

const kinds = ['case', 'topic', 'plan', 'template', 'standard', 'other'];

function draftsFor({ facets, ground: { configuration, locale } }: Entry, name: string): readonly Draft[] {
  const facet = classificationOf(configuration).byName.get(name);
  const values = facets.get(name) ?? [];
  if (facet === undefined || values.length === 0) {
    const label = renderMessage({ key: 'tree.missing' }, locale);
    return [{ label, state: 'missing', rank: 0, entries: [] }];
  }
  return values.map(({ value, isKnown }): Draft => {
    if (isKnown)
      return { label: valueLabel(facet, value, locale), state: 'value', rank: rankOf(facet, value), entries: [] };
    return { label: renderMessage({ key: 'tree.unknown' }, locale), state: 'unknown', rank: 0, entries: [] };
  });
}

function rankOf({ name, terms }: CompiledFacet, value: string): number {
  // What people write first, what they write against last; a team's own kinds in between.
  if (name === 'kind') return kinds.includes(value) ? kinds.indexOf(value) : 1.5;
  const at = terms.findIndex((term) => term.name === value);
  // A scale keeps its order; the other facets too, so that groups do not jump while documents are written.
  return at < 0 ? terms.length : at;
}
