// What a bound document lacks, in template order. Reads only.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import type { SectionSpec } from '../template/template.ts';
import type { MissingSection } from './insertSections.ts';

/**
 * Required sections that stand nowhere. Of a missing section only itself, not what it would hold; of a group of
 * alternatives only the first.
 */
export function missingSections(bound: BoundDocument): readonly MissingSection[] {
  return missingIn(bound.template.sections, bound.bindings, undefined);
}

function missingIn(
  specs: readonly SectionSpec[],
  bindings: readonly SectionBinding[],
  owner: SectionBinding | undefined,
): readonly MissingSection[] {
  const settled = new Set<string>();
  for (const { spec } of bindings) if (spec.alternativeGroup !== undefined) settled.add(spec.alternativeGroup);
  return specs.flatMap((spec): readonly MissingSection[] => {
    const own = bindings.filter((binding) => binding.spec === spec);
    if (own.length > 0) return own.flatMap((binding) => missingIn(spec.children, binding.children, binding));
    const group = spec.alternativeGroup;
    if (!spec.required || (group !== undefined && settled.has(group))) return [];
    if (group !== undefined) settled.add(group);
    return [{ spec, ...(owner === undefined ? {} : { owner }) }];
  });
}
