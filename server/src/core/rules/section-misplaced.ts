// A section that stands elsewhere than in the template's order.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import { bindingAt, findingOf, ownerOf } from '../checking/violationParts.ts';
import type { Fix, Message } from '../finding.ts';
import { moveSection } from '../fixes/moveSection.ts';
import type { SchemaRule } from './rule.ts';

export const sectionMisplaced: SchemaRule = {
  kind: 'schema',
  code: 'section-misplaced',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  report(violation, context) {
    const { bound } = context;
    const binding = bound && bindingAt(bound, violation.instanceLocation);
    if (bound === undefined || binding === undefined) return undefined;
    const owner = ownerOf(bound, binding);
    const { message, title } = textsFor(binding, owner, bound);
    return findingOf(violation, context, { message, fixes: fixesFor(binding, owner, title, bound) });
  },
};

function textsFor(
  binding: SectionBinding,
  owner: SectionBinding | undefined,
  bound: BoundDocument,
): { readonly message: Message; readonly title: Message } {
  const { name } = binding.section.heading.identity;
  if (owner !== undefined && binding.section.parent !== owner.section) {
    const parent = owner.section.heading.identity.name;
    return {
      message: { key: 'section-misplaced.inside', args: { name, parent } },
      title: { key: 'section-misplaced.fix-inside', args: { parent } },
    };
  }
  const after = binding.after?.section.heading.identity.name;
  if (after === undefined) {
    const before = followingName(binding, owner, bound);
    return {
      message: { key: 'section-misplaced.before', args: { name, before } },
      title: { key: 'section-misplaced.fix-before', args: { before } },
    };
  }
  return {
    message: { key: 'section-misplaced', args: { name, after } },
    title: { key: 'section-misplaced.fix', args: { after } },
  };
}

/** Name of the section before which it belongs: the first one in order that the template has after it. */
function followingName(binding: SectionBinding, owner: SectionBinding | undefined, bound: BoundDocument): string {
  const specs = owner?.spec.children ?? bound.template.sections;
  const rank = specs.indexOf(binding.spec);
  const siblings = owner?.children ?? bound.bindings;
  const next = siblings.find((other) => other.placement === 'in-order' && specs.indexOf(other.spec) > rank);
  return (next ?? binding).section.heading.identity.name;
}

function fixesFor(
  binding: SectionBinding,
  owner: SectionBinding | undefined,
  title: Message,
  bound: BoundDocument,
): readonly Fix[] {
  const edits = moveSection(binding, owner, bound);
  return edits.length === 0 ? [] : [{ title, edits, isPreferred: true }];
}
