// The documents of a library side by side: averages of the dimensions, and what is lacking most often. Computed from rows.
import { compareText } from '../finding.ts';
import type { Rubric, RubricDimension } from '../rubric/rubric.ts';
import type { Lacking, ScoreRow } from './scoreRow.ts';
import type { Total } from './score.ts';
import { decimalsOf, gradeOf, maxOf, rounded, weightsOf } from './totals.ts';

export interface ScoreTable {
  readonly rubric: Rubric;
  readonly dimensions: readonly TableDimension[];
  /** By path. */
  readonly rows: readonly ScoreRow[];
  /** Mean of the measured totals. */
  readonly average?: Total;
}

export interface TableDimension {
  readonly dimension: RubricDimension;
  readonly weight: number;
  readonly max: number;
  /** What the highest level asks for, in the words of the standard. */
  readonly criterion: string;
  /** Mean of the measured levels, to one decimal; absent where no document has one. */
  readonly average?: number;
  /** Documents with a measured level. */
  readonly count: number;
  /** What is lacking in most documents. */
  readonly lacking?: Lacking & { readonly count: number };
}

/** `rows` are those of documents that this rubric judges. */
export function scoreTable(rubric: Rubric, rows: readonly ScoreRow[]): ScoreTable {
  const weights = weightsOf(rubric);
  const totals = rows.flatMap(({ measured }) => measured ?? []);
  const average = averageTotal(rubric, totals);
  return {
    rubric,
    dimensions: rubric.dimensions.map((dimension, index) => ({
      dimension,
      weight: weights[index] ?? 0,
      max: maxOf(dimension, rubric),
      criterion: dimension.levels[0]?.text ?? dimension.checks[0]?.text ?? '',
      ...columnOf(rows, index),
    })),
    rows: rows.toSorted((a, b) => compareText(a.path, b.path)),
    ...(average && { average }),
  };
}

function columnOf(rows: readonly ScoreRow[], index: number): Pick<TableDimension, 'average' | 'count' | 'lacking'> {
  const levels = rows.flatMap(({ levels: all }) => all[index]?.level ?? []);
  const lacking = mostLacking(rows.flatMap(({ levels: all }) => all[index]?.lacking ?? []));
  const average = meanOf(levels);
  return {
    count: levels.length,
    ...(average !== undefined && { average: rounded(average, 1) }),
    ...(lacking && { lacking }),
  };
}

/** Of equally frequent ones the first that was met. */
function mostLacking(all: readonly Lacking[]): TableDimension['lacking'] {
  const counts = new Map<string, { readonly one: Lacking; readonly count: number }>();
  for (const one of all) {
    const key = one.measure ?? one.text;
    counts.set(key, { one: counts.get(key)?.one ?? one, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most && { ...most.one, count: most.count };
}

function averageTotal(rubric: Rubric, totals: readonly Total[]): Total | undefined {
  const mean = meanOf(totals.map(({ value }) => value));
  const [first] = totals;
  if (mean === undefined || first === undefined) return undefined;
  const value = rounded(mean, decimalsOf(rubric));
  const grade = gradeOf(value, rubric.grades);
  const weight = rounded(meanOf(totals.map((total) => total.weight)) ?? 0, 1);
  return { value, max: first.max, weight, ...(grade !== undefined && { grade }) };
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
