// Text of a record file to the record: good events in order of time, and what is wrong with the rest, each with its place.
// Never throws, whatever stands there; decides nothing about states (states.ts).
import { parseDocument } from 'yaml';
import { compareText, type Message } from '../finding.ts';
import { isTooDeepYaml } from '../model/metadata/yamlDepth.ts';
import type { Span } from '../sourceText.ts';
import { conflictSides } from './recordConflicts.ts';
import { mergedRecord } from './recordMerge.ts';
import { readEvent, topText } from './recordEvents.ts';
import { recordLimits } from './recordLimits.ts';
import { documentOfRecordPath } from './recordPath.ts';
import { nodeSpan, yamlPairs, type YamlPair } from './recordYaml.ts';
import type { RecordProblem, ReviewEvent, ReviewRecord } from './reviewRecord.ts';

/** `path` is that of the record file, `text` all of it; spans are UTF-16 offsets of the file. */
export function readRecord(path: string, text: string): ReviewRecord {
  const problems = new ProblemList(text);
  if (text.length > recordLimits.length) {
    problems.add({ key: 'review-record-invalid.too-large', args: { max: recordLimits.length } }, { start: 0, end: 0 });
    return { path, document: documentOfRecordPath(path), events: [], problems: problems.found };
  }
  const sides = conflictSides(text);
  if (sides === undefined) {
    const { pairs, events } = readSide(text, problems);
    return { ...headOf(path, pairs, problems), path, events: ordered(events), problems: problems.found };
  }
  const ours = readSide(sides.ours, problems);
  const theirs = readSide(sides.theirs, problems);
  const newText = mergedRecord(text, sides);
  const fix = { title: { key: 'review-record-conflict.fix' }, edits: [{ span: { start: 0, end: text.length }, newText }] } as const; // prettier-ignore
  const conflicts = sides.markers.map((span): RecordProblem => {
    return { code: 'review-record-conflict', message: { key: 'review-record-conflict' }, span, fix };
  });
  const pairs = ours.pairs.length > 0 ? ours.pairs : theirs.pairs;
  const head = headOf(path, pairs, problems);
  const events = ordered(union(ours.events, theirs.events));
  return { ...head, path, events, problems: [...conflicts, ...problems.found] };
}

interface Side {
  /** The top of the record. */
  readonly pairs: readonly YamlPair[];
  readonly events: readonly ReviewEvent[];
}

function readSide(text: string, problems: ProblemList): Side {
  const nowhere = { start: 0, end: firstLineEnd(text) };
  if (isTooDeepYaml(text)) {
    problems.add({ key: 'review-record-invalid.too-deep' }, nowhere);
    return { pairs: [], events: [] };
  }
  try {
    const document = parseDocument(text, {
      uniqueKeys: false,
      schema: 'core',
      logLevel: 'silent',
      prettyErrors: false,
    });
    for (const { message, pos } of document.errors.slice(0, 3)) {
      const detail = message.split('\n')[0] ?? '';
      problems.add({ key: 'review-record-invalid.syntax', args: { detail } }, { start: pos[0], end: pos[1] });
    }
    const pairs = yamlPairs(document.contents);
    if (pairs === undefined) {
      problems.add({ key: 'review-record-invalid.record' }, nodeSpan(document.contents, text) ?? nowhere);
      return { pairs: [], events: [] };
    }
    return { pairs, events: pairs.filter(({ name }) => name === 'events').flatMap((pair) => eventsOf(pair, text, problems)) }; // prettier-ignore
  } catch (error) {
    // The YAML parser gives up on some texts that no person writes.
    const detail = error instanceof Error ? error.message : String(error);
    problems.add({ key: 'review-record-invalid.syntax', args: { detail } }, nowhere);
    return { pairs: [], events: [] };
  }
}

function eventsOf({ key, value }: YamlPair, text: string, problems: ProblemList): readonly ReviewEvent[] {
  const span = nodeSpan(key, text) ?? { start: 0, end: 0 };
  const written = nodeSpan(value, text);
  const isEmpty = written === undefined || written.start === written.end;
  const pairs = isEmpty ? [] : yamlPairs(value);
  if (pairs === undefined) {
    problems.add({ key: 'review-record-invalid.events' }, span);
    return [];
  }
  if (pairs.length > recordLimits.events) {
    problems.add({ key: 'review-record-invalid.many', args: { max: recordLimits.events } }, span);
  }
  const source = { text, report: (message: Message, at: Span) => { problems.add(message, at); } }; // prettier-ignore
  const seen = new Set<string>();
  return pairs.slice(0, recordLimits.events).flatMap((pair) => {
    if (seen.has(pair.name)) {
      const args = { key: pair.name.slice(0, 60) };
      problems.add({ key: 'review-record-invalid.twice', args }, nodeSpan(pair.key, text) ?? span);
    }
    seen.add(pair.name);
    const event = readEvent(pair, source);
    return event === undefined ? [] : [event];
  });
}

function headOf(
  path: string,
  pairs: readonly YamlPair[],
  problems: ProblemList,
): Pick<ReviewRecord, 'document' | 'documentSpan' | 'id'> {
  const document = topText(pairs, 'document');
  const id = topText(pairs, 'id');
  if (pairs.length > 0 && (document === undefined || document === '')) {
    problems.add({ key: 'review-record-invalid.missing', args: { name: 'document' } }, { start: 0, end: 0 });
  }
  const stated = document === undefined || document === '' ? documentOfRecordPath(path) : document;
  const node = pairs.find(({ name }) => name === 'document')?.value;
  const documentSpan = document === undefined || document === '' ? undefined : nodeSpan(node, problems.text);
  return { document: stated, ...(documentSpan && { documentSpan }), ...(id !== undefined && id !== '' && { id }) };
}

/** Events of both sides, equal ones once. */
function union(ours: readonly ReviewEvent[], theirs: readonly ReviewEvent[]): readonly ReviewEvent[] {
  const known = new Set(ours.map(signature));
  return [...ours, ...theirs.filter((event) => !known.has(signature(event)))];
}

function signature(event: ReviewEvent): string {
  return JSON.stringify({ ...event, span: undefined });
}

function ordered(events: readonly ReviewEvent[]): readonly ReviewEvent[] {
  return events.toSorted((a, b) => compareText(a.at, b.at) || compareText(a.key, b.key) || a.span.start - b.span.start);
}

function firstLineEnd(text: string): number {
  return /^[^\r\n]*/.exec(text)?.[0].length ?? 0;
}

/** Problems of one file, each place and message once: both sides of a conflict share most lines. */
class ProblemList {
  readonly found: RecordProblem[] = [];
  readonly #known = new Set<string>();
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  add(message: Message, { start, end }: Span): void {
    const span = { start: Math.min(start, this.text.length), end: Math.min(Math.max(start, end), this.text.length) };
    const name = `${span.start} ${JSON.stringify(message)}`;
    if (this.#known.has(name) || this.found.length >= recordLimits.problems) return;
    this.#known.add(name);
    this.found.push({ code: 'review-record-invalid', message, span });
  }
}
