// Which section or skeleton each annotation speaks of: the heading right above or below it, else the document at its
// beginning. What stands beside nothing is handed back as such, never guessed at.
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { isRegionMark } from '../regions/readMark.ts';
import { isAnnotation, parseAnnotation } from './annotations.ts';
import type { Annotation, AnnotationData } from './annotation.ts';

export interface PlacedAnnotations {
  readonly onDocument: readonly Annotation[];
  /** One for each section; several comments at one heading are taken together. */
  readonly onSection: ReadonlyMap<Section, Annotation>;
  /** Annotations beside no heading, in document order. */
  readonly unattached: readonly Annotation[];
  /** Every annotation with its comment, as written. */
  readonly all: readonly Annotation[];
}

/** Keys that speak of the whole skeleton wherever they stand. */
const documentKeys: readonly string[] = ['template', 'version', 'closed', 'unordered', 'title'];
/** Keys that mean the same wherever they stand. */
const fieldKeys: readonly string[] = ['field', 'fields'];

export function placeAnnotations(model: DocumentModel): PlacedAnnotations {
  const onDocument: Annotation[] = [];
  const onSection = new Map<Section, Annotation>();
  const unattached: Annotation[] = [];
  const all = annotationsOf(model);
  const firstHeading = model.sections[0]?.heading.span.start ?? Infinity;
  for (const annotation of all) {
    const section = sectionOf(model, annotation);
    const isOfDocument = documentKeys.some((key) => annotation.keys.has(key)) || section?.level === 1;
    const speaksOfFields = [...annotation.keys.keys()].every((key) => fieldKeys.includes(key));
    if (isOfDocument || (section === undefined && (annotation.span.start < firstHeading || speaksOfFields)))
      onDocument.push(annotation);
    else if (section === undefined) unattached.push(annotation);
    else onSection.set(section, merged(onSection.get(section), annotation));
  }
  return { onDocument, onSection, unattached, all };
}

/** Annotations of the model's comments; suppressions of documents are among them, marks of regions are not. */
export function annotationsOf(model: DocumentModel): readonly Annotation[] {
  return model.comments.flatMap((comment) =>
    isAnnotation(comment) && !isRegionMark(comment) ? (parseAnnotation(comment) ?? []) : [],
  );
}

/** On the heading's line, right below it, or right above it (blank lines and other annotations between do not count). */
function sectionOf({ source, sections, comments }: DocumentModel, { span }: Annotation): Section | undefined {
  const line = source.lineAt(span.start);
  const last = source.lineAt(Math.max(span.start, span.end - 1));
  const headingLine = (section: Section): number => source.lineAt(section.heading.span.start);
  const onSame = sections.find((section) => headingLine(section) === line);
  if (onSame !== undefined) return onSame;
  const between = new Set(
    comments.filter(isAnnotation).flatMap((comment) => {
      const first = source.lineAt(comment.span.start);
      return Array.from({ length: source.lineAt(comment.span.end) - first + 1 }, (_unused, index) => first + index);
    }),
  );
  const isOpen = (at: number): boolean => between.has(at) || source.lineText(at).trim() === '';
  let above = line - 1;
  const isHeading = (at: number): boolean => sections.some((section) => headingLine(section) === at);
  while (above >= 0 && isOpen(above) && !isHeading(above)) above -= 1;
  const below = sections.find((section) => source.lineAt(section.heading.span.end) === above);
  if (below !== undefined) return below;
  let next = last + 1;
  while (next < source.lineCount && isOpen(next) && !isHeading(next)) next += 1;
  return sections.find((section) => headingLine(section) === next);
}

function merged(first: Annotation | undefined, second: Annotation): Annotation {
  if (first === undefined) return second;
  const data: AnnotationData = {
    ...first.data,
    ...second.data,
    aliases: [...first.data.aliases, ...second.data.aliases],
    languages: [...first.data.languages, ...second.data.languages],
    bounds: [...first.data.bounds, ...second.data.bounds],
    fields: [...first.data.fields, ...second.data.fields],
    isIgnored: first.data.isIgnored || second.data.isIgnored,
  };
  const keys = new Map([...first.keys, ...second.keys]);
  return { span: first.span, data, keys, problems: [...first.problems, ...second.problems] };
}
