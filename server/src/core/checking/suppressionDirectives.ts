// Suppression comments of a document as plain data: which findings they speak of, and where.
import type { SuppressionDirective } from '../facts/documentFacts.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import type { Annotation, Suppression } from '../template/annotation.ts';
import { parseAnnotation } from '../template/annotations.ts';

/** In document order. */
export function readSuppressions(model: DocumentModel): readonly SuppressionDirective[] {
  return model.comments.flatMap((comment) => {
    const annotation = parseAnnotation(comment);
    const suppression = annotation?.data.suppression;
    if (annotation === undefined || suppression === undefined) return [];
    const covered = coveredSpan(model, annotation, suppression);
    return [
      {
        span: comment.span,
        removalSpan: removalSpan(model, comment.span),
        codes: suppression.codes.map((code) => ({ code, span: codeSpan(code, annotation, model) })),
        ...(suppression.reason !== undefined && { reason: suppression.reason }),
        ...(suppression.until !== undefined && { until: suppression.until }),
        ...(covered && { covered }),
      },
    ];
  });
}

function codeSpan(code: string, annotation: Annotation, model: DocumentModel): Span {
  const from = annotation.keys.get('ignore')?.end ?? annotation.span.start;
  const at = model.source.text.indexOf(code, from);
  return at < 0 || at + code.length > annotation.span.end ? annotation.span : { start: at, end: at + code.length };
}

/** Where a finding has to begin; undefined: anywhere. */
function coveredSpan(model: DocumentModel, annotation: Annotation, suppression: Suppression): Span | undefined {
  if (suppression.scope === 'file') return undefined;
  const line = coveredLine(model, annotation.span);
  return suppression.scope === 'section' ? sectionAround(model, annotation.span, line)?.span : lineRange(model, line);
}

/** The line that the comment stands beside, or else the next line that is not blank. */
function coveredLine(model: DocumentModel, span: Span): number {
  const { source } = model;
  const first = source.lineAt(span.start);
  const last = source.lineAt(span.end);
  const before = source.text.slice(source.lineStart(first), span.start);
  const after = source.text.slice(span.end, source.lineSpan(last).end);
  if (before.replace(/[\s\uFEFF>]/g, '') !== '') return first;
  if (after.trim() !== '') return last;
  let line = last + 1;
  while (line < source.lineCount - 1 && source.lineText(line).trim() === '') line += 1;
  return line;
}

function lineRange(model: DocumentModel, line: number): Span {
  const { start, end } = model.source.lineSpan(line);
  return { start, end: end + 1 };
}

/** The section that the comment stands in; one right above a heading speaks of that heading's section. */
function sectionAround(model: DocumentModel, span: Span, line: number): Section | undefined {
  const below = model.sections.find((section) => model.source.lineAt(section.heading.span.start) === line);
  return below ?? model.sections.findLast(({ span: { start, end } }) => start <= span.start && span.start < end);
}

/** What goes when the comment goes: the whole line where the comment stands alone; blank lines around it become one. */
function removalSpan({ source }: DocumentModel, span: Span): Span {
  const first = source.lineAt(span.start);
  const last = source.lineAt(span.end);
  const before = source.text.slice(source.lineStart(first), span.start);
  const after = source.text.slice(span.end, source.lineSpan(last).end);
  if (before.trim() !== '' && after.trim() === '') {
    return { start: span.start - before.length + before.trimEnd().length, end: span.end };
  }
  if (after.trim() !== '') return span;
  const isBlank = (line: number): boolean => line < 0 || source.lineText(line).trim() === '';
  const end = isBlank(first - 1) && isBlank(last + 1) ? source.lineStart(last + 2) : source.lineStart(last + 1);
  const start = source.lineStart(first) + (before.startsWith('\uFEFF') ? 1 : 0);
  return { start, end };
}
