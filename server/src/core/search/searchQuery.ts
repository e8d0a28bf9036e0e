// What a person types to find a document: words, and facets such as `难度:高级` or `domain=finance`.
import { findFacet, type Classification, type CompiledFacet } from '../classification/classificationOf.ts';
import { valueLabel } from '../classification/facetLabels.ts';
import { valueStem } from '../classification/facetWords.ts';
import { normalKey } from '../model/normalKey.ts';

export interface SearchWord {
  readonly text: string;
  /** As keys of headings are: no blanks, no punctuation, lower case. */
  readonly key: string;
  /** Letters that may be the pinyin of Chinese words. */
  readonly isLatin: boolean;
}

export interface FacetFilter {
  readonly facet: CompiledFacet;
  readonly text: string;
}

export interface SearchQuery {
  readonly words: readonly SearchWord[];
  readonly filters: readonly FacetFilter[];
}

const MOST_WORDS = 12;
const MOST_LENGTH = 200;
const FACET = /^([^:：=\s]{1,40})[:：=](.{1,80})$/u;

/** Words between blanks; a word whose part before `:` or `=` names a facet filters by it. */
export function parseQuery(text: string, classification: Classification): SearchQuery {
  const words: SearchWord[] = [];
  const filters: FacetFilter[] = [];
  for (const token of text.slice(0, MOST_LENGTH).trim().split(/\s+/u).slice(0, MOST_WORDS)) {
    if (token === '') continue;
    const filter = filterOf(token, classification);
    if (filter === undefined) words.push(wordOf(token));
    else filters.push(filter);
  }
  return { words, filters };
}

/** Undefined where the part before the sign names no facet. */
export function filterOf(token: string, classification: Classification): FacetFilter | undefined {
  const [, name, text] = FACET.exec(token) ?? [];
  const facet = name === undefined ? undefined : findFacet(classification, name);
  return facet === undefined || text === undefined ? undefined : { facet, text };
}

function wordOf(text: string): SearchWord {
  return { text, key: normalKey(text), isLatin: /^[a-z]{2,30}$/i.test(text) };
}

/** Whether a value of a document is one that the filter means: the value itself, a synonym, its name, or a part of it. */
export function meetsFilter({ facet, text }: FacetFilter, value: string): boolean {
  const term = facet.lexicon.exact(text);
  if (term !== undefined) return term.name === value;
  const wanted = valueStem(text);
  const names = [value, valueLabel(facet, value, 'zh'), valueLabel(facet, value, 'en')];
  return names.some((name) => valueStem(name) === wanted || name.toLowerCase().includes(text.toLowerCase()));
}
