// A section that stands more often, or less often, than the template says.
import type { SectionBinding } from '../binding/boundDocument.ts';
import { bindingAt, findingOf, findSpec } from '../checking/violationParts.ts';
import type { SectionSpec } from '../template/template.ts';
import type { SchemaRule } from './rule.ts';

export const sectionRepeat: SchemaRule = {
  kind: 'schema',
  code: 'section-repeat',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    const { bound, template } = context;
    const spec = findSpec(template?.sections ?? [], violation.constraint.subject)?.spec;
    if (bound === undefined || spec === undefined) return undefined;
    const owner = bindingAt(bound, violation.instanceLocation);
    const list: readonly SectionBinding[] = owner?.children ?? bound.bindings;
    const found = list.filter((binding) => binding.spec === spec);
    const first = found[0];
    const { min, max } = spec.repeat;
    if (first === undefined) return undefined;
    const name = nameOf(spec, first);
    if (max === undefined || found.length <= max) {
      const args = { name, found: found.length, min };
      return findingOf(violation, context, {
        message: { key: 'section-repeat.few', args },
        span: first.section.heading.textSpan,
      });
    }
    const surplus = found[max] ?? first;
    return findingOf(violation, context, {
      message: { key: 'section-repeat', args: { name, found: found.length, max } },
      span: surplus.section.heading.textSpan,
      related: [{ message: { key: 'section-repeat.first' }, span: first.section.heading.textSpan }],
    });
  },
};

/** Copies of a labelled section have names of their own; what they share is the label. */
function nameOf(spec: SectionSpec, first: SectionBinding): string {
  return spec.isPlaceholder ? (spec.ordinal?.label ?? spec.name) : first.section.heading.identity.name;
}
