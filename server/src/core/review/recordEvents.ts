// One entry of a record's events as a typed event; undefined, and reported, where it is none. What each kind holds is
// described for editors in schemas/review.schema.json.
import type { KeptLines } from '../archive/keptLines.ts';
import { nearest } from '../library/jsonNarrowing.ts';
import { EventReader, type EventSource } from './eventReader.ts';
import { recordLimits } from './recordLimits.ts';
import { normalTime, timeOfKey } from './recordTime.ts';
import { nodeSpan, yamlPairs, yamlText, type YamlPair } from './recordYaml.ts';
import type { CommentAnchor, ReviewEvent, Snapshot } from './reviewRecord.ts';

type Kind = ReviewEvent['kind'];
type Details<K extends Kind> = Omit<Extract<ReviewEvent, { kind: K }>, 'key' | 'at' | 'by' | 'span'>;

/** Every kind with what it holds besides key, time and person. */
const readers: { readonly [K in Kind]: (event: EventReader) => Details<K> } = {
  start: (event) => ({ kind: 'start', reviewers: event.texts('reviewers') }),
  answer: (event) => ({
    kind: 'answer',
    question: event.text('question'),
    ...optional('words', event.optionalText('words')),
    answer: event.choice('answer', ['yes', 'no', 'not-applicable'], 'no'),
    ...noteOf(event),
  }),
  level: (event) => ({
    kind: 'level',
    dimension: event.text('dimension'),
    level: event.count('level'),
    ...optional('reason', event.optionalText('reason', recordLimits.note)),
    content: event.text('content'),
  }),
  approve: (event) => {
    const inner = event.inner('snapshot');
    return {
      kind: 'approve',
      snapshot: inner === undefined ? nothing : snapshotOf(inner, event),
      levels: (inner ?? event).numberMap('levels'),
      dependsOn: (inner ?? event).textMap('dependsOn'),
      ...optional('standard', (inner ?? event).optionalText('standard')),
    };
  },
  reject: (event) => ({ kind: 'reject', note: event.text('note', recordLimits.note) }),
  publish: () => ({ kind: 'publish' }),
  reopen: (event) => ({ kind: 'reopen', ...noteOf(event) }),
  look: (event) => ({ kind: 'look', dependsOn: event.textMap('dependsOn') }),
  archive: (event) => {
    const inner = event.inner('snapshot');
    const snapshot = inner === undefined ? nothing : snapshotOf(inner, event);
    return {
      kind: 'archive',
      from: event.text('from'),
      to: event.text('to'),
      snapshot,
      ...optional('reason', event.optionalText('reason', recordLimits.note)),
      ...optional('successor', event.optionalText('successor')),
      ...(event.has('kept') && { kept: event.mappings('kept').map(keptOf) }),
    };
  },
  restore: (event) => ({ kind: 'restore', from: event.text('from'), to: event.text('to') }),
  comment: (event) => {
    const inner = event.has('anchor') ? event.inner('anchor') : undefined;
    return {
      kind: 'comment',
      thread: event.text('thread'),
      ...(inner && { anchor: anchorOf(inner) }),
      text: event.text('text', recordLimits.note),
    };
  },
  resolve: (event) => ({ kind: 'resolve', thread: event.text('thread') }),
  unresolve: (event) => ({ kind: 'unresolve', thread: event.text('thread') }),
};

const eventKinds: readonly string[] = Object.keys(readers);

/** The event of one pair of the record; undefined, and reported, where something that counts is missing or wrong. */
export function readEvent({ name: key, key: keyNode, value }: YamlPair, source: EventSource): ReviewEvent | undefined {
  const keySpan = nodeSpan(keyNode, source.text) ?? { start: 0, end: 0 };
  const pairs = yamlPairs(value);
  if (pairs === undefined || key.length > recordLimits.name) {
    source.report({ key: 'review-record-invalid.event', args: { key: key.slice(0, 60) } }, keySpan);
    return undefined;
  }
  const event = new EventReader(pairs, keySpan, source);
  const kind = kindOf(event);
  const at = timeOf(event, key);
  const by = event.text('by');
  if (kind === undefined) return undefined;
  const details = readers[kind](event);
  if (event.isBroken || at === undefined) return undefined;
  const end = nodeSpan(value, source.text)?.end ?? keySpan.end;
  return { key, at, by, span: { start: keySpan.start, end: Math.max(end, keySpan.end) }, ...details };
}

function kindOf(event: EventReader): Kind | undefined {
  const word = event.text('kind');
  if (isKind(word)) return word;
  const near = nearest(word, eventKinds);
  const known = eventKinds.join(', ');
  if (word !== '') {
    event.fail(
      near === undefined
        ? { key: 'review-record-invalid.kind', args: { word, known } }
        : { key: 'review-record-invalid.kind.near', args: { word, near } },
      'kind',
    );
  }
  return undefined;
}

function isKind(word: string): word is Kind {
  return Object.hasOwn(readers, word);
}

/** The key says it too, where somebody lost the line. */
function timeOf(event: EventReader, key: string): string | undefined {
  const text = event.optionalText('at');
  const at = text === undefined ? timeOfKey(key) : normalTime(text);
  if (at === undefined) event.fail({ key: 'review-record-invalid.time', args: { text: text ?? '' } }, 'at');
  return at;
}

const nothing: Snapshot = { content: '', sections: [] };

function snapshotOf(inner: EventReader, event: EventReader): Snapshot {
  const snapshot = {
    content: inner.text('content'),
    sections: inner.pairList('sections').map(([name, print]) => ({ name, print })),
    ...optional('version', inner.optionalText('version')),
  };
  if (inner.isBroken) event.isBroken = true;
  return snapshot;
}

function keptOf(inner: EventReader): KeptLines {
  const [is, was] = [inner.verbatim('is'), inner.verbatim('was')];
  return { path: inner.text('path'), line: inner.position('line'), is, was };
}

function anchorOf(inner: EventReader): CommentAnchor {
  return {
    section: inner.optionalText('section') ?? '',
    heading: inner.optionalText('heading') ?? '',
    ...optional('occurrence', inner.optionalCount('occurrence')),
    print: inner.optionalText('print') ?? '',
    ...optional('line', inner.optionalText('line', recordLimits.note)),
    ...optional('nth', inner.optionalCount('nth')),
  };
}

function noteOf(event: EventReader): { readonly note?: string } {
  return optional('note', event.optionalText('note', recordLimits.note));
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  // A computed key widens to an index signature; the object holds this one key.
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** The text of a field at the top of the record. */
export function topText(pairs: readonly YamlPair[], name: string): string | undefined {
  return yamlText(pairs.find((pair) => pair.name === name)?.value)?.trim();
}
