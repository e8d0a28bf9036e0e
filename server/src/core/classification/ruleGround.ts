// What the rules about the classification share: which facets they look at, and where a value stands. It reports nothing.
import { classificationOf, type CompiledFacet } from './classificationOf.ts';
import { facetEvidence } from './facetsOf.ts';
import type { FacetValue } from './facets.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Fix, Origin } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import type { LibraryRuleContext } from '../rules/rule.ts';

/** Facets whose values the team lists; without a configuration of facets there is nothing to hold documents against. */
export function closedFacets({ configuration }: LibraryRuleContext): readonly CompiledFacet[] {
  if (configuration.facets === undefined) return [];
  return classificationOf(configuration).facets.filter(({ isClosed }) => isClosed);
}

/** What metadata states, the id says, the folder says. */
export function sourcesOf(facet: CompiledFacet, context: LibraryRuleContext): readonly (readonly FacetValue[])[] {
  const { facts, configuration, plans } = context;
  return facetEvidence(facts, configuration, plans && { plans }).get(facet.name) ?? [];
}

export interface ValuePlace {
  /** The words of the value, or the whole value of the field where they can not be told apart. */
  readonly span: Span;
  /** The words alone may be replaced. */
  readonly isExact: boolean;
}

/** Where a value from metadata stands. */
export function placeOf({ field: index, written }: FacetValue, { fields }: DocumentFacts): ValuePlace | undefined {
  const field = index === undefined ? undefined : fields[index];
  if (field === undefined || written === undefined) return undefined;
  const { value, valueSpan } = field;
  // Of equal length the text in the document is the value itself, without marks.
  const isPlain = valueSpan.end - valueSpan.start === value.length;
  const at = value.indexOf(written);
  if (!isPlain || at < 0) return { span: valueSpan, isExact: false };
  const start = valueSpan.start + at;
  return { span: { start, end: start + written.length }, isExact: true };
}

/** Where the vocabulary lists the values of a facet. */
export function originOf({ terms }: CompiledFacet): { readonly origin?: Origin } {
  const origin = terms.find((term) => term.origin !== undefined)?.origin;
  return origin === undefined ? {} : { origin: { path: origin.path, line: origin.line } };
}

export function replaceWith(value: string, { span, isExact }: ValuePlace): readonly Fix[] {
  if (!isExact) return [];
  return [{ title: { key: 'facet.fix', args: { value } }, edits: [{ span, newText: value }] }];
}
