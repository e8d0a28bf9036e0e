// Metadata writes a value of a facet with another word than the vocabulary.
import type { CompiledFacet } from '../classification/classificationOf.ts';
import type { Finding } from '../finding.ts';
import { closedFacets, originOf, placeOf, replaceWith, sourcesOf } from '../classification/ruleGround.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const facetSynonym: LibraryRule = {
  kind: 'library',
  code: 'facet-synonym',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'always',
  isOffByDefault: true,
  check: (context) => closedFacets(context).flatMap((facet) => synonyms(facet, context)),
};

function synonyms(facet: CompiledFacet, context: LibraryRuleContext): readonly Finding[] {
  const [stated = []] = sourcesOf(facet, context);
  return stated.flatMap((value): readonly Finding[] => {
    const { written } = value;
    // 中高级 means two values: no single word could replace it.
    const isOne = stated.filter((other) => other.written === written).length === 1;
    const place = value.isKnown && written !== undefined && isOne ? placeOf(value, context.facts) : undefined;
    if (place === undefined || written === undefined) return [];
    const args = { facet: facet.labels[context.facts.language], value: value.value, written };
    return [
      {
        code: facetSynonym.code,
        severity: facetSynonym.defaultSeverity,
        message: { key: 'facet-synonym', args },
        span: place.span,
        ...originOf(facet),
        fixes: replaceWith(value.value, place).map((fix) => ({ ...fix, isPreferred: true })),
      },
    ];
  });
}
