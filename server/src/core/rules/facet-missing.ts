// A document without any value of a facet that the configuration requires.
import { classificationOf } from '../classification/classificationOf.ts';
import { facetsOf } from '../classification/facetsOf.ts';
import type { Facet } from '../classification/facets.ts';
import type { Finding } from '../finding.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

const defaultKinds = ['case', 'topic'];

export const facetMissing: LibraryRule = {
  kind: 'library',
  code: 'facet-missing',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  check(context) {
    const { facts, configuration, plans } = context;
    if (configuration.facets === undefined) return [];
    const required = classificationOf(configuration).facets.filter((facet) => isRequiredFor(facet, facts.kind));
    if (required.length === 0) return [];
    const found = facetsOf(facts, configuration, plans && { plans });
    return required.filter(({ name }) => !found.has(name)).map((facet) => missing(facet, context));
  },
};

function isRequiredFor({ isRequired, kinds }: Facet, kind: string): boolean {
  return isRequired && (kinds.length > 0 ? kinds : defaultKinds).includes(kind);
}

function missing({ labels }: Facet, { facts }: LibraryRuleContext): Finding {
  return {
    code: facetMissing.code,
    severity: facetMissing.defaultSeverity,
    message: { key: 'facet-missing', args: { facet: labels[facts.language] } },
    span: facts.title?.span ?? { start: 0, end: facts.sizes.firstLineEnd },
  };
}
