// Metadata says another value of a facet than the id or the folder of the document.
import type { CompiledFacet } from '../classification/classificationOf.ts';
import type { FacetValue } from '../classification/facets.ts';
import type { Finding, Message } from '../finding.ts';
import { closedFacets, originOf, sourcesOf } from '../classification/ruleGround.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const facetConflict: LibraryRule = {
  kind: 'library',
  code: 'facet-conflict',
  defaultSeverity: 'hint',
  isFixable: false,
  strictness: 'always',
  check: (context) => closedFacets(context).flatMap((facet) => conflicts(facet, context)),
};

function conflicts(facet: CompiledFacet, context: LibraryRuleContext): readonly Finding[] {
  const [stated = [], ofId = [], ofFolder = []] = sourcesOf(facet, context);
  const known = stated.filter(({ isKnown }) => isKnown);
  const first = known[0];
  const field = first?.field === undefined ? undefined : context.facts.fields[first.field];
  if (first === undefined || field === undefined) return [];
  return [...ofId, ...ofFolder]
    .filter((other) => other.isKnown && known.every(({ value }) => value !== other.value))
    .map((other) => ({
      code: facetConflict.code,
      severity: facetConflict.defaultSeverity,
      message: messageOf(facet.labels[context.facts.language], first, other),
      span: field.valueSpan,
      ...originOf(facet),
    }));
}

function messageOf(facet: string, { value }: FacetValue, other: FacetValue): Message {
  const args = { facet, value, other: other.value, part: other.written ?? other.value };
  return other.source === 'id' ? { key: 'facet-conflict.id', args } : { key: 'facet-conflict.folder', args };
}
