// Documents that are probably related to one, each with the reasons: links between them, links and sections and facets that
// they share, ids of one series. Proposals only; nobody is told off for not following them.
import { classificationOf } from '../classification/classificationOf.ts';
import { facetsOf } from '../classification/facetsOf.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { compareText, type Message } from '../finding.ts';
import { ownIdOf } from '../ids/ownId.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import { referrersOf } from '../links/referrers.ts';
import type { Plan } from '../roadmap/plan.ts';
import { relationsOf } from './relationsOf.ts';
import { titleOf } from './relationPlace.ts';
import { documentOfLink } from './resolveRelation.ts';

export interface ProposalGround {
  readonly index: LibraryIndex;
  readonly configuration: Configuration;
  readonly plans?: readonly Plan[];
}

export interface Proposal {
  readonly path: string;
  readonly score: number;
  /** Weightiest first. */
  readonly reasons: readonly Message[];
}

const MOST_PROPOSALS = 8;
/** One weak sign is none. */
const LEAST_SCORE = 3;
/** What more documents than this share says nothing about two of them. */
const MOST_SHARING = 25;
const MOST_OF_A_SIGN = 3;

export function proposalsFor(path: string, ground: ProposalGround): readonly Proposal[] {
  const facts = ground.index.documents.get(path);
  if (facts?.limit !== undefined || facts === undefined) return [];
  const graph = relationsOf(ground);
  const related = new Set([
    path,
    ...graph.outgoing(path).map(({ to }) => to),
    ...graph.incoming(path).map(({ from }) => from),
  ]);
  const signs = new Signs();
  noteLinks(facts, ground, signs);
  noteHeadings(facts, ground, signs);
  noteSeries(facts, ground, signs);
  noteFacets(facts, ground, signs);
  return signs
    .all()
    .filter((proposal) => !related.has(proposal.path) && isProposed(ground.index.documents.get(proposal.path)))
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score || compareText(a.path, b.path))
    .slice(0, MOST_PROPOSALS);
}

function isProposed(facts: DocumentFacts | undefined): boolean {
  return facts !== undefined && ['case', 'topic'].includes(facts.kind) && facts.limit === undefined;
}

/** What speaks for each document. */
class Signs {
  readonly #byPath = new Map<string, { score: number; reasons: { weight: number; reason: Message }[] }>();

  add(path: string, weight: number, reason: Message): void {
    const known = this.#byPath.get(path) ?? { score: 0, reasons: [] };
    known.score += weight;
    known.reasons.push({ weight, reason });
    this.#byPath.set(path, known);
  }

  all(): readonly Proposal[] {
    return [...this.#byPath].map(([path, { score, reasons }]) => ({
      path,
      score,
      reasons: reasons.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason),
    }));
  }
}

function noteLinks(facts: DocumentFacts, { index, configuration }: ProposalGround, signs: Signs): void {
  const { links } = configuration;
  const targets = new Set(
    facts.links
      .filter(({ isInToc, url }) => isInToc !== true && !url.startsWith('#'))
      .flatMap((link) => documentOfLink(link, facts.path, index, links) ?? []),
  );
  targets.delete(facts.path);
  for (const target of targets) signs.add(target, 4, { key: 'proposal.links' });
  const sources = new Set(referrersOf(index, facts.path, links).map(({ from }) => from));
  for (const source of sources) if (source !== facts.path) signs.add(source, 3, { key: 'proposal.linked' });
  const shared = new Map<string, string[]>();
  for (const target of targets) {
    const others = new Set(referrersOf(index, target, links).map(({ from }) => from));
    if (others.size <= MOST_SHARING)
      for (const other of others) push(shared, other, titleOf(index.documents.get(target), target));
  }
  noteShared(shared, signs, (titles) => ({ key: 'proposal.shared-links', args: { titles } }));
}

function noteShared(
  shared: ReadonlyMap<string, readonly string[]>,
  signs: Signs,
  reason: (names: string) => Message,
): void {
  for (const [path, names] of shared) {
    const shown = names.slice(0, MOST_OF_A_SIGN).join('、');
    signs.add(path, Math.min(names.length, MOST_OF_A_SIGN), reason(shown));
  }
}

function push<Key>(map: Map<Key, string[]>, key: Key, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const byHeading = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** Documents by the names of their sections. */
function headingIndex({ documents, aspects }: LibraryIndex): ReadonlyMap<string, readonly string[]> {
  const known = byHeading.get(aspects.headings);
  if (known !== undefined) return known;
  const paths = new Map<string, string[]>();
  for (const { path, headings, kind } of documents.values()) {
    if (kind === 'template' || kind === 'standard') continue;
    for (const key of new Set(headings.map((heading) => heading.key))) push(paths, key, path);
  }
  byHeading.set(aspects.headings, paths);
  return paths;
}

/** Sections that the template prescribes stand in every document, so only rare names count. */
function noteHeadings(facts: DocumentFacts, { index }: ProposalGround, signs: Signs): void {
  const paths = headingIndex(index);
  const shared = new Map<string, string[]>();
  const most = Math.max(2, Math.min(MOST_SHARING, index.documents.size * 0.1));
  for (const { key, text } of new Map(facts.headings.map((heading) => [heading.key, heading])).values()) {
    const others = paths.get(key) ?? [];
    if (key.length >= 2 && others.length <= most) for (const other of others) push(shared, other, text);
  }
  noteShared(shared, signs, (headings) => ({ key: 'proposal.headings', args: { headings } }));
}

const bySeries = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

function seriesOf(facts: DocumentFacts): string | undefined {
  return /^(.*[A-Z0-9])-\d+$/.exec(ownIdOf(facts)?.id ?? '')?.[1];
}

function noteSeries(facts: DocumentFacts, { index }: ProposalGround, signs: Signs): void {
  const series = seriesOf(facts);
  if (series === undefined) return;
  let paths = bySeries.get(index.aspects.identity);
  if (paths === undefined) {
    const made = new Map<string, string[]>();
    for (const other of index.documents.values()) {
      const own = seriesOf(other);
      if (own !== undefined) push(made, own, other.path);
    }
    bySeries.set(index.aspects.identity, made);
    paths = made;
  }
  const others = paths.get(series) ?? [];
  if (others.length > MOST_SHARING) return;
  for (const other of others) signs.add(other, 2, { key: 'proposal.series', args: { series } });
}

const telling = ['scenario', 'technology', 'domain'];
const byFacet = new WeakMap<object, WeakMap<Configuration, ReadonlyMap<string, readonly string[]>>>();

function facetIndex(ground: ProposalGround): ReadonlyMap<string, readonly string[]> {
  const { index, configuration } = ground;
  const ofIdentity =
    byFacet.get(index.aspects.identity) ?? new WeakMap<Configuration, ReadonlyMap<string, readonly string[]>>();
  byFacet.set(index.aspects.identity, ofIdentity);
  const known = ofIdentity.get(configuration);
  if (known !== undefined) return known;
  const paths = new Map<string, string[]>();
  for (const facts of index.documents.values()) {
    for (const { name, value } of tellingValues(facts, ground)) push(paths, `${name}\n${value}`, facts.path);
  }
  ofIdentity.set(configuration, paths);
  return paths;
}

/** What a document is about; how difficult it is or how finished says nothing of what it has to do with others. */
function tellingValues(
  facts: DocumentFacts,
  { configuration, plans }: ProposalGround,
): readonly { readonly name: string; readonly value: string }[] {
  const facets = facetsOf(facts, configuration, plans === undefined ? {} : { plans });
  return telling.flatMap((name) => (facets.get(name) ?? []).map(({ value }) => ({ name, value })));
}

function noteFacets(facts: DocumentFacts, ground: ProposalGround, signs: Signs): void {
  const paths = facetIndex(ground);
  const { byName } = classificationOf(ground.configuration);
  for (const { name, value } of tellingValues(facts, ground)) {
    const labels = byName.get(name)?.labels;
    const others = paths.get(`${name}\n${value}`) ?? [];
    if (others.length > MOST_SHARING || labels === undefined) continue;
    const reason: Message = { key: 'proposal.facet', args: { ...labels, value } };
    for (const other of others) signs.add(other, 1, reason);
  }
}
