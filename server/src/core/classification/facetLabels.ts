// Names of facets and values for people, in both languages.
import { catalogs, type Locale, type MessageKey } from '../messages/catalog.ts';
import type { CompiledFacet } from './classificationOf.ts';

export function facetLabel({ labels }: CompiledFacet, locale: Locale): string {
  return labels[locale];
}

/** The value as the vocabulary names it in that language; values of kind, stage and status in words. */
export function valueLabel(facet: CompiledFacet, value: string, locale: Locale): string {
  const key = `${facet.name === 'kind' ? '' : 'facet.'}${facet.name}.${value}`;
  if (isMessageKey(key)) return catalogs[locale][key];
  if (locale === 'zh') return value;
  return facet.terms.find(({ name }) => name === value)?.label ?? value;
}

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalogs.zh, key);
}
