// Which section or skeleton each annotation speaks of: the heading right above or below it, else the document.
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { isAnnotation, parseAnnotation } from './annotations.ts';
import type { Annotation } from './annotation.ts';

export interface PlacedAnnotations {
  readonly onDocument: readonly Annotation[];
  readonly onSection: ReadonlyMap<Section, Annotation>;
}

/** Keys that speak of the whole skeleton wherever they stand. */
const documentKeys = ['template', 'version', 'closed', 'unordered', 'title'];

export function placeAnnotations(model: DocumentModel): PlacedAnnotations {
  const onDocument: Annotation[] = [];
  const onSection = new Map<Section, Annotation>();
  for (const comment of model.comments) {
    if (!isAnnotation(comment)) continue;
    const annotation = parseAnnotation(comment);
    if (annotation === undefined) continue;
    const section = sectionOf(model, annotation);
    const isOfDocument = documentKeys.some((key) => annotation.keys.has(key));
    if (section === undefined || isOfDocument || section.level === 1) onDocument.push(annotation);
    else onSection.set(section, annotation);
  }
  return { onDocument, onSection };
}

/** On the heading's line, right below it, or right above it (blank lines between do not count). */
function sectionOf({ source, sections }: DocumentModel, { span }: Annotation): Section | undefined {
  const line = source.lineAt(span.start);
  const last = source.lineAt(Math.max(span.start, span.end - 1));
  const headingLine = (section: Section): number => source.lineAt(section.heading.span.start);
  const onSame = sections.find((section) => headingLine(section) === line);
  if (onSame !== undefined) return onSame;
  let above = line - 1;
  while (above >= 0 && source.lineText(above).trim() === '') above -= 1;
  const below = sections.find((section) => source.lineAt(section.heading.span.end) === above);
  if (below !== undefined) return below;
  let next = last + 1;
  while (next < source.lineCount && source.lineText(next).trim() === '') next += 1;
  return sections.find((section) => headingLine(section) === next);
}
