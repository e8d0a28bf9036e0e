// Builds the JSON value that the schema is applied to, and remembers where each part of it stands in the document.
import type { DocumentModel, MetadataField, Section } from '../model/documentModel.ts';
import { measureSpan } from '../model/measures.ts';
import type { Span } from '../sourceText.ts';
import type { FieldSpec } from '../template/template.ts';
import type { BindingTarget, Instance, SectionBinding, SectionInstance } from './boundDocument.ts';

export interface BuiltInstance {
  readonly instance: Instance;
  /** By JSON Pointer. */
  readonly targets: ReadonlyMap<string, BindingTarget>;
}

export interface InstanceParts {
  readonly kind: string;
  readonly model: DocumentModel;
  readonly bindings: readonly SectionBinding[];
  readonly extras: readonly Section[];
  readonly fields: ReadonlyMap<FieldSpec, readonly MetadataField[]>;
}

/** Objects have no prototype, so that a section named `__proto__` or `constructor` is a section. */
export function buildInstance(parts: InstanceParts): BuiltInstance {
  const { kind, model, bindings, extras, fields } = parts;
  const targets = new Map<string, BindingTarget>([['', { kind: 'document' }]]);
  const metadata = record<string>();
  targets.set('/metadata', { kind: 'metadata' });
  for (const [spec, found] of fields) {
    const field = found[0];
    targets.set(`/metadata/${escapePointer(spec.id)}`, { kind: 'metadata', spec, ...(field ? { field } : {}) });
    if (field) metadata[spec.id] = field.value;
  }
  extras.forEach((section, index) => targets.set(`/extras/${index}`, { kind: 'extra', section }));
  const whole = { start: 0, end: model.source.text.length };
  const instance: Instance = {
    kind,
    document: measureSpan(model, whole),
    metadata,
    sections: sectionRecord(model, bindings, '/sections', targets),
    extras: extras.map(({ heading, level }) => ({ title: heading.text, level })),
  };
  return { instance, targets };
}

/** Where a target stands: the words of a heading, a metadata value; a field that is not there: the first metadata line. */
export function spanOfTarget(target: BindingTarget, model: DocumentModel): Span {
  switch (target.kind) {
    case 'document':
      return model.title === undefined ? firstLine(model) : headingSpan(model.title);
    case 'metadata':
      return target.field?.span ?? metadataSpan(model);
    case 'section':
      return target.binding.standIn?.label ?? headingSpan(target.binding.section);
    case 'extra':
      return headingSpan(target.section);
  }
}

/** The words of a heading; all of it where it has none. */
export function headingSpan(section: Section): Span {
  const { textSpan, span } = section.heading;
  return textSpan.end > textSpan.start ? textSpan : span;
}

/** First line of the metadata header, else the title, else the first line. */
function metadataSpan(model: DocumentModel): Span {
  const block = model.metadata.find((candidate) => candidate.place !== 'tail');
  if (block === undefined) return model.title === undefined ? firstLine(model) : headingSpan(model.title);
  const line = model.source.lineSpan(model.source.lineAt(block.span.start));
  return { start: block.span.start, end: Math.max(block.span.start, line.end) };
}

function firstLine(model: DocumentModel): Span {
  const { end } = model.source.lineSpan(0);
  return { start: model.source.hasByteOrderMark ? 1 : 0, end: Math.max(end, model.source.hasByteOrderMark ? 1 : 0) };
}

/** The target of the nearest known pointer at or above this one. */
export function lookUp(targets: ReadonlyMap<string, BindingTarget>, pointer: string): BindingTarget {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const target = targets.get(path);
    if (target !== undefined) return target;
    if (!path.includes('/')) return { kind: 'document' };
  }
}

function sectionRecord(
  model: DocumentModel,
  bindings: readonly SectionBinding[],
  pointer: string,
  targets: Map<string, BindingTarget>,
): Readonly<Record<string, readonly SectionInstance[]>> {
  const sections = record<SectionInstance[]>();
  for (const binding of bindings) {
    const list = (sections[binding.spec.id] ??= []);
    const place = `${pointer}/${escapePointer(binding.spec.id)}/${list.length}`;
    targets.set(place, { kind: 'section', binding });
    const { section, standIn } = binding;
    list.push({
      ...measureSpan(model, standIn?.span ?? section.span),
      title: section.heading.text,
      level: section.level,
      placement: binding.placement,
      nameMatch: binding.nameMatch,
      children: sectionRecord(model, binding.children, `${place}/children`, targets),
    });
  }
  return sections;
}

/** RFC 6901, section 3. */
function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

function record<Value>(): Record<string, Value> {
  // An object without a prototype has no type of its own in TypeScript.
  return Object.create(null) as Record<string, Value>;
}
