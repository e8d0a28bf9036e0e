// What a review standard asks people: check items and words of levels that no machine can measure, and what was answered.
import type { Rubric } from '../rubric/rubric.ts';
import type { ReviewEvent, ReviewRecord } from './reviewRecord.ts';

export interface AskedQuestion {
  readonly key: string;
  readonly text: string;
  readonly dimension: string;
  /** The last answer. */
  readonly answer?: Extract<ReviewEvent, { kind: 'answer' }>;
}

/** Check items that are not measured, in the order of the standard, each once. */
export function questionsOf(
  rubric: Rubric | undefined,
  record: Pick<ReviewRecord, 'events'> | undefined,
): readonly AskedQuestion[] {
  const answers = new Map<string, Extract<ReviewEvent, { kind: 'answer' }>>();
  for (const event of record?.events ?? []) if (event.kind === 'answer') answers.set(event.question, event);
  const found = new Map<string, AskedQuestion>();
  for (const { name, checks } of rubric?.dimensions ?? []) {
    for (const { key, text, condition } of checks) {
      if (condition !== undefined || found.has(key)) continue;
      const answer = answers.get(key);
      found.set(key, { key, text, dimension: name, ...(answer && { answer }) });
    }
  }
  return [...found.values()];
}
