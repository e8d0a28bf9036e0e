// Metadata gives a facet a value that the vocabulary does not have.
import type { CompiledFacet } from '../classification/classificationOf.ts';
import { nearest } from '../library/jsonNarrowing.ts';
import type { Finding } from '../finding.ts';
import { closedFacets, originOf, placeOf, replaceWith, sourcesOf } from '../classification/ruleGround.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

/** So many values are listed in the message. */
const SHOWN = 8;

export const facetUnknown: LibraryRule = {
  kind: 'library',
  code: 'facet-unknown',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: (context) => closedFacets(context).flatMap((facet) => unknownValues(facet, context)),
};

function unknownValues(facet: CompiledFacet, context: LibraryRuleContext): readonly Finding[] {
  const [stated = []] = sourcesOf(facet, context);
  return stated.flatMap((value): readonly Finding[] => {
    const place = value.isKnown ? undefined : placeOf(value, context.facts);
    if (place === undefined) return [];
    const near = nearest(
      value.value,
      facet.terms.flatMap(({ name, synonyms }) => [name, ...synonyms]),
    );
    const term = facet.terms.find(({ name, synonyms }) => near === name || synonyms.includes(near ?? ''));
    const names = facet.terms.map(({ name }) => name);
    const more = names.length > SHOWN ? '…' : '';
    const common = { facet: facet.labels[context.facts.language], value: value.value };
    return [
      {
        code: facetUnknown.code,
        severity: facetUnknown.defaultSeverity,
        message:
          term === undefined
            ? { key: 'facet-unknown', args: { ...common, values: names.slice(0, SHOWN).join(', ') + more } }
            : { key: 'facet-unknown.near', args: { ...common, near: term.name } },
        span: place.span,
        ...originOf(facet),
        fixes: term === undefined ? [] : replaceWith(term.name, place),
      },
    ];
  });
}
