// Bounds of a template that no document can meet: within one element, and between an element and what it holds.
import type { SourceText, Span } from '../sourceText.ts';
import type { Bound, SectionSpec, Template, TemplateProblem } from './template.ts';
import { measures, type Measure } from './measure.ts';

/** `source` is the text of the template's file, for the lines that the demands stand on. */
export function checkBounds(template: Template, source: SourceText): readonly TemplateProblem[] {
  const whole: Element = {
    name: template.title ?? template.name,
    bounds: template.bounds,
    children: template.sections,
  };
  const elements = [whole, ...allSections(template.sections)];
  const problems = elements.flatMap((element) => [
    ...withinOne(element, source),
    ...nestedMeasures.flatMap((measure) => betweenLevels(element, measure, source)),
  ]);
  return withoutRepeats(problems);
}

interface Element {
  readonly name: string;
  readonly bounds: readonly Bound[];
  readonly children: readonly SectionSpec[];
}

/** What a section holds, the element around it holds too. Headings are counted by level and add up differently. */
const nestedMeasures = measures.filter((measure) => measure !== 'sections' && measure !== 'subsections');

function allSections(specs: readonly SectionSpec[]): readonly SectionSpec[] {
  return specs.flatMap((spec) => [spec, ...allSections(spec.children)]);
}

/** One bound with min over max, or two of one measure that exclude each other. */
function withinOne({ bounds }: Element, source: SourceText): readonly TemplateProblem[] {
  return bounds.flatMap((low) => {
    const { measure, min } = low;
    const high = bounds.find(
      (other) => counts(other, low) && min !== undefined && other.max !== undefined && min > other.max,
    );
    if (min === undefined || high?.max === undefined) return [];
    const related = high === low ? {} : { related: [relatedTo(high, source)] };
    return [
      {
        code: 'template-bounds-contradictory',
        severity: 'error' as const,
        message: { key: 'template-bounds-contradictory' as const, args: { measure, min, max: high.max } },
        span: lineSpan(low, source),
        ...related,
      },
    ];
  });
}

function counts(a: Bound, b: Bound): boolean {
  return a.measure === b.measure && languagesOf(a) === languagesOf(b);
}

function languagesOf({ languages = [] }: Bound): string {
  return languages.toSorted().join(' ');
}

/** A maximum against what the required sections below demand, one by one and together. */
function betweenLevels(element: Element, measure: Measure, source: SourceText): readonly TemplateProblem[] {
  const limit = element.bounds
    .filter((bound) => bound.measure === measure && bound.max !== undefined && languagesOf(bound) === '')
    .toSorted((a, b) => (a.max ?? 0) - (b.max ?? 0))[0];
  const max = limit?.max;
  if (limit === undefined || max === undefined || (limit.min !== undefined && limit.min > max)) return [];
  const tooMuch = allSections(element.children).flatMap((child) =>
    child.bounds
      .filter((bound) => bound.measure === measure && (bound.min ?? 0) > max)
      .map((bound) => ({ child, bound })),
  );
  const nested = tooMuch.map(({ child, bound }) => ({
    code: 'template-bounds-nested',
    severity: 'error' as const,
    message: {
      key: 'template-bounds-nested' as const,
      args: { measure, child: child.name, parent: element.name, min: bound.min ?? 0, max },
    },
    span: lineSpan(bound, source),
    related: [relatedTo(limit, source)],
  }));
  if (nested.length > 0) return nested;
  const min = leastOf(element.children, measure);
  if (min <= max) return [];
  return [
    {
      code: 'template-bounds-sum',
      severity: 'error',
      message: { key: 'template-bounds-sum', args: { measure, min, max } },
      span: lineSpan(limit, source),
    },
  ];
}

/** The least that a document with all required sections holds. Of alternatives only the least demanding counts. */
function leastOf(specs: readonly SectionSpec[], measure: Measure): number {
  const groups = new Map<string, number>();
  let sum = 0;
  for (const spec of specs) {
    const own = Math.max(0, ...spec.bounds.filter((bound) => bound.measure === measure).map(({ min }) => min ?? 0));
    const least = Math.max(own, leastOf(spec.children, measure)) * Math.max(1, spec.repeat.min);
    const group = spec.alternativeGroup;
    if (group !== undefined) groups.set(group, Math.min(groups.get(group) ?? Infinity, least));
    else if (spec.required) sum += least;
  }
  return [...groups.values()].reduce((total, least) => total + least, sum);
}

function lineSpan({ origin }: Bound, source: SourceText): Span {
  const { start, end } = source.lineSpan(origin.line);
  const text = source.text.slice(start, end);
  return { start: start + (text.length - text.trimStart().length), end: start + text.trimEnd().length };
}

function relatedTo(bound: Bound, source: SourceText): NonNullable<TemplateProblem['related']>[number] {
  return { message: { key: 'template-bounds.other' }, span: lineSpan(bound, source) };
}

/** A bound of the prose that binds several skeletons, or a section that stands in two maxima, is one fault. */
function withoutRepeats(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const identity = JSON.stringify([problem.code, problem.span, problem.message]);
    return !seen.has(identity) && seen.add(identity);
  });
}
