// An analysis told section by section: what the template demands, which line says so, what the document has. Pure.
import type { Analysis } from '../../core/analysis.ts';
import type { BoundDocument, SectionBinding } from '../../core/binding/boundDocument.ts';
import type { Bound, SectionSpec } from '../../core/template/template.ts';
import type {
  CheckedDocument,
  ExplainedDemand,
  ExplainedField,
  ExplainedSection,
  Explanation,
} from './checkProtocol.ts';

export function explanationOf(analysis: Analysis, document: CheckedDocument): Explanation {
  const { bound, model } = analysis;
  if (bound === undefined) return { document, fields: [], sections: [], extras: [], demands: [] };
  const { template } = bound;
  const extras = bound.extras.map((section) => ({
    title: section.heading.text,
    line: model.source.lineAt(section.heading.span.start),
  }));
  return {
    document,
    fields: fieldsOf(bound),
    sections: template.sections.flatMap((spec) => sectionsOf(spec, 0, bound)),
    extras,
    demands: template.bounds.map(demandOf),
  };
}

function fieldsOf({ template, fields, model }: BoundDocument): ExplainedField[] {
  return template.fields.map((spec) => {
    const field = fields.get(spec)?.[0];
    const found = field && { value: field.value, line: model.source.lineAt(field.span.start) };
    return { key: spec.key, isRequired: spec.required, source: spec.origin, ...found };
  });
}

/** The section, once for each time it stands in the document, then the sections below it. */
function sectionsOf(spec: SectionSpec, depth: number, bound: BoundDocument): ExplainedSection[] {
  const bindings = [...bound.bySection.values()].filter((binding) => binding.spec.id === spec.id);
  const base = {
    depth,
    isRequired: spec.required,
    source: spec.origin,
    demands: [...spec.bounds.map(demandOf)],
  };
  const own: ExplainedSection[] =
    bindings.length === 0
      ? [{ ...base, name: spec.name, state: spec.required ? 'missing' : 'absent' }]
      : bindings.map((binding) => ({ ...base, ...foundSection(binding, bound) }));
  // Sections below a section that may be left out, and is, are demanded of nobody.
  if (bindings.length === 0 && !spec.required) return own;
  return [...own, ...spec.children.flatMap((child) => sectionsOf(child, depth + 1, bound))];
}

function foundSection(
  binding: SectionBinding,
  { model }: BoundDocument,
): Pick<ExplainedSection, 'name' | 'state' | 'line'> {
  const { heading } = binding.section;
  const state = binding.placement === 'in-order' ? 'present' : binding.placement;
  return { name: heading.text, state, line: model.source.lineAt(heading.span.start) };
}

function demandOf(bound: Bound): ExplainedDemand {
  return { bound, path: bound.origin.path, line: bound.origin.line };
}
