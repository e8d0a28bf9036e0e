// The words of a document in small pieces with exact places, so that all measures of text read alike. It judges nothing.
// Contents, metadata, references and change records are no words of the subject and give no pieces.
import type { ListItem, Nodes } from 'mdast';
import type { DocumentModel, Section, Table } from '../../model/documentModel.ts';
import { plainText, spanOf } from '../../model/plainText.ts';
import type { Span } from '../../sourceText.ts';
import { codeUnits } from './codeUnits.ts';
import { isApparatus } from './apparatus.ts';
import { firstFrom } from './ordered.ts';
import { readableText, sizeOf, splitSentences } from './words.ts';

/**
 * `sentence` of running text, first paragraph of a list `item`, table `row` (without the header), `label` (a line in bold
 * or a short line that ends in a colon), `figure` (line of a drawing or of a fence that names no language), `comment`
 * (words of a comment in code).
 */
export type UnitKind = 'sentence' | 'item' | 'row' | 'label' | 'figure' | 'comment';

export interface TextUnit {
  readonly kind: UnitKind;
  readonly span: Span;
  /** Its words without marks and addresses, at most 2,000 UTF-16 units of them; cells of a row joined by ` | `. */
  readonly text: string;
  /** The label or the list item that it stands under. */
  readonly label?: string;
  /** The innermost section; absent above the first heading. */
  readonly section?: Section;
  /** 字: a Chinese character is one, a word of other letters two; words of links, and gaps (待补充, TODO), are none. */
  readonly size: number;
}

/** The kinds that people write as text. What stands in fences has to be asked for. */
const TEXT_KINDS: ReadonlySet<UnitKind> = new Set<UnitKind>(['sentence', 'item', 'row', 'label']);

const known = new WeakMap<DocumentModel, readonly TextUnit[]>();

/** Every piece in document order. */
export function textUnits(model: DocumentModel): readonly TextUnit[] {
  const before = known.get(model);
  if (before !== undefined) return before;
  const units = readUnits(model);
  known.set(model, units);
  return units;
}

/** Pieces that begin inside `span`. */
export function unitsIn(model: DocumentModel, span: Span): readonly TextUnit[] {
  const units = textUnits(model);
  return units.slice(firstFrom(units, span.start), firstFrom(units, span.end));
}

/** Pieces of text that match, in document order; of `kinds` where given. */
export function unitsWith(
  model: DocumentModel,
  pattern: RegExp,
  kinds: ReadonlySet<UnitKind> = TEXT_KINDS,
): readonly TextUnit[] {
  return textUnits(model).filter((unit) => kinds.has(unit.kind) && pattern.test(unit.text));
}

// ---- reading

interface Frame {
  readonly node: Nodes;
  readonly label?: string;
  readonly isItemHead?: boolean;
}

interface Reading {
  readonly model: DocumentModel;
  readonly units: TextUnit[];
  readonly tables: ReadonlyMap<number, Table>;
  readonly sectionAt: (offset: number) => Section | undefined;
}

function readUnits(model: DocumentModel): readonly TextUnit[] {
  const reading: Reading = {
    model,
    units: [],
    tables: new Map(model.blocks.tables.map((table) => [table.span.start, table])),
    sectionAt: sectionFinder(model),
  };
  const codes = new Map(model.blocks.code.map((block) => [block.span.start, block]));
  const isLeftOut = exclusion(model);
  const stack: Frame[] = [{ node: model.tree }];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { node } = frame;
    const span = spanOf(node);
    if (node.type !== 'root' && isLeftOut(span)) continue;
    if (node.type === 'paragraph') addParagraph(frame, reading);
    else if (node.type === 'table') addRows(frame, reading);
    else if (node.type === 'code') {
      const block = codes.get(span.start);
      if (block === undefined) continue;
      for (const { kind, span: place, words } of codeUnits(model.source, block))
        add({ kind, span: place, text: words, label: frame.label }, reading);
    } else if ('children' in node && node.type !== 'heading') pushFrames(stack, frame);
  }
  return reading.units;
}

const CONTAINERS: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
]);

/** Children in order, each with the label that it stands under. */
function pushFrames(stack: Frame[], { node, label }: Frame): void {
  if (!('children' in node) || !CONTAINERS.has(node.type)) return;
  const frames: Frame[] = [];
  let current = label;
  for (const [index, child] of node.children.entries()) {
    const own = labelText(child);
    const isItemHead = isHead(node, child, index);
    const above = own === undefined ? current : label;
    frames.push({ node: child, ...(above !== undefined && { label: above }), ...(isItemHead && { isItemHead }) });
    if (isItemHead) current = headOf(node) ?? current;
    else if (own !== undefined) current = own;
    else if (child.type === 'heading' || child.type === 'paragraph') current = label;
  }
  for (const frame of frames.reverse()) stack.push(frame);
}

function isHead(parent: Nodes, child: Nodes, index: number): parent is ListItem {
  return index === 0 && parent.type === 'listItem' && child.type === 'paragraph';
}

const LABEL_LENGTH = 80;

function headOf(item: ListItem): string | undefined {
  const first = item.children[0];
  if (first === undefined || spanOf(first).end - spanOf(first).start > 2 * LABEL_LENGTH) return undefined;
  return plainText(first).trim();
}

/** The words of a line that only names what follows: all bold, or short and with a colon at its end. */
function labelText(node: Nodes): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const { start, end } = spanOf(node);
  if (end - start > 2 * LABEL_LENGTH) return undefined;
  const text = plainText(node).trim();
  const isShort = text.length <= LABEL_LENGTH && !text.includes('\n');
  if (isShort && /[:：]$/.test(text)) return text.slice(0, -1).trim();
  const words = node.children.filter((child) => child.type !== 'text' || /[\p{L}\p{N}]/u.test(child.value));
  return isShort && words.length === 1 && words[0]?.type === 'strong' ? text : undefined;
}

function addParagraph({ node, label, isItemHead }: Frame, reading: Reading): void {
  const span = spanOf(node);
  const own = labelText(node);
  if (isItemHead === true || own !== undefined) {
    const kind = isItemHead === true ? 'item' : 'label';
    add({ kind, span, text: own ?? reading.model.source.slice(span), label }, reading);
    return;
  }
  for (const sentence of splitSentences(reading.model.source.text, span))
    add({ kind: 'sentence', span: sentence, text: reading.model.source.slice(sentence), label }, reading);
}

function addRows({ node, label }: Frame, reading: Reading): void {
  for (const row of reading.tables.get(spanOf(node).start)?.rows ?? []) {
    const first = row[0];
    const last = row.at(-1);
    if (first === undefined || last === undefined) continue;
    const text = row.map((cell) => cell.text).join(' | ');
    add({ kind: 'row', span: { start: first.span.start, end: last.span.end }, text, label }, reading);
  }
}

interface Piece {
  readonly kind: UnitKind;
  readonly span: Span;
  readonly text: string;
  readonly label: string | undefined;
}

function add({ kind, span, text, label }: Piece, { units, sectionAt }: Reading): void {
  const words = readableText(text);
  if (!/[\p{L}\p{N}]/u.test(words)) return;
  const section = sectionAt(span.start);
  units.push({
    kind,
    span,
    text: words,
    ...(label !== undefined && { label }),
    ...(section !== undefined && { section }),
    size: sizeOf(text),
  });
}

/** Asked with growing offsets only. */
function sectionFinder({ sections }: DocumentModel): (offset: number) => Section | undefined {
  let index = 0;
  return (offset) => {
    while (index < sections.length && (sections[index]?.span.start ?? 0) <= offset) index += 1;
    return sections[index - 1];
  };
}

/** Whether a span lies in a part that says nothing about the subject; asked with growing offsets only. */
function exclusion({ metadata, toc, sections }: DocumentModel): (span: Span) => boolean {
  const spans = [
    ...metadata.map((block) => block.span),
    ...(toc === undefined ? [] : [toc.section.bodySpan]),
    ...sections.filter((section) => isApparatus(section)).map((section) => section.span),
  ].sort((a, b) => a.start - b.start);
  let index = 0;
  let reach = 0;
  return ({ start, end }) => {
    for (let next = spans[index]; next !== undefined && next.start <= start; next = spans[index]) {
      reach = Math.max(reach, next.end);
      index += 1;
    }
    return end <= reach;
  };
}
