// A section that a closed template does not have.
import { findingOf } from '../checking/violationParts.ts';
import type { SchemaRule } from './rule.ts';

export const sectionExtra: SchemaRule = {
  kind: 'schema',
  code: 'section-extra',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  report(violation, context) {
    const target = context.bound?.targetOf(violation.instanceLocation);
    const section = target?.kind === 'extra' ? target.section : context.bound?.extras[0];
    if (section === undefined) return undefined;
    const args = { name: section.heading.identity.name };
    return findingOf(violation, context, {
      message: { key: 'section-extra', args },
      span: section.heading.textSpan,
    });
  },
};
