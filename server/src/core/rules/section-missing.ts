// A section that the template demands and that stands nowhere in the document.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import { headingSpan } from '../binding/instance.ts';
import { bindingAt, findingOf, findSpec } from '../checking/violationParts.ts';
import type { Fix, Message } from '../finding.ts';
import { insertSections, type MissingSection } from '../fixes/insertSections.ts';
import { missingSections } from '../fixes/missingSections.ts';
import { placeOf, sectionBefore } from '../fixes/sectionPlace.ts';
import type { Span } from '../sourceText.ts';
import type { SectionSpec } from '../template/template.ts';
import type { SchemaRule } from './rule.ts';

export const sectionMissing: SchemaRule = {
  kind: 'schema',
  code: 'section-missing',
  defaultSeverity: 'error',
  isFixable: true,
  strictness: 'by-status',
  report(violation, context) {
    const { bound, template } = context;
    const spec = findSpec(template?.sections ?? [], violation.constraint.subject)?.spec;
    if (bound === undefined || spec === undefined) return undefined;
    const owner = bindingAt(bound, violation.instanceLocation);
    const missing = { spec, ...(owner === undefined ? {} : { owner }) };
    return findingOf(violation, context, {
      message: messageFor(missing, bound),
      span: spanFor(missing, bound),
      fixes: fixesFor(missing, bound),
      data: { section: spec.id },
    });
  },
};

function messageFor({ spec, owner }: MissingSection, bound: BoundDocument): Message {
  const group = alternativesOf(spec, owner, bound);
  if (group.length > 1) {
    const names = group.map((other) => other.name).join(' / ');
    return { key: 'section-missing.alternatives', args: { names } };
  }
  if (owner === undefined) return { key: 'section-missing', args: { name: spec.name } };
  const parent = owner.section.heading.identity.name;
  return { key: 'section-missing.inside', args: { name: spec.name, parent } };
}

function alternativesOf(
  spec: SectionSpec,
  owner: SectionBinding | undefined,
  bound: BoundDocument,
): readonly SectionSpec[] {
  if (spec.alternativeGroup === undefined) return [spec];
  const specs = owner?.spec.children ?? bound.template.sections;
  return specs.filter((other) => other.alternativeGroup === spec.alternativeGroup);
}

/** The heading after which the section belongs; where there is none, the one that it belongs under. */
function spanFor({ spec, owner }: MissingSection, bound: BoundDocument): Span {
  const before = sectionBefore(placeOf(spec, owner, bound)) ?? owner?.section ?? bound.model.title;
  return before === undefined ? bound.spanOf('') : headingSpan(before);
}

function fixesFor(missing: MissingSection, bound: BoundDocument): readonly Fix[] {
  const edits = insertSections([missing], bound);
  if (edits.length === 0) return [];
  const { name } = missing.spec;
  const one: Fix = { title: { key: 'section-missing.fix', args: { name } }, edits, isPreferred: true };
  const all = missingSections(bound);
  if (all.length < 2 || all[0]?.spec !== missing.spec) return [one];
  const title = { key: 'section-missing.fix-all', args: { count: all.length } } as const;
  return [one, { title, edits: insertSections(all, bound) }];
}
