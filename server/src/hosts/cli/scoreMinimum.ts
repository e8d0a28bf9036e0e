// `--min` of `casewright score`: a grade of the standard, or a number.
import type { Message } from '../../core/finding.ts';
import type { ScoredText } from './scoreEngine.ts';

/** What is wrong with the minimum: neither a number nor a grade of any standard that was used. */
export function unknownGrade(minimum: string, documents: readonly ScoredText[]): Message | undefined {
  if (isNumber(minimum) || documents.length === 0) return undefined;
  const names = [...new Set(documents.flatMap(({ grades }) => grades.map(({ name }) => name)))];
  if (names.some((name) => isNamed(name, minimum))) return undefined;
  return { key: 'cli.score.grade-unknown', args: { grade: minimum, grades: names.join(', ') } };
}

/** The reviewers' total counts where there is one. A document without any total is not below. */
export function isBelow(minimum: string, { row, grades }: ScoredText): boolean {
  const total = row.reviewed ?? row.measured;
  const least = isNumber(minimum) ? Number(minimum) : grades.find(({ name }) => isNamed(name, minimum))?.min;
  return total !== undefined && least !== undefined && total.value < least;
}

function isNumber(text: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(text.trim());
}

/** `B` names `B级（良好）` too. */
function isNamed(name: string, wanted: string): boolean {
  const [a, b] = [name.trim().toLowerCase(), wanted.trim().toLowerCase()];
  return a === b || (a.startsWith(b) && !/^[a-z0-9+-]/.test(a.slice(b.length)));
}
