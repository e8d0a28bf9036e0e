// Suppression comments: which findings they take away, and what each of them came to. Reads no clock: `today` comes in.
import type { Finding } from '../finding.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import type { SuppressedCode, SuppressionUse } from '../rules/rule.ts';
import type { Span } from '../sourceText.ts';
import type { Annotation, Suppression } from '../template/annotation.ts';
import { parseAnnotation } from '../template/annotations.ts';

export interface SuppressionInput {
  readonly model: DocumentModel;
  readonly findings: readonly Finding[];
  /** Codes of all rules. */
  readonly codes: ReadonlySet<string>;
  /** Codes that are switched off. */
  readonly codesOff: ReadonlySet<string>;
  /** YYYY-MM-DD; absent: nothing expires. */
  readonly today?: string;
}

export interface SuppressionResult {
  readonly kept: readonly Finding[];
  readonly suppressedCount: number;
  readonly uses: readonly SuppressionUse[];
}

export function applySuppressions(input: SuppressionInput): SuppressionResult {
  const { model } = input;
  const hidden = new Set<Finding>();
  const uses: SuppressionUse[] = [];
  for (const comment of model.comments) {
    const annotation = parseAnnotation(comment);
    const suppression = annotation?.data.suppression;
    if (annotation === undefined || suppression === undefined) continue;
    const isExpired = suppression.until !== undefined && input.today !== undefined && input.today > suppression.until;
    const matched = isExpired ? [] : input.findings.filter(coverage(model, annotation, suppression));
    for (const finding of matched) hidden.add(finding);
    uses.push({
      span: comment.span,
      codes: suppression.codes.map((code) => codeUse(code, annotation, matched, input)),
      ...(suppression.reason === undefined ? {} : { reason: suppression.reason }),
      ...(suppression.until === undefined ? {} : { until: suppression.until }),
      isExpired,
    });
  }
  return {
    kept: input.findings.filter((finding) => !hidden.has(finding)),
    suppressedCount: hidden.size,
    uses,
  };
}

function codeUse(
  code: string,
  annotation: Annotation,
  matched: readonly Finding[],
  input: SuppressionInput,
): SuppressedCode {
  const span = codeSpan(code, annotation, input.model);
  if (!input.codes.has(code)) return { code, span, state: 'unknown' };
  if (input.codesOff.has(code)) return { code, span, state: 'unchecked' };
  return { code, span, state: matched.some((finding) => finding.code === code) ? 'used' : 'unused' };
}

function codeSpan(code: string, annotation: Annotation, model: DocumentModel): Span {
  const from = annotation.keys.get('ignore')?.end ?? annotation.span.start;
  const at = model.source.text.indexOf(code, from);
  return at < 0 || at + code.length > annotation.span.end ? annotation.span : { start: at, end: at + code.length };
}

/** Whether a finding stands where the suppression reaches, and is of its codes. */
function coverage(
  model: DocumentModel,
  annotation: Annotation,
  suppression: Suppression,
): (finding: Finding) => boolean {
  const codes = new Set(suppression.codes);
  if (suppression.scope === 'file') return (finding) => codes.has(finding.code);
  const line = coveredLine(model, annotation.span);
  const covered =
    suppression.scope === 'section' ? sectionAround(model, annotation.span, line)?.span : lineRange(model, line);
  if (covered === undefined) return (finding) => codes.has(finding.code);
  return (finding) =>
    codes.has(finding.code) && finding.span.start >= covered.start && finding.span.start < covered.end;
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
