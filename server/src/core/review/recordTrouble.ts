// One finding in a document for what is wrong with its record; each fault is shown at its place in the record itself.
import type { Finding, Severity } from '../finding.ts';
import { documentReview, placeOfReview, type ReviewGround } from './documentReview.ts';
import { problemsOf } from './recordProblems.ts';

const MOST_RELATED = 10;

export function recordTrouble(code: string, ground: ReviewGround, severity: Severity): readonly Finding[] {
  const record = documentReview(ground)?.record;
  const found = record === undefined ? [] : problemsOf(record, ground.today).filter((problem) => problem.code === code);
  const [first] = found;
  if (record === undefined || first === undefined) return [];
  const related = found.slice(0, MOST_RELATED).map(({ message, span }) => ({ message, span, path: record.path }));
  const args = { count: found.length, path: record.path };
  const message = { key: `${first.code}.document`, args } as const;
  return [{ code, severity, message, span: placeOfReview(ground.facts), related }];
}
