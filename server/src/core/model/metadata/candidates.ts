// Reads one block node as metadata, dialect by dialect. Whether it is accepted depends on its place: readMetadata.ts.
import type { Blockquote, List, Paragraph, RootContent, Table } from 'mdast';
import type { SourceText, Span } from '../../sourceText.ts';
import type { MetadataDialect, MetadataField } from '../documentModel.ts';
import { plainText, spanOf } from '../plainText.ts';
import { contentLines, LIST_MARKS, NO_MARKS, QUOTE_MARKS, readFieldLine } from './fieldLine.ts';
import type { ContentLine } from './fieldLine.ts';
import { isKnownKey } from './knownKeys.ts';
import { readTableFields } from './tableFields.ts';

/** A block that may be metadata. */
export interface Candidate {
  readonly dialect: MetadataDialect;
  readonly span: Span;
  readonly fields: readonly MetadataField[];
  /** Lines that hold a field, and all lines. */
  readonly fieldLines: number;
  readonly lines: number;
  readonly hasBold: boolean;
  readonly hasKnownKey: boolean;
  /** The first key is known, as in a list of metadata; in tables half of the keys. */
  readonly isMostlyKnown: boolean;
}

/** The fields of a quote, paragraph, list or two-column table; undefined for other nodes and where there is no field. */
export function readCandidate(node: RootContent, source: SourceText): Candidate | undefined {
  switch (node.type) {
    case 'blockquote':
      return readQuote(node, source);
    case 'paragraph':
      return readParagraph(node, source);
    case 'list':
      return readList(node, source);
    case 'table':
      return readTableCandidate(node, source);
    default:
      return undefined;
  }
}

interface LineFields {
  readonly fields: MetadataField[];
  fieldLines: number;
  lines: number;
  hasBold: boolean;
}

function readLines(source: SourceText, lines: readonly ContentLine[]): LineFields {
  const result: LineFields = { fields: [], fieldLines: 0, lines: lines.length, hasBold: false };
  for (const line of lines) {
    const reading = readFieldLine(source, line);
    if (reading === undefined) continue;
    result.fields.push(...reading.fields);
    result.fieldLines += 1;
    result.hasBold ||= reading.isBold;
  }
  return result;
}

function candidate(dialect: MetadataDialect, span: Span, read: LineFields): Candidate | undefined {
  if (read.fields.length === 0) return undefined;
  const { fields, fieldLines, lines, hasBold } = read;
  return {
    dialect,
    span,
    fields,
    fieldLines,
    lines,
    hasBold,
    hasKnownKey: fields.some((field) => isKnownKey(field.key)),
    isMostlyKnown: isKnownKey(fields[0]?.key ?? ''),
  };
}

function readParagraph(node: Paragraph, source: SourceText): Candidate | undefined {
  const read = readLines(source, contentLines(source, spanOf(node), NO_MARKS));
  return candidate(read.hasBold ? 'bold-lines' : 'plain-lines', spanOf(node), read);
}

function readList(node: List, source: SourceText): Candidate | undefined {
  const read = readLines(source, itemLines(node, source));
  return candidate('list', spanOf(node), read);
}

/** The first line of every item. */
function itemLines(node: List, source: SourceText): ContentLine[] {
  return node.children.flatMap((item) => {
    const first = item.children[0];
    return first?.type === 'paragraph'
      ? contentLines(source, { start: spanOf(item).start, end: spanOf(first).end }, LIST_MARKS).slice(0, 1)
      : [];
  });
}

/** Paragraphs and lists in a quote; a list after a field without value is that field's value. */
function readQuote(node: Blockquote, source: SourceText): Candidate | undefined {
  const total: LineFields = { fields: [], fieldLines: 0, lines: 0, hasBold: false };
  let listFields = 0;
  for (const child of node.children) {
    if (child.type === 'list' && giveItems(total.fields, child)) continue;
    if (child.type !== 'paragraph' && child.type !== 'list') continue;
    const lines = child.type === 'list' ? itemLines(child, source) : contentLines(source, spanOf(child), QUOTE_MARKS);
    const read = readLines(source, lines);
    for (const field of read.fields) total.fields.push(field);
    total.fieldLines += read.fieldLines;
    total.lines += read.lines;
    total.hasBold ||= read.hasBold;
    if (child.type === 'list') listFields += read.fields.length;
  }
  return candidate(listFields * 2 > total.fields.length ? 'quote-list' : 'quote', spanOf(node), total);
}

/** Gives a list to the last field where that has no value yet. */
export function giveItems(fields: MetadataField[], list: List): boolean {
  const last = fields.at(-1);
  if (last === undefined || last.value !== '' || last.items !== undefined) return false;
  const items = list.children.map((item) =>
    item.children[0]?.type === 'paragraph' ? plainText(item.children[0]) : '',
  );
  const valueSpan = spanOf(list);
  fields[fields.length - 1] = {
    ...last,
    items,
    value: items.join(', '),
    valueSpan,
    span: { start: last.span.start, end: valueSpan.end },
  };
  return true;
}

function readTableCandidate(node: Table, source: SourceText): Candidate | undefined {
  const read = readTableFields(node, source);
  if (read === undefined) return undefined;
  const known = read.fields.filter((field) => isKnownKey(field.key)).length;
  return {
    dialect: 'table',
    span: spanOf(node),
    fields: read.fields,
    fieldLines: read.fields.length,
    lines: read.rows,
    hasBold: true,
    hasKnownKey: known > 0,
    isMostlyKnown: known > 0 && (read.isKeyTable || known * 2 >= read.fields.length),
  };
}
