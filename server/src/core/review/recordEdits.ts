// An event more in a record: the smallest edit of its text, or the text of a new record. Everything else in the file stays as
// people left it. Time, key and name come from the caller.
import { Document, isCollection, isMap, isPair, parseDocument, visit } from 'yaml';
import { compareText, type TextEdit } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import { isTooDeepYaml } from '../model/metadata/yamlDepth.ts';
import { conflictSides } from './recordConflicts.ts';
import { nodeSpan, yamlPairs, yamlText, type YamlPair } from './recordYaml.ts';
import type { ReviewEvent } from './reviewRecord.ts';

/** An event that is not in a file yet. */
export type NewEvent = ReviewEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'span'> : never) : never;

export interface RecordHead {
  /** Path of the document, as it is now. */
  readonly document: string;
  readonly id?: string | undefined;
}

export type RecordChange =
  | { readonly kind: 'create'; readonly text: string }
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** The file has to be mended first. */
  | { readonly kind: 'refused'; readonly because: 'conflict' | 'syntax' };

/** `text` undefined: there is no record yet. Several events go in their order. */
export function addEvents(text: string | undefined, events: readonly NewEvent[], head: RecordHead): RecordChange {
  if (text === undefined || text.trim() === '') {
    const body = headText(head) + eventLines(events, '  ').join('\n') + '\n';
    return text === undefined || text === ''
      ? { kind: 'create', text: body }
      : { kind: 'edits', edits: [{ span: { start: 0, end: text.length }, newText: body }] };
  }
  if (conflictSides(text) !== undefined) return { kind: 'refused', because: 'conflict' };
  const pairs = topPairs(text);
  if (pairs === undefined) return { kind: 'refused', because: 'syntax' };
  const insertion = insertionIn(text, pairs, events);
  if (insertion === undefined) return { kind: 'refused', because: 'syntax' };
  return {
    kind: 'edits',
    edits: [...headEdits(text, pairs, head), insertion].toSorted((a, b) => a.span.start - b.span.start),
  };
}

/** Edits that name another document in a record. */
export function renamedDocument(text: string, document: string): readonly TextEdit[] {
  const pairs = conflictSides(text) === undefined ? topPairs(text) : undefined;
  return pairs === undefined ? [] : headEdits(text, pairs, { document });
}

function headText({ document, id }: RecordHead): string {
  const lines = [`document: ${scalar(document)}`, ...(id === undefined ? [] : [`id: ${scalar(id)}`]), 'events:', ''];
  return lines.join('\n');
}

/** The document moved, or got its id. */
function headEdits(text: string, pairs: readonly YamlPair[], { document, id }: RecordHead): readonly TextEdit[] {
  const [stated, statedId] = ['document', 'id'].map((name) => pairs.find((pair) => pair.name === name));
  const span = nodeSpan(stated?.value, text);
  const first = nodeSpan(pairs[0]?.key, text)?.start ?? 0;
  const eol = lineEndingOf(text);
  if (stated === undefined)
    return [{ span: { start: first, end: first }, newText: `document: ${scalar(document)}${eol}` }];
  if (span === undefined) return [];
  const edits: TextEdit[] = [];
  if (yamlText(stated.value)?.trim() !== document) edits.push({ span, newText: scalar(document) });
  if (id !== undefined && statedId === undefined) {
    const end = lineEnd(text, span.end);
    edits.push({ span: { start: end, end }, newText: `${eol}id: ${scalar(id)}` });
  }
  return edits;
}

function insertionIn(text: string, pairs: readonly YamlPair[], events: readonly NewEvent[]): TextEdit | undefined {
  const own = pairs.filter(({ name }) => name === 'events').at(-1);
  if (own === undefined) {
    const eol = lineEndingOf(text);
    const lines = ['events:', ...eventLines(events, '  ')];
    return { span: { start: text.trimEnd().length, end: text.length }, newText: eol + lines.join(eol) + eol };
  }
  const span = nodeSpan(own.value, text);
  if (isMap(own.value) && own.value.flow === true && span !== undefined) return insertionInFlow(text, span, events);
  const entries = yamlPairs(own.value);
  if (entries === undefined && span !== undefined && span.start < span.end) return undefined;
  return insertionAfter(text, own, entries?.at(-1), events);
}

function insertionAfter(
  text: string,
  own: YamlPair,
  last: YamlPair | undefined,
  events: readonly NewEvent[],
): TextEdit {
  const eol = lineEndingOf(text);
  const ends = [own.key, last?.key, last?.value].map((node) => nodeSpan(node, text)?.end ?? 0);
  const end = lineEnd(text, Math.max(...ends));
  const newText = eol + eventLines(events, indentOf(last, text)).join(eol);
  return { span: { start: end, end }, newText: end === text.length ? newText + eol : newText };
}

/** `events: {}`, or a record that somebody wrote as JSON. */
function insertionInFlow(text: string, span: Span, events: readonly NewEvent[]): TextEdit {
  const eol = lineEndingOf(text);
  if (/^\{\s*\}$/.test(text.slice(span.start, span.end))) {
    return { span, newText: eol + eventLines(events, '  ').join(eol) };
  }
  const end = text.slice(0, span.end - 1).trimEnd().length;
  const flow = events.map((event) => flowText(event)).join(', ');
  return { span: { start: end, end }, newText: `${text[end - 1] === ',' ? '' : ','} ${flow}` };
}

/** Undefined for what can not be read as a record: nothing may be written into it. */
function topPairs(text: string): readonly YamlPair[] | undefined {
  if (isTooDeepYaml(text)) return undefined;
  try {
    const document = parseDocument(text, { uniqueKeys: false, schema: 'core', logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : yamlPairs(document.contents);
  } catch {
    // The YAML parser gives up on some texts that no person writes.
    return undefined;
  }
}

// ---- writing

/**
 * The first and the last line of an event, key and time, are found in no other event, and no more than three lines stand
 * between them that another event may have, too: so git does not weave two events into each other.
 */
function eventLines(events: readonly NewEvent[], indent: string): readonly string[] {
  return events.flatMap((event) => {
    const document = new Document({ [event.key]: fieldsOf(event) }, { schema: 'core' });
    visit(document, {
      Collection(_key, node, path) {
        const parent = path.at(-1);
        // Lines that are kept stand one below the other, so that people can read them.
        if (isPair(parent) && yamlText(parent.key) === 'kept') return;
        // Document, event map, pair, event, pair: everything deeper stands on the line of its name.
        if (path.length > 3) node.flow = true;
      },
    });
    return document
      .toString({ lineWidth: 0, indent: 2, doubleQuotedMinMultiLineLength: 1e9 })
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : indent + line));
  });
}

function flowText(event: NewEvent): string {
  const document = new Document({ [event.key]: fieldsOf(event) }, { schema: 'core' });
  if (isCollection(document.contents)) document.contents.flow = true;
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: false })
    .trim()
    .replace(/^\{|\}$/g, '');
}

/** In the order in which people read them; what was measured and printed at an approval stands in one line. */
function fieldsOf(event: NewEvent): Readonly<Record<string, unknown>> {
  return { kind: event.kind, by: event.by, ...detailsOf(event), at: event.at };
}

const common: ReadonlySet<string> = new Set(['key', 'at', 'by', 'kind', 'span']);

function detailsOf(event: NewEvent): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case 'approve': {
      const { snapshot, levels, dependsOn, standard } = event;
      const extra = standard === undefined ? {} : { standard };
      return { snapshot: { ...snapshotFields(snapshot, extra, levels), ...filled('dependsOn', dependsOn) } };
    }
    case 'archive': {
      const { from, to, reason, successor, snapshot, kept = [] } = event;
      return {
        from,
        to,
        ...(reason !== undefined && { reason }),
        ...(successor !== undefined && { successor }),
        snapshot: snapshotFields(snapshot, {}, {}),
        ...(kept.length > 0 && { kept }),
      };
    }
    default:
      return Object.fromEntries(Object.entries(event).filter(([name]) => !common.has(name)));
  }
}

type SnapshotOf = Extract<NewEvent, { kind: 'approve' }>['snapshot'];

function snapshotFields(
  { content, sections, version }: SnapshotOf,
  extra: Readonly<Record<string, string>>,
  levels: Readonly<Record<string, number>>,
): Readonly<Record<string, unknown>> {
  return {
    ...(version !== undefined && { version }),
    ...extra,
    ...filled('levels', levels),
    content,
    sections: sections.map(({ name, print }) => ({ [name]: print })),
  };
}

function filled(name: string, map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(map).toSorted(([a], [b]) => compareText(a, b));
  return entries.length === 0 ? {} : { [name]: Object.fromEntries(entries) };
}

function scalar(text: string): string {
  return new Document(text, { schema: 'core' }).toString({ lineWidth: 0 }).trim();
}

// ---- places

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function lineEndingOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

function indentOf(pair: YamlPair | undefined, text: string): string {
  const start = nodeSpan(pair?.key, text)?.start ?? 0;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return pair !== undefined && /^ +$/.test(line) ? line : '  ';
}
