// Everything that is wrong with a record file: as it was read, and events whose time has not come yet.
import { isInFuture } from './eventOrder.ts';
import type { RecordProblem, ReviewRecord } from './reviewRecord.ts';

export function problemsOf(record: ReviewRecord, today: string | undefined): readonly RecordProblem[] {
  const early = record.events
    .filter((event) => isInFuture(event, today))
    .map(({ at, span }): RecordProblem => {
      return { code: 'review-record-invalid', message: { key: 'review-record-invalid.future', args: { at } }, span };
    });
  return early.length === 0 ? record.problems : [...record.problems, ...early];
}
