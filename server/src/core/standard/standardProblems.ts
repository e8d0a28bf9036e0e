// What is wrong in a review standard by itself. Conflicts with a template are found in schema/satisfiability.ts.
import type { Severity } from '../finding.ts';
import { limits } from '../limits.ts';
import type { Message } from '../finding.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Span } from '../sourceText.ts';
import type { TemplateProblem } from '../template/template.ts';
import type { ReadGrade, ReadGrades } from './grades.ts';
import type { ReadDimension, ReadStandard } from './readStandard.ts';
import { sumOf, type WeightTable } from './weights.ts';
import { compileRubric } from '../rubric/compileRubric.ts';
import { rubricProblems } from '../rubric/rubricProblems.ts';
import { measures } from '../measures/index.ts';

/** Problems in the order of the text. */
export function findStandardProblems(read: ReadStandard): readonly TemplateProblem[] {
  return [
    ...sizeProblems(read),
    ...read.dimensions.flatMap((dimension, index) =>
      dimensionProblems(dimension, read.dimensions.slice(0, index), read),
    ),
    ...read.weights.flatMap(weightProblems),
    ...unusedWeights(read),
    ...read.grades.flatMap(gradeProblems),
    ...checkProblems(read),
    ...criterionProblems(read),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

function problem(severity: Severity, message: Message, span: Span): TemplateProblem {
  // The code is the message's key without its variant.
  return { code: message.key.split('.')[0] ?? message.key, severity, message, span };
}

function sizeProblems({ model, dimensions, checks, weights, grades, isCut }: ReadStandard): TemplateProblem[] {
  const span = model.title?.heading.textSpan ?? model.source.lineSpan(0);
  const cut = { key: 'standard-too-large', args: { limit: limits.templateLength } } as const;
  const isEmpty = dimensions.length + checks.length + weights.length + grades.length === 0;
  return [
    ...(isCut ? [problem('warning', cut, span)] : []),
    ...(isEmpty ? [problem('warning', { key: 'standard-empty' }, span)] : []),
  ];
}

function dimensionProblems(
  dimension: ReadDimension,
  before: readonly ReadDimension[],
  { weights, model }: ReadStandard,
): TemplateProblem[] {
  const { name, span } = dimension;
  const key = normalKey(name);
  const problems: TemplateProblem[] = [];
  if (before.some((other) => normalKey(other.name) === key && other.parent === dimension.parent)) {
    problems.push(problem('warning', { key: 'standard-dimension-duplicate', args: { name } }, span));
  }
  if (weights.length > 0 && dimension.weight === undefined && dimension.levels.length > 0) {
    problems.push(problem('warning', { key: 'standard-dimension-unweighted', args: { name } }, span));
  }
  const seen = new Set<number>();
  for (const { score, origin } of dimension.levels) {
    const message = { key: 'standard-level-duplicate', args: { name, score } } as const;
    if (seen.has(score)) problems.push(problem('warning', message, model.source.lineSpan(origin.line)));
    seen.add(score);
  }
  return problems;
}

function weightProblems({ weights, parents, span }: WeightTable): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const sum = sumOf(weights);
  if (Math.abs(sum - 100) > 0.5)
    problems.push(problem('warning', { key: 'standard-weights-sum', args: { sum } }, span));
  for (const { name, weight, span: cell } of parents) {
    const parts = sumOf(weights.filter(({ parent }) => parent === name));
    if (Math.abs(parts - weight) <= 0.5) continue;
    problems.push(problem('warning', { key: 'standard-weights-sum.parent', args: { name, sum: parts, weight } }, cell));
  }
  return problems;
}

function unusedWeights({ unusedWeights: unused }: ReadStandard): TemplateProblem[] {
  return unused.map(({ name, span }) =>
    problem('warning', { key: 'standard-dimension-unknown', args: { name } }, span),
  );
}

// ---- grades

function gradeProblems({ grades, step, unreadable }: ReadGrades): TemplateProblem[] {
  const unread = unreadable.map(({ name, text, span }) =>
    problem('warning', { key: 'standard-grade-range', args: { name, text } }, span),
  );
  const reversed = grades
    .filter(({ min, max }) => min > max)
    .map(({ name, min, max, span }) =>
      problem('warning', { key: 'standard-grade-reversed', args: { name, min, max } }, span),
    );
  const sorted = grades.filter(({ min, max }) => min <= max).toSorted((a, b) => a.min - b.min);
  const between = sorted.slice(1).flatMap((upper, index) => neighbours(sorted[index], upper, step));
  return [...unread, ...reversed, ...between];
}

/** Ranges that only touch (80-90, 90-100) are usual and mean the upper one. */
function neighbours(lower: ReadGrade | undefined, upper: ReadGrade, step: number): TemplateProblem[] {
  if (lower === undefined) return [];
  const args = { first: lower.name, second: upper.name };
  if (lower.max > upper.min) return [problem('warning', { key: 'standard-grades-overlap', args }, upper.span)];
  if (upper.min - lower.max <= step * 1.01) return [];
  const gap = { ...args, from: lower.max, to: upper.min };
  return [problem('warning', { key: 'standard-grades-gap', args: gap }, upper.span)];
}

// ---- checks

function checkProblems({ checks }: ReadStandard): TemplateProblem[] {
  return checks.flatMap(({ bound, span }) => {
    if (bound?.min === undefined || bound.max === undefined || bound.min <= bound.max) return [];
    const args = { min: bound.min, max: bound.max };
    return [problem('error', { key: 'standard-check-impossible', args }, span)];
  });
}

// ---- criteria, as they are compiled

/** Each at its words, where they stand in the line as they are. */
function criterionProblems({ model, dimensions, checks }: ReadStandard): TemplateProblem[] {
  const impossible = new Set(checks.filter(({ bound }) => (bound?.min ?? 0) > (bound?.max ?? Infinity)));
  const rubric = compileRubric(
    {
      path: '',
      name: '',
      // Checks that contradict themselves are said above.
      dimensions: dimensions.map((one) => ({ ...one, checks: one.checks.filter((check) => !impossible.has(check)) })),
      grades: [],
    },
    measures,
  );
  return rubricProblems(rubric).map(({ severity, message, origin, text }) =>
    problem(severity, message, wordsIn(model, origin.line, text)),
  );
}

function wordsIn({ source }: ReadStandard['model'], line: number, words: string): Span {
  const at = words === '' ? -1 : source.lineText(line).indexOf(words);
  if (at < 0) return source.lineSpan(line);
  const start = source.lineStart(line) + at;
  return { start, end: start + words.length };
}
