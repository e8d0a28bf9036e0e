// Records by the document that they belong to. Where several name one document, none is lost: their events are taken
// together, and the record says so.
import { compareText } from '../finding.ts';
import { recordPathOf } from './recordPath.ts';
import type { ReviewRecord } from './reviewRecord.ts';

export function recordsByDocument(records: readonly ReviewRecord[]): ReadonlyMap<string, ReviewRecord> {
  const found = new Map<string, ReviewRecord>();
  for (const record of records) {
    const before = found.get(record.document);
    found.set(record.document, before === undefined ? record : joined(before, record));
  }
  return found;
}

/** The one in its proper place goes on; else the first. */
function joined(one: ReviewRecord, other: ReviewRecord): ReviewRecord {
  const [kept, further] = other.path === recordPathOf(other.document) ? [other, one] : [one, other];
  const keys = new Set(kept.events.map(({ key }) => key));
  const events = [...kept.events, ...further.events.filter(({ key }) => !keys.has(key))].sort(
    (a, b) => compareText(a.at, b.at) || compareText(a.key, b.key),
  );
  const message = { key: 'review-record-conflict.doubled', args: { path: further.path } } as const;
  const problem = { code: 'review-record-conflict', message, span: { start: 0, end: 0 } } as const;
  return { ...kept, events, problems: [...kept.problems, problem] };
}
