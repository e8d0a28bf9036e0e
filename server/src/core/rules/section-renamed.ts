// A section that is meant, but has another name in the template.
import { bindingAt, findingOf } from '../checking/violationParts.ts';
import { renameSection } from '../fixes/renameSection.ts';
import type { SchemaRule } from './rule.ts';

export const sectionRenamed: SchemaRule = {
  kind: 'schema',
  code: 'section-renamed',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'by-status',
  report(violation, context) {
    const { bound } = context;
    const binding = bound && bindingAt(bound, violation.instanceLocation);
    if (bound === undefined || binding === undefined) return undefined;
    const { name } = binding.spec;
    return findingOf(violation, context, {
      message: { key: 'section-renamed', args: { found: binding.section.heading.identity.name, name } },
      // Not preferred: the author's name may be the better one, and then the template wants a synonym.
      fixes: [{ title: { key: 'section-renamed.fix', args: { name } }, edits: renameSection(binding, bound) }],
    });
  },
};
