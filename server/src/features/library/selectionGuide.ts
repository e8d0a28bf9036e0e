// Selection guide: from a need over technology and difficulty to the documents that fit, each with the reasons.
import { classificationOf, type CompiledFacet } from '../../core/classification/classificationOf.ts';
import { facetLabel, valueLabel } from '../../core/classification/facetLabels.ts';
import { keyStem } from '../../core/classification/facetWords.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { Message } from '../../core/finding.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { searchBy, type SearchHit } from '../../core/search/searchLibrary.ts';
import { meetsFilter, parseQuery } from '../../core/search/searchQuery.ts';
import type { EngineView } from '../engineView.ts';
import { searchGrounds, type LibraryGround } from '../searchGrounds.ts';
import { documentEntry } from './documentEntry.ts';
import type { FoundDocument } from './findDocuments.ts';

export interface SelectionGuideParams {
  /** Words, or the name of a business scenario. */
  readonly need: string;
  /** Name of a value; absent: any. */
  readonly technology?: string;
  readonly difficulty?: string;
}

export interface GuideOption {
  readonly value: string;
  /** Documents that would be left. */
  readonly count: number;
}

export interface SelectionGuide {
  readonly isReady: boolean;
  /** What can be chosen next, given what is chosen. */
  readonly scenarios: readonly GuideOption[];
  readonly technologies: readonly GuideOption[];
  readonly difficulties: readonly GuideOption[];
  readonly hits: readonly GuidedDocument[];
  /** The answers and the hits as a Markdown document. */
  readonly markdown: string;
}

export interface GuidedDocument extends FoundDocument {
  /** What was asked for and is not so. */
  readonly differences: readonly string[];
}

interface Candidate {
  readonly ground: LibraryGround;
  readonly hit: SearchHit;
  readonly reasons: readonly Message[];
  readonly differences: readonly Message[];
}

const MOST_HITS = 50;
/** Kinds that a reader can learn from. */
const readable = (kind: string): boolean => !['plan', 'template', 'standard', 'other'].includes(kind);

export function selectionGuide(view: EngineView, params: SelectionGuideParams): SelectionGuide {
  const { grounds, isReady } = searchGrounds(view);
  const all = grounds.flatMap((ground) => candidatesFor('', ground, {}));
  const needed = params.need.trim() === '' ? all : grounds.flatMap((ground) => candidatesFor(params.need, ground, {}));
  const technical = needed.filter((candidate) => isOf(candidate, 'technology', params.technology));
  const found = grounds.flatMap((ground) => candidatesFor(params.need, ground, params)).sort(compareCandidates);
  const hits = found.slice(0, MOST_HITS).map((candidate) => guided(candidate, view));
  return {
    isReady,
    scenarios: optionsOf(all, 'scenario'),
    technologies: optionsOf(needed, 'technology'),
    difficulties: optionsOf(technical, 'difficulty'),
    hits,
    markdown: markdownOf(params, hits, view),
  };
}

/** Documents that serve the need; how far they are of the technology and difficulty is kept with each. */
function candidatesFor(
  need: string,
  ground: LibraryGround,
  wanted: Omit<SelectionGuideParams, 'need'>,
): readonly Candidate[] {
  const classification = classificationOf(ground.configuration);
  return searchBy(parseQuery(need, classification), ground)
    .filter(({ facts }) => readable(facts.kind))
    .map((hit) => {
      const reasons: Message[] = [...hit.reasons];
      const differences: Message[] = [];
      for (const name of ['technology', 'difficulty'] as const) {
        const text = wanted[name];
        const facet = classification.byName.get(name);
        if (text === undefined || facet === undefined) continue;
        if (hasValue(hit, facet, text)) reasons.push(facetMessage(facet, text, ground));
        else differences.push(differenceMessage(facet, hit, ground));
      }
      return { ground, hit, reasons, differences };
    });
}

function hasValue({ facets }: SearchHit, facet: CompiledFacet, text: string): boolean {
  return (facets.get(facet.name) ?? []).some(({ value }) => meetsFilter({ facet, text }, value));
}

function isOf({ ground, hit }: Candidate, name: string, text: string | undefined): boolean {
  const facet = classificationOf(ground.configuration).byName.get(name);
  return text === undefined || facet === undefined || hasValue(hit, facet, text);
}

function facetMessage(facet: CompiledFacet, value: string, { locale }: LibraryGround): Message {
  return { key: 'find.facet', args: { facet: facetLabel(facet, locale), value } };
}

function differenceMessage(facet: CompiledFacet, { facets }: SearchHit, { locale }: LibraryGround): Message {
  const values = (facets.get(facet.name) ?? []).map(({ value }) => valueLabel(facet, value, locale));
  const label = facetLabel(facet, locale);
  if (values.length === 0) return { key: 'guide.unstated', args: { facet: label } };
  return { key: 'guide.differs', args: { facet: label, value: values.join(locale === 'zh' ? '、' : ', ') } };
}

/** What fits in every respect first, then what fits the words best. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return a.differences.length - b.differences.length || b.hit.score - a.hit.score;
}

/** Values of the facet among the candidates, as the vocabulary has them. */
function optionsOf(candidates: readonly Candidate[], name: string): readonly GuideOption[] {
  const counts = new Map<string, { count: number; rank: number }>();
  for (const { ground, hit } of candidates) {
    const facet = classificationOf(ground.configuration).byName.get(name);
    for (const { value } of facet === undefined ? [] : (hit.facets.get(name) ?? [])) {
      if (facet === undefined) continue;
      const label = valueLabel(facet, value, ground.locale);
      const at = facet.terms.findIndex((term) => term.name === value);
      const option = counts.get(label) ?? { count: 0, rank: at < 0 ? facet.terms.length : at };
      counts.set(label, { ...option, count: option.count + 1 });
    }
  }
  return [...counts].toSorted(([, a], [, b]) => a.rank - b.rank).map(([value, { count }]) => ({ value, count }));
}

function guided({ ground, hit, reasons, differences }: Candidate, { locale }: EngineView): GuidedDocument {
  const { facts, facets, heading } = hit;
  const needs = prerequisiteOf(facts);
  const notes: readonly Message[] = needs === undefined ? [] : [{ key: 'guide.prerequisite', args: { value: needs } }];
  return {
    ...documentEntry(facts, facets, ground),
    reasons: [...reasons, ...notes].map((reason) => renderMessage(reason, locale)),
    differences: differences.map((difference) => renderMessage(difference, locale)),
    ...(heading && { heading: { text: heading.text, anchor: heading.anchor, offset: heading.span.start } }),
  };
}

const prerequisiteKeys = new Set(['前置', '前置知识', '前置条件', '先修', '前提', 'prerequisite', 'prerequisites']);

function prerequisiteOf({ fields }: DocumentFacts): string | undefined {
  return fields.find(({ key, value }) => prerequisiteKeys.has(keyStem(key)) && value !== '')?.value;
}

// ---- Markdown

function markdownOf(
  { need, technology, difficulty }: SelectionGuideParams,
  hits: readonly GuidedDocument[],
  { locale }: EngineView,
): string {
  const say = (key: Message['key'], args: Message['args'] = {}): string => renderMessage({ key, args }, locale);
  const asked = [need, technology, difficulty].filter((part) => part !== undefined && part !== '').join(' · ');
  const lines = [`# ${say('guide.title')}`, '', say('guide.asked', { asked: plain(asked === '' ? '—' : asked) }), ''];
  if (hits.length === 0) lines.push(say('guide.none'));
  for (const { title, uri, heading, facets, reasons, differences } of hits) {
    const anchor = heading === undefined ? '' : `#${encodeURIComponent(heading.anchor)}`;
    lines.push(`- [${plain(title)}](${uri}${anchor})`);
    if (facets.length > 0)
      lines.push(`  - ${facets.map(({ label, value }) => plain(`${label}: ${value}`)).join(' · ')}`);
    if (reasons.length > 0)
      lines.push(`  - ${say('guide.why', { reasons: plain(reasons.join(locale === 'zh' ? '；' : '; ')) })}`);
    if (differences.length > 0) lines.push(`  - ${plain(differences.join(locale === 'zh' ? '；' : '; '))}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Words of documents as plain text in Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}
