// What the review record says of archiving and restoring: one more event at its end, and where its document is now. Everything
// that stands there stays as it is written.
import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { applyEdits } from '../applyEdits.ts';
import type { TextEdit } from '../finding.ts';
import { keyOfTime } from '../review/recordTime.ts';
import type { Snapshot } from '../review/reviewRecord.ts';
import type { KeptLines } from './keptLines.ts';

export interface RecordHead {
  readonly document: string;
  readonly id?: string;
}

export interface WrittenEvent {
  readonly kind: 'archive' | 'restore';
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly by: string;
  readonly random: string;
  readonly reason?: string;
  readonly successor?: string;
  readonly snapshot?: Snapshot;
  readonly kept?: readonly KeptLines[];
}

/** The record with the event, or a new record. */
export function withEvent(text: string | undefined, head: RecordHead, event: WrittenEvent): string {
  if (text === undefined || text.trim() === '') return written({ ...head, events: entryOf(event) });
  const moved = withDocument(text, head.document);
  const document = parseDocument(moved, { uniqueKeys: false, logLevel: 'silent' });
  const { contents } = document;
  const last = isMap(contents) ? contents.items.at(-1) : undefined;
  const isLast = last !== undefined && isScalar(last.key) && last.key.value === 'events' && isMap(last.value);
  if (!isLast || (isMap(last.value) && last.value.flow === true)) return appended(moved, event);
  const eol = moved.includes('\r\n') ? '\r\n' : '\n';
  const lines = written(entryOf(event))
    .replace(/^(?=.)/gm, '  ')
    .replaceAll('\n', eol);
  return `${moved.trimEnd()}${eol}${lines}`;
}

/** Events that stand elsewhere or in another form: the whole is written anew. */
function appended(text: string, event: WrittenEvent): string {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  for (const [key, value] of Object.entries(entryOf(event))) document.setIn(['events', key], value);
  return document.toString({ lineWidth: 0 });
}

function withDocument(text: string, path: string): string {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  const { contents } = document;
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'document')
    : undefined;
  const range = isScalar(pair?.value) ? pair.value.range : undefined;
  const newText = stringify(path, { lineWidth: 0 }).trimEnd();
  if (!range) return text;
  const edit: TextEdit = { span: { start: range[0], end: range[1] }, newText };
  return applyEdits(text, [edit]);
}

function entryOf({
  kind,
  from,
  to,
  at,
  by,
  random,
  reason,
  successor,
  snapshot,
  kept,
}: WrittenEvent): Readonly<Record<string, unknown>> {
  return {
    [keyOfTime(at, random)]: {
      kind,
      at,
      by,
      from,
      to,
      ...(reason !== undefined && { reason }),
      ...(successor !== undefined && { successor }),
      ...(snapshot && {
        snapshot: {
          content: snapshot.content,
          ...(snapshot.version !== undefined && { version: snapshot.version }),
          sections: snapshot.sections.map(({ name, print }) => ({ [name]: print })),
        },
      }),
      ...(kept !== undefined && kept.length > 0 && { kept }),
    },
  };
}

/** Long lines stay one line: what is kept must come back letter by letter. */
function written(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false, singleQuote: false, doubleQuotedMinMultiLineLength: 1e9 });
}
