// Levels and weights to a total and its grade, by the standard's own table.
import type { Grade } from '../standard/standard.ts';
import type { Rubric, RubricDimension } from '../rubric/rubric.ts';
import type { Total } from './score.ts';

/** Highest level of a dimension; where it has no rows, that of the others, else 5. */
export function maxOf(dimension: RubricDimension, { dimensions }: Pick<Rubric, 'dimensions'>): number {
  const own = dimension.levels[0]?.score;
  return (own ?? Math.max(0, ...dimensions.flatMap(({ levels }) => levels[0]?.score ?? []))) || 5;
}

/** In percent; all the same where the standard weighs nothing. A dimension that it does not weigh has none. */
export function weightsOf({ dimensions }: Pick<Rubric, 'dimensions'>): readonly number[] {
  const isWeighed = dimensions.some(({ weight }) => weight !== undefined);
  return dimensions.map(({ weight }) => (isWeighed ? (weight ?? 0) : 100 / dimensions.length));
}

/** Before rounding; undefined where no dimension with a weight has a level. */
export function meanOf(rubric: Rubric, levels: readonly (number | undefined)[]): number | undefined {
  const weights = weightsOf(rubric);
  let sum = 0;
  let weighed = 0;
  for (const [index, dimension] of rubric.dimensions.entries()) {
    const level = levels[index];
    const weight = weights[index] ?? 0;
    if (level === undefined || weight === 0) continue;
    sum += (level / maxOf(dimension, rubric)) * weight;
    weighed += weight;
  }
  return weighed === 0 ? undefined : (sum / weighed) * scaleOf(rubric);
}

export function totalOf(rubric: Rubric, levels: readonly (number | undefined)[]): Total | undefined {
  const mean = meanOf(rubric, levels);
  if (mean === undefined) return undefined;
  const value = rounded(mean, decimalsOf(rubric));
  const grade = gradeOf(value, rubric.grades);
  const weights = weightsOf(rubric);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const weighed = weights.reduce((sum, weight, index) => (levels[index] === undefined ? sum : sum + weight), 0);
  return {
    value,
    max: scaleOf(rubric),
    ...(grade !== undefined && { grade }),
    weight: Math.round((weighed / all) * 1000) / 10,
  };
}

/** The end of the scale: of the grades, which may be 100 where levels end at 5. */
function scaleOf({ grades, dimensions }: Rubric): number {
  const top = Math.max(0, ...grades.map(({ max }) => max));
  return top > 0 ? top : Math.max(0, ...dimensions.map((dimension) => maxOf(dimension, { dimensions }))) || 5;
}

/** As many as the grades have: 4.5-5.0 one, 90-100 none; one on short scales without grades. */
export function decimalsOf(rubric: Rubric): number {
  const ends = rubric.grades.flatMap(({ min, max }) => [min, max]);
  const decimals = Math.max(0, ...ends.map((end) => (String(end).split('.')[1] ?? '').length));
  return rubric.grades.length > 0 && (decimals > 0 || scaleOf(rubric) > 10) ? decimals : scaleOf(rubric) > 10 ? 0 : 1;
}

/** Halves go up, in spite of what binary fractions make of them. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor + 1e-6) / factor;
}

/** Of ranges that touch (80-90, 90-100) the upper one. */
export function gradeOf(value: number, grades: readonly Grade[]): string | undefined {
  return grades.toSorted((a, b) => b.min - a.min).find(({ min, max }) => value >= min && value <= max)?.name;
}
