// Demands that no document can meet, or that never matter: within a template's structure, and between a review
// standard and the templates that it is used with. Each problem stands in the file that has to change.
import type { Message, Severity } from '../finding.ts';
import { renderMessage } from '../messages/render.ts';
import type { Locale } from '../messages/catalog.ts';
import type { SourceText, Span } from '../sourceText.ts';
import type { Standard } from '../standard/standard.ts';
import type { Bound, CheckItem, SectionSpec, Template, TemplateProblem } from '../template/template.ts';
import type { Measure } from '../template/measure.ts';
import { countsSame, readStandardDemands, type StandardDemands } from './standardDemands.ts';

/** `source` is the text of the template's file. What parseTemplate finds (bounds that contradict each other) is not repeated. */
export function findTemplateConflicts(template: Template, source: SourceText): readonly TemplateProblem[] {
  const whole: Part = {
    span: source.lineSpan(template.line),
    bounds: template.bounds,
    languages: template.languages,
    children: template.sections,
    isClosed: template.isClosed,
  };
  return [whole, ...allSections(template.sections).map((spec) => ({ ...spec, isClosed: false }))].flatMap(
    partConflicts,
  );
}

/** Conflicts of one standard with all templates that it is used with, each check reported at most once. */
export function findStandardConflicts(
  standard: Standard,
  templates: readonly Template[],
  locale: Locale = 'zh',
): readonly TemplateProblem[] {
  const laid = templates.map((template) => ({ template, demands: readStandardDemands(template, standard) }));
  const own = contradictions(standard.checks);
  const reported = new Set(own.map(({ span }) => span));
  const others = standard.checks.flatMap((check) => {
    if (reported.has(check.span)) return [];
    const found = boundConflict(check, laid, locale) ?? sectionConflict(check, laid) ?? idleCheck(check, laid);
    return found === undefined ? [] : [found];
  });
  return [...own, ...others].toSorted((a, b) => a.span.start - b.span.start);
}

function problem(severity: Severity, message: Message, span: Span): TemplateProblem {
  // The code is the message's key without its variant.
  return { code: message.key.split('.')[0] ?? message.key, severity, message, span };
}

// ---- templates

interface Part {
  readonly span: Span;
  readonly bounds: readonly Bound[];
  readonly languages: readonly string[];
  readonly children: readonly SectionSpec[];
  readonly isClosed: boolean;
}

function allSections(specs: readonly SectionSpec[]): readonly SectionSpec[] {
  return specs.flatMap((spec) => [spec, ...allSections(spec.children)]);
}

function partConflicts(part: Part): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const blocks = leastMax(part.bounds, 'codeBlocks');
  if (blocks !== undefined && part.languages.length > blocks) {
    const args = { languages: part.languages.join(', '), max: blocks };
    problems.push(problem('error', { key: 'template-unsatisfiable.languages', args }, part.span));
  }
  const sections = leastMax(part.bounds, 'sections');
  const needed = neededSections(part.children);
  if (sections !== undefined && needed > sections) {
    const args = { min: needed, max: sections };
    problems.push(problem('error', { key: 'template-unsatisfiable.sections', args }, part.span));
  }
  const wanted = Math.max(0, ...part.bounds.filter(isPlain('sections')).map(({ min }) => min ?? 0));
  const possible = possibleSections(part.children);
  if (part.isClosed && wanted > possible) {
    const args = { min: wanted, max: possible };
    problems.push(problem('error', { key: 'template-unsatisfiable.sections-few', args }, part.span));
  }
  return problems;
}

function isPlain(measure: Measure): (bound: Bound) => boolean {
  return (bound) => bound.measure === measure && (bound.languages ?? []).length === 0;
}

function leastMax(bounds: readonly Bound[], measure: Measure): number | undefined {
  const limits = bounds.filter(isPlain(measure)).flatMap(({ max }) => (max === undefined ? [] : [max]));
  return limits.length === 0 ? undefined : Math.min(...limits);
}

function neededSections(specs: readonly SectionSpec[]): number {
  const groups = new Set(specs.flatMap(({ alternativeGroup }) => alternativeGroup ?? []));
  const alone = specs.filter((spec) => spec.required && spec.alternativeGroup === undefined);
  return alone.reduce((sum, { repeat }) => sum + Math.max(1, repeat.min), groups.size);
}

function possibleSections(specs: readonly SectionSpec[]): number {
  return specs.reduce((sum, { repeat }) => sum + (repeat.max ?? Infinity), 0);
}

// ---- standards

interface Laid {
  readonly template: Template;
  readonly demands: StandardDemands;
}

/** Pairs of checks of which one asks for more than the other allows; reported at the later one. */
function contradictions(checks: readonly CheckItem[]): TemplateProblem[] {
  const before: { bound: Bound; line: number }[] = [];
  const problems: TemplateProblem[] = [];
  for (const { bound, span, origin } of checks) {
    if (bound === undefined) continue;
    const other = before.find((earlier) => exceeds(bound, earlier.bound) || exceeds(earlier.bound, bound));
    before.push({ bound, line: origin.line });
    if (other === undefined) continue;
    const [least, most] = exceeds(bound, other.bound) ? [bound, other.bound] : [other.bound, bound];
    const args = { line: other.line + 1, min: least.min ?? 0, max: most.max ?? 0 };
    problems.push(problem('error', { key: 'standard-check-impossible.other', args }, span));
  }
  return problems;
}

/** Whether `one` asks for more than `other` allows. */
function exceeds(one: Bound, other: Bound): boolean {
  return countsSame(one, other) && one.min !== undefined && other.max !== undefined && one.min > other.max;
}

function boundConflict(check: CheckItem, laid: readonly Laid[], locale: Locale): TemplateProblem | undefined {
  const { bound, span } = check;
  if (bound === undefined) return undefined;
  const measure = renderMessage({ key: `measure.${bound.measure}` }, locale);
  for (const other of laid.flatMap(({ template }) => template.bounds)) {
    const place = { measure, path: other.origin.path, line: other.origin.line + 1 };
    if (exceeds(bound, other)) {
      const args = { ...place, min: bound.min ?? 0, max: other.max ?? 0 };
      return problem('error', { key: 'standard-unsatisfiable.bounds', args }, span);
    }
    if (exceeds(other, bound)) {
      const args = { ...place, min: other.min ?? 0, max: bound.max ?? 0 };
      return problem('error', { key: 'standard-unsatisfiable.bounds-max', args }, span);
    }
  }
  return undefined;
}

function sectionConflict(check: CheckItem, laid: readonly Laid[]): TemplateProblem | undefined {
  const { requiresSection: name, span } = check;
  if (name === undefined) return undefined;
  const closed = laid.find(({ template, demands }) => template.isClosed && demands.unmatched.includes(check))?.template;
  if (closed === undefined) return undefined;
  const args = { name, path: closed.path, line: closed.line + 1 };
  return problem('error', { key: 'standard-unsatisfiable', args }, span);
}

/** A check that no template knows, or that every template demands more strictly. */
function idleCheck(check: CheckItem, laid: readonly Laid[]): TemplateProblem | undefined {
  const { requiresSection: name, requiresField: key, span } = check;
  // A built-in standard is for templates of every kind; what one library does not need of it is no fault.
  if (laid.length === 0 || check.origin.path.startsWith('builtin:')) return undefined;
  if (laid.every(({ demands }) => demands.unmatched.includes(check))) {
    if (name !== undefined) return problem('hint', { key: 'standard-check-unmatched', args: { name } }, span);
    return problem('hint', { key: 'standard-check-unmatched.field', args: { key: key ?? '' } }, span);
  }
  const covering = laid.map(({ demands }) => demands.bounds.find((demand) => demand.check === check)?.isCoveredBy);
  const [first] = covering;
  if (first === undefined || covering.includes(undefined)) return undefined;
  const args = { path: first.origin.path, line: first.origin.line + 1 };
  return problem('hint', { key: 'standard-check-dead', args }, span);
}
