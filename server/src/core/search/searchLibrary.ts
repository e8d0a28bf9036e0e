// Finds documents by words and facets, best first, each with the reasons. It looks at facts only: titles, ids, headings,
// facets, metadata, names of files and texts of links; the running text of documents is not searched.
import { classificationOf } from '../classification/classificationOf.ts';
import { facetLabel, valueLabel } from '../classification/facetLabels.ts';
import { facetsOf, type FacetMap } from '../classification/facetsOf.ts';
import type { DocumentFacts, FactHeading } from '../facts/documentFacts.ts';
import { compareText, type Message } from '../finding.ts';
import type { Configuration } from '../library/configuration.ts';
import { idKeys } from '../library/kindWords.ts';
import type { Locale } from '../messages/catalog.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Plan } from '../roadmap/plan.ts';
import { matchKey, matchPinyin } from './matchText.ts';
import { meetsFilter, parseQuery, type FacetFilter, type SearchQuery, type SearchWord } from './searchQuery.ts';

export interface SearchGround {
  readonly documents: Iterable<DocumentFacts>;
  readonly configuration: Configuration;
  readonly plans?: readonly Plan[];
  /** For the names of facets in reasons. */
  readonly locale: Locale;
}

export interface SearchHit {
  readonly facts: DocumentFacts;
  readonly facets: FacetMap;
  readonly score: number;
  /** One for each word and filter. */
  readonly reasons: readonly Message[];
  /** The heading that fits best; the title is none. */
  readonly heading?: FactHeading;
}

/** What a match is worth by where it is. */
const WORTH = { title: 100, id: 90, heading: 60, facet: 50, field: 35, path: 30, link: 15 } as const;

/** Readmes and reports speak of what is looked for; cases and topics are it. */
const OTHER_SHARE = 0.7;

/** Documents that hold every word and meet every filter. Equal ranks: cases and topics first, then by path. */
export function searchLibrary(text: string, ground: SearchGround): readonly SearchHit[] {
  const query = parseQuery(text, classificationOf(ground.configuration));
  return searchBy(query, ground);
}

export function searchBy(query: SearchQuery, ground: SearchGround): readonly SearchHit[] {
  const { configuration, plans } = ground;
  const hits: SearchHit[] = [];
  const words = query.words.map((word) => ({ word, meant: meantValues(word, configuration) }));
  for (const facts of ground.documents) {
    const facets = facetsOf(facts, configuration, plans && { plans });
    const reasons = query.filters.map((filter) => reasonOfFilter(filter, facets, ground.locale));
    const met = reasons.filter((reason) => reason !== undefined);
    if (met.length < reasons.length) continue;
    const hit = matchWords(words, { facts, facets, locale: ground.locale, configuration });
    if (hit !== undefined) hits.push({ facts, facets, ...hit, reasons: [...met, ...hit.reasons] });
  }
  return hits.sort(compareHits);
}

const kindRanks = ['case', 'topic', 'plan'];

function compareHits(a: SearchHit, b: SearchHit): number {
  const rank = ({ facts: { kind } }: SearchHit): number => {
    const at = kindRanks.indexOf(kind);
    return at < 0 ? kindRanks.length : at;
  };
  return b.score - a.score || rank(a) - rank(b) || compareText(a.facts.path, b.facts.path);
}

/** The filter's reason; undefined where no value meets it. */
function reasonOfFilter(filter: FacetFilter, facets: FacetMap, locale: Locale): Message | undefined {
  const value = facets.get(filter.facet.name)?.find((candidate) => meetsFilter(filter, candidate.value));
  if (value === undefined) return undefined;
  const args = { facet: facetLabel(filter.facet, locale), value: valueLabel(filter.facet, value.value, locale) };
  return { key: 'find.facet', args };
}

// ---- words

interface MeantWord {
  readonly word: SearchWord;
  /** Values of facets that the word names: facet name to value. */
  readonly meant: ReadonlyMap<string, string>;
}

function meantValues(word: SearchWord, configuration: Configuration): ReadonlyMap<string, string> {
  const meant = new Map<string, string>();
  for (const { name, lexicon } of classificationOf(configuration).facets) {
    const term = lexicon.exact(word.text);
    if (term !== undefined) meant.set(name, term.name);
  }
  return meant;
}

interface Subject {
  readonly facts: DocumentFacts;
  readonly facets: FacetMap;
  readonly locale: Locale;
  readonly configuration: Configuration;
}

interface Match {
  readonly score: number;
  readonly reason: Message;
  readonly heading?: FactHeading;
}

/** All words must be found. */
function matchWords(words: readonly MeantWord[], subject: Subject): Omit<SearchHit, 'facts' | 'facets'> | undefined {
  const matches: Match[] = [];
  for (const word of words) {
    const match = bestMatch(word, subject);
    if (match === undefined) return undefined;
    matches.push(match);
  }
  const sum = matches.reduce((total, match) => total + match.score, 0);
  const score = subject.facts.kind === 'other' ? sum * OTHER_SHARE : sum;
  const heading = matches
    .filter((match) => match.heading !== undefined)
    .toSorted((a, b) => b.score - a.score)[0]?.heading;
  return { score, reasons: matches.map(({ reason }) => reason), ...(heading && { heading }) };
}

/** The places from the most to the least telling: once a match can not be beaten, the rest is not looked at. */
const places: readonly (readonly [worth: number, find: (word: MeantWord, subject: Subject) => Match | undefined])[] = [
  [WORTH.title, inTitle],
  [WORTH.id, inId],
  [WORTH.heading, inHeadings],
  [WORTH.facet, inFacets],
  [WORTH.field, inFields],
  [WORTH.path, inPath],
  [WORTH.link, inLinks],
  [WORTH.title, byPinyin],
];

function bestMatch(word: MeantWord, subject: Subject): Match | undefined {
  let best: Match | undefined;
  for (const [worth, find] of places) {
    // Letters that stand there as they are mean themselves.
    if (best !== undefined && (best.score >= worth || find === byPinyin)) break;
    const match = find(word, subject);
    if (match !== undefined && match.score > (best?.score ?? 0)) best = match;
  }
  return best;
}

const titleKeys = new WeakMap<DocumentFacts, string>();

function titleKeyOf(facts: DocumentFacts): string {
  const known = titleKeys.get(facts);
  if (known !== undefined) return known;
  const key = normalKey(facts.title?.text ?? '');
  titleKeys.set(facts, key);
  return key;
}

function inTitle({ word }: MeantWord, { facts }: Subject): Match | undefined {
  const quality = matchKey(word, titleKeyOf(facts));
  return quality === 0
    ? undefined
    : { score: WORTH.title * quality, reason: { key: 'find.title', args: { word: word.text } } };
}

function inId({ word }: MeantWord, { facts: { fields } }: Subject): Match | undefined {
  const field = fields.find(({ normalKey: key }) => idKeys.has(key));
  const quality = field === undefined ? 0 : matchKey(word, normalKey(field.value));
  return field === undefined || quality === 0
    ? undefined
    : { score: WORTH.id * quality, reason: { key: 'find.id', args: { id: field.value } } };
}

function inHeadings({ word }: MeantWord, { facts: { headings, title } }: Subject): Match | undefined {
  let best: Match | undefined;
  for (const heading of headings) {
    if (heading.span.start === title?.span.start) continue;
    const quality = matchKey(word, heading.key);
    if (quality === 0 || WORTH.heading * quality <= (best?.score ?? 0)) continue;
    const reason: Message = { key: 'find.heading', args: { heading: heading.text } };
    best = { score: WORTH.heading * quality, reason, heading };
  }
  return best;
}

function inFacets({ word, meant }: MeantWord, { facets, locale, configuration }: Subject): Match | undefined {
  const { byName } = classificationOf(configuration);
  for (const [name, values] of facets) {
    const facet = byName.get(name);
    if (facet === undefined) continue;
    for (const { value } of values) {
      const label = valueLabel(facet, value, locale);
      const quality = meant.get(name) === value ? 1 : matchKey(word, normalKey(label)) || matchPinyin(word, label);
      const args = { facet: facetLabel(facet, locale), value: label };
      if (quality > 0) return { score: WORTH.facet * quality, reason: { key: 'find.facet', args } };
    }
  }
  return undefined;
}

function inFields({ word }: MeantWord, { facts: { fields } }: Subject): Match | undefined {
  const wanted = word.text.toLowerCase();
  const field = fields.find(({ value }) => value.toLowerCase().includes(wanted));
  if (field === undefined) return undefined;
  const isWhole = field.value.length === wanted.length;
  return { score: WORTH.field * (isWhole ? 1 : 0.7), reason: { key: 'find.field', args: { key: field.key } } };
}

function inPath({ word }: MeantWord, { facts: { path } }: Subject): Match | undefined {
  const wanted = word.text.toLowerCase();
  if (!path.toLowerCase().includes(wanted)) return undefined;
  const isName = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .includes(wanted);
  return { score: WORTH.path * (isName ? 1 : 0.7), reason: { key: 'find.path', args: { path } } };
}

/** Of the title, or of a value of a facet. */
function byPinyin(
  { word }: MeantWord,
  { facts: { title }, facets, locale, configuration }: Subject,
): Match | undefined {
  if (!word.isLatin) return undefined;
  const inTitle = matchPinyin(word, title?.text ?? '');
  if (inTitle > 0)
    return { score: WORTH.title * inTitle, reason: { key: 'find.pinyin', args: { text: title?.text ?? '' } } };
  const { byName } = classificationOf(configuration);
  for (const [name, values] of facets) {
    const facet = byName.get(name);
    for (const { value } of facet === undefined ? [] : values) {
      const quality = matchPinyin(word, value);
      const args = { facet: facet?.labels[locale] ?? name, value };
      if (quality > 0) return { score: WORTH.facet * quality, reason: { key: 'find.facet', args } };
    }
  }
  return undefined;
}

function inLinks({ word }: MeantWord, { facts: { links } }: Subject): Match | undefined {
  const wanted = word.text.toLowerCase();
  const link = links.find(({ text, isInToc }) => isInToc !== true && text.toLowerCase().includes(wanted));
  return link && { score: WORTH.link, reason: { key: 'find.link', args: { text: link.text } } };
}
