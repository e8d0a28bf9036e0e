// The level that a document reaches in one dimension: the highest row whose conditions hold, and what the next one lacks.
import type { Message } from '../finding.ts';
import type { RubricDimension, RubricLevel } from '../rubric/rubric.ts';
import type { Judge } from './judge.ts';
import type { JudgedCondition } from './score.ts';

export interface Reached {
  /** Absent where nothing could be measured. */
  readonly level?: number;
  readonly reason?: Message;
  /** The row that is reached; absent below the lowest one, and in dimensions without rows. */
  readonly row?: JudgedRow;
  /** The next row up that can be measured, where it is not reached. */
  readonly next?: JudgedRow;
}

export interface JudgedRow {
  readonly level: RubricLevel;
  readonly judged: readonly JudgedCondition[];
}

/** `max` is the highest level, for dimensions that have no rows. */
export function reach(dimension: RubricDimension, judge: Judge, max: number): Reached {
  return dimension.levels.length === 0 ? reachByChecks(dimension, judge, max) : reachByRows(dimension.levels, judge);
}

function reachByRows(levels: readonly RubricLevel[], judge: Judge): Reached {
  const rows = levels.map((level): JudgedRow => ({ level, judged: level.conditions.map((one) => judge.judge(one)) }));
  const measured = rows.flatMap(({ judged }) => judged);
  if (measured.length === 0) return { reason: { key: 'score.unmeasured' } };
  if (measured.every(({ outcome }) => outcome === 'not-applicable')) {
    return { reason: measured[0]?.summary ?? { key: 'score.not-applicable' } };
  }
  const lowest = rows.length - 1;
  const at = rows.findIndex((row, index) => holds(row) || (index === lowest && !isUnmet(row)));
  const above = rows.slice(0, at < 0 ? rows.length : at);
  const next = above.findLast(isUnmet);
  const row = at < 0 ? undefined : (startedRow(rows, at) ?? rows[at]);
  return { level: row?.level.score ?? 0, ...(row && { row }), ...(next && { next }) };
}

/**
 * The lowest row says that nothing is there (缺失). Where something is, the row above it is meant, if that only says what is
 * lacking (只有定性描述) and so demands nothing.
 */
function startedRow(rows: readonly JudgedRow[], at: number): JudgedRow | undefined {
  const above = rows[at - 1];
  if (at !== rows.length - 1 || above === undefined || above.judged.length > 0 || holds(rows[at] ?? above))
    return undefined;
  const met = rows.slice(0, at - 1).flatMap(({ judged }) => judged.filter(({ outcome }) => outcome === 'met'));
  const distinct = met.filter(
    ({ condition }, index) => met.findIndex((one) => one.condition.text === condition.text) === index,
  );
  return distinct.length === 0 ? undefined : { level: above.level, judged: distinct };
}

/** A row in which nothing applies is not reached by that. */
function holds(row: JudgedRow): boolean {
  return !isUnmet(row) && row.judged.some(({ outcome }) => outcome === 'met');
}

function isUnmet({ judged }: JudgedRow): boolean {
  return judged.some(({ outcome }) => outcome === 'unmet');
}

/** Without rows: the share of the measured checks that are met. */
function reachByChecks({ checks }: RubricDimension, judge: Judge, max: number): Reached {
  const conditions = checks.flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
  if (conditions.length === 0) return { reason: { key: 'score.unmeasured' } };
  const judged = conditions.map((one) => judge.judge(one)).filter(({ outcome }) => outcome !== 'not-applicable');
  if (judged.length === 0) return { reason: { key: 'score.not-applicable' } };
  const met = judged.filter(({ outcome }) => outcome === 'met').length;
  return { level: Math.round((met / judged.length) * max * 10) / 10 };
}
