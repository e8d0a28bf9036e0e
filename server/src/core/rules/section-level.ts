// A section at another heading level than the template has it at.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import { bindingAt, findingOf, ownerOf } from '../checking/violationParts.ts';
import { moveSection, shiftLevels } from '../fixes/moveSection.ts';
import { placeOf } from '../fixes/sectionPlace.ts';
import type { Finding } from '../finding.ts';
import type { SchemaRule } from './rule.ts';

export const sectionLevel: SchemaRule = {
  kind: 'schema',
  code: 'section-level',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  report(violation, context) {
    const { bound } = context;
    const binding = bound && bindingAt(bound, violation.instanceLocation);
    if (bound === undefined || binding === undefined) return undefined;
    return findingOf(violation, context, isShifted(binding, bound) ? shifted(binding, bound) : single(binding, bound));
  },
};

/** The whole document begins too deep: its sections stand where they belong, but at other levels. */
function isShifted(binding: SectionBinding, bound: BoundDocument): boolean {
  return bound.model.title === undefined && bound.bindings.includes(binding) && binding.section.parent === undefined;
}

function shifted({ section, spec }: SectionBinding, bound: BoundDocument): Pick<Finding, 'message' | 'fixes'> {
  const args = { found: section.level, expected: spec.level };
  const edits = shiftLevels(bound, spec.level - section.level);
  return {
    message: { key: 'section-level.shifted', args },
    fixes: [{ title: { key: 'section-level.fix-shifted', args: { expected: spec.level } }, edits, isPreferred: true }],
  };
}

function single(binding: SectionBinding, bound: BoundDocument): Pick<Finding, 'message' | 'fixes'> {
  const owner = ownerOf(bound, binding);
  const expected = placeOf(binding.spec, owner, bound).level;
  const { section } = binding;
  const edits = moveSection(binding, owner, bound);
  const title = { key: 'section-level.fix', args: { expected } } as const;
  const args = { name: section.heading.identity.name, found: section.level, expected };
  return {
    message: { key: 'section-level', args },
    fixes: edits.length === 0 ? [] : [{ title, edits, isPreferred: true }],
  };
}
