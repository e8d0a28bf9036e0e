// Findings about the annotations of one skeleton: malformed, beside nothing, without effect, or asking for nonsense.
import { limits } from '../limits.ts';
import type { Message, Severity } from '../finding.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';
import { patternFault } from '../schema/pattern.ts';
import type { Span } from '../sourceText.ts';
import type { AnnotatedField, Annotation } from './annotation.ts';
import { annotationSchema } from './annotationSchema.ts';
import { annotationsOf, placeAnnotations } from './annotationPlaces.ts';
import type { TemplateProblem } from './template.ts';

/** Spans are those of the model's text. */
export function checkAnnotations(model: DocumentModel): readonly TemplateProblem[] {
  const placed = placeAnnotations(model);
  return [
    ...placed.all.flatMap((annotation) => [
      ...annotation.problems,
      ...patternProblems(annotation, model),
      ...emptyValues(annotation),
      ...alternativeProblems(annotation),
    ]),
    ...placed.unattached.map((annotation) => problem('warning', { key: 'annotation-unattached' }, annotation.span)),
    ...placed.onDocument.flatMap((annotation) => misplaced(annotation, 'document')),
    ...[...placed.onSection.values()].flatMap((annotation) => misplaced(annotation, 'section')),
    ...doubleFields(placed.all),
  ];
}

/** Annotations outside the skeletons speak of nothing, except suppressions. */
export function checkOutside(outside: DocumentModel): readonly TemplateProblem[] {
  return annotationsOf(outside)
    .filter((annotation) => annotation.data.suppression === undefined)
    .flatMap((annotation) => [
      ...annotation.problems,
      problem('warning', { key: 'annotation-unattached' }, annotation.span),
    ]);
}

function problem(severity: Severity, message: Message, span: Span): TemplateProblem {
  // The code is the message's key without its variant.
  return { code: message.key.split('.')[0] ?? message.key, severity, message, span };
}

// ---- keys without effect

const places: Readonly<Record<string, { readonly 'x-on'?: readonly string[] }>> = annotationSchema.properties;

function misplaced(annotation: Annotation, place: 'document' | 'section'): readonly TemplateProblem[] {
  if (annotation.data.suppression !== undefined) return [];
  return [...annotation.keys].flatMap(([name, span]) => {
    const on = places[name]?.['x-on'] ?? [];
    if (on.length === 0 || on.includes(place)) return [];
    const wanted = on.includes('section') ? 'section' : on.includes('document') ? 'document' : 'case';
    return [problem('warning', { key: `annotation-misplaced.${wanted}`, args: { key: name } }, span)];
  });
}

// ---- values

function patternProblems({ data, keys, span }: Annotation, model: DocumentModel): readonly TemplateProblem[] {
  const written = [
    ...(data.title === undefined ? [] : [{ pattern: data.title, key: 'title' }]),
    ...data.fields.flatMap(({ pattern }) => (pattern === undefined ? [] : [{ pattern, key: 'field' }])),
  ];
  return written.flatMap(({ pattern, key }) => {
    const place = placeOf(pattern, span, model) ?? keys.get(key) ?? span;
    const { length } = pattern;
    if (length > limits.patternLength)
      return [problem('error', { key: 'template-pattern-long', args: { length, limit: limits.patternLength } }, place)];
    const reason = patternFault(pattern);
    return reason === undefined
      ? []
      : [problem('error', { key: 'template-pattern-unsafe', args: { pattern, reason } }, place)];
  });
}

/** Where a value stands in the comment; undefined where YAML writes it otherwise. */
function placeOf(value: string, within: Span, { source }: DocumentModel): Span | undefined {
  const at = source.slice(within).indexOf(value);
  return at < 0 ? undefined : { start: within.start + at, end: within.start + at + value.length };
}

function emptyValues(annotation: Annotation): readonly TemplateProblem[] {
  return annotation.data.fields
    .filter((field) => field.values?.length === 0)
    .map(({ key }) => problem('error', { key: 'template-values-empty', args: { key } }, fieldSpan(annotation)));
}

function fieldSpan({ keys, span }: Annotation): Span {
  return keys.get('field') ?? keys.get('fields') ?? span;
}

function alternativeProblems({ data, keys, span }: Annotation): readonly TemplateProblem[] {
  const { oneOf: group, required } = data;
  if (group === undefined || required !== true) return [];
  return [problem('warning', { key: 'template-alternative-required', args: { group } }, keys.get('required') ?? span)];
}

function doubleFields(annotations: readonly Annotation[]): readonly TemplateProblem[] {
  const seen = new Map<string, AnnotatedField>();
  const problems: TemplateProblem[] = [];
  for (const annotation of annotations) {
    for (const field of annotation.data.fields) {
      const id = normalKey(field.key);
      const first = seen.get(id);
      seen.set(id, field);
      if (first === undefined || JSON.stringify(first) === JSON.stringify(field)) continue;
      const args = { key: field.key };
      problems.push(problem('warning', { key: 'template-field-duplicate', args }, fieldSpan(annotation)));
    }
  }
  return problems;
}
