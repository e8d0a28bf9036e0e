// Which section, metadata field or link stands at a place. Pure look-ups that several features share.
import type { SectionBinding } from '../core/binding/boundDocument.ts';
import type { Analysis } from '../core/analysis.ts';
import type { DocumentModel, Link, MetadataField, Section } from '../core/model/documentModel.ts';
import type { Span } from '../core/sourceText.ts';
import type { FieldSpec } from '../core/template/template.ts';

/** The innermost section whose subtree holds the offset. */
export function sectionAt(model: DocumentModel, offset: number): Section | undefined {
  return (
    model.sections.findLast((section) => section.span.start <= offset && offset < section.span.end) ??
    lastAtEnd(model, offset)
  );
}

/** At the very end of the text the last section goes on. */
function lastAtEnd(model: DocumentModel, offset: number): Section | undefined {
  return offset >= model.source.text.length ? model.sections.at(-1) : undefined;
}

/** The section whose heading line holds the offset. */
export function headingAt(model: DocumentModel, offset: number): Section | undefined {
  return model.sections.find((section) => touches(section.heading.span, offset));
}

export function fieldAt(model: DocumentModel, offset: number): MetadataField | undefined {
  return model.metadata.flatMap((block) => block.fields).find((field) => touches(field.span, offset));
}

export function linkAt(model: DocumentModel, offset: number): Link | undefined {
  return model.blocks.links.find((link) => touches(link.span, offset));
}

/** The binding of a section or of the nearest section above that has one. */
export function bindingOf(analysis: Analysis, section: Section | undefined): SectionBinding | undefined {
  for (let at = section; at !== undefined; at = at.parent) {
    const binding = analysis.bound?.bySection.get(at);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

export function fieldSpecOf(analysis: Analysis, field: MetadataField): FieldSpec | undefined {
  for (const [spec, fields] of analysis.bound?.fields ?? []) if (fields.includes(field)) return spec;
  return undefined;
}

/** Spans are half-open, but a cursor right after the last character still points at it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
