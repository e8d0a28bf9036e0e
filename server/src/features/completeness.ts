// How many of the required sections are there.
import type { Analysis } from '../core/analysis.ts';
import type { SectionSpec } from '../core/template/template.ts';
import type { SectionBinding } from '../core/binding/boundDocument.ts';

export interface Completeness {
  readonly met: number;
  readonly of: number;
  readonly missing: number;
}

/** Required sections of the template, those below a missing one included; {0, 0} without a template. */
export function completenessOf({ bound }: Analysis): Completeness {
  if (bound === undefined) return { met: 0, of: 0, missing: 0 };
  const present = new Set<SectionSpec>();
  const note = (bindings: readonly SectionBinding[]): void => {
    for (const binding of bindings) {
      present.add(binding.spec);
      note(binding.children);
    }
  };
  note(bound.bindings);
  for (const binding of bound.bySection.values()) present.add(binding.spec);
  const required = requiredSpecs(bound.template.sections);
  const met = required.filter((spec) => present.has(spec)).length;
  return { met, of: required.length, missing: required.length - met };
}

function requiredSpecs(specs: readonly SectionSpec[]): readonly SectionSpec[] {
  return specs.filter((spec) => spec.required).flatMap((spec) => [spec, ...requiredSpecs(spec.children)]);
}
