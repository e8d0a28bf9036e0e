// The plan document as lines: headings, list lines, table rows, lines of text fences, everything else. It decides nothing
// about what a line means for a roadmap.
import type { CodeBlock, DocumentModel, Section, Table } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { flattenInline } from './inlineText.ts';
import { lineLabel } from './lineLabel.ts';
import type { FenceLine, ListLine, PlanLine, PlanText, RowLine } from './planText.ts';

/** Fences whose lines people write plans in; other languages are code. */
const TEXT_LANGUAGES = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'tree', 'ascii', 'yaml', 'yml', 'mermaid']);

/** Longer lines say nothing that a plan line says, and would cost time. */
const MAXIMUM_LINE = 2_000;

export function buildPlanText(path: string, model: DocumentModel): PlanText {
  const lines = readLines(model);
  const linesOf = (section: Section): readonly PlanLine[] => {
    const first = lowerBound(lines, section.bodySpan.start);
    const last = lowerBound(lines, section.span.end);
    return lines.slice(first, last);
  };
  return { path, model, lines, linesOf };
}

function lowerBound(lines: readonly PlanLine[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface ListState {
  readonly index: number;
  readonly indent: number;
  readonly depth: number;
}

function readLines(model: DocumentModel): readonly PlanLine[] {
  const { source } = model;
  const known = structuresOf(model);
  const lines: PlanLine[] = [];
  let open: ListState[] = [];
  let section: Section | undefined;
  for (let line = 0; line < source.lineCount; line++) {
    const heading = known.headings.get(line);
    if (heading !== undefined) {
      section = heading;
      open = [];
      const { start, end } = heading.heading.textSpan;
      if (end - start <= MAXIMUM_LINE) lines.push(headingLine(heading, line, source.slice({ start, end })));
      continue;
    }
    const span = source.lineSpan(line);
    if (span.end - span.start > MAXIMUM_LINE || known.skipped.has(line)) continue;
    const inSection = section === undefined ? {} : { section };
    const row = known.rows.get(line);
    const code = known.code.get(line);
    if (row !== undefined) {
      open = [];
      lines.push({ ...row, ...inSection });
    } else if (code === undefined) {
      const found = proseLine(source.text, span, line, open);
      if (found === undefined) continue;
      open = found.open(lines.length);
      lines.push({ ...found.line, ...inSection });
    } else if (code !== 'other') {
      const parent = open.findLast(({ indent }) => indent < indentOf(source.text, span));
      const fence = fenceLine(source.text, span, line, code);
      if (fence !== undefined)
        lines.push({ ...fence, ...inSection, ...(parent !== undefined && { parent: parent.index }) });
    }
  }
  return lines;
}

// ---- structures that the tree knows

interface Structures {
  readonly headings: ReadonlyMap<number, Section>;
  readonly rows: ReadonlyMap<number, RowLine>;
  /** Content lines of code blocks; 'other' for code in a programming language. */
  readonly code: ReadonlyMap<number, FenceBlock | 'other'>;
  readonly skipped: ReadonlySet<number>;
}

interface FenceBlock {
  readonly language: string;
  readonly block: number;
}

function structuresOf(model: DocumentModel): Structures {
  const { source } = model;
  const skipped = new Set<number>();
  const skip = ({ start, end }: Span): void => {
    if (end <= start) return;
    for (let line = source.lineAt(start); line <= source.lineAt(end - 1); line++) skipped.add(line);
  };
  if (model.toc !== undefined) skip(model.toc.listSpan);
  for (const block of model.metadata) if (block.dialect === 'yaml') skip(block.span);
  for (const comment of model.comments) skip(comment.span);
  const headings = new Map(model.sections.map((section) => [source.lineAt(section.heading.span.start), section]));
  for (const { heading } of model.sections) skip({ start: heading.span.start, end: heading.span.end });
  const code = new Map<number, FenceBlock | 'other'>();
  for (const block of model.blocks.code) addCode(block, model, code, skipped);
  const rows = new Map<number, RowLine>();
  for (const table of model.blocks.tables) addTable(table, model, rows, skipped);
  return { headings, rows, code, skipped };
}

function addCode(
  block: CodeBlock,
  { source }: DocumentModel,
  code: Map<number, FenceBlock | 'other'>,
  skipped: Set<number>,
): void {
  const language = (block.language ?? '').toLowerCase();
  const first = source.lineAt(block.span.start);
  const last = source.lineAt(Math.max(block.span.start, block.span.end - 1));
  const isPlain = block.isFenced && TEXT_LANGUAGES.has(language);
  for (let line = first; line <= last; line++) {
    const isContent =
      source.lineStart(line) >= block.contentSpan.start && source.lineStart(line) < block.contentSpan.end;
    if (block.isFenced && !isContent) skipped.add(line);
    else code.set(line, isPlain ? { language, block: first } : 'other');
  }
}

function addTable(
  { span, header, rows }: Table,
  { source }: DocumentModel,
  found: Map<number, RowLine>,
  skipped: Set<number>,
): void {
  const names = header.map((cell) => flattenInline(cell.text));
  const first = source.lineAt(span.start);
  // The line of dashes, and cells that run over it.
  skipped.add(first + 1);
  [header, ...rows].forEach((cells, index) => {
    const line = index === 0 ? first : first + 1 + index;
    const whole = source.lineSpan(line);
    const raw = source.slice(whole);
    found.set(line, {
      kind: 'row',
      line,
      span: whole,
      raw,
      rawStart: whole.start,
      text: flattenInline(raw),
      cells: cells.map((cell) => {
        const written = source.slice(cell.span);
        return { text: flattenInline(written), raw: written, span: cell.span };
      }),
      header: names,
      isHeader: index === 0,
    });
  });
}

function headingLine(section: Section, line: number, raw: string): PlanLine {
  const { heading, level } = section;
  return {
    kind: 'heading',
    level,
    line,
    span: heading.span,
    raw: raw.slice(0, MAXIMUM_LINE),
    rawStart: heading.textSpan.start,
    text: heading.text.slice(0, MAXIMUM_LINE),
    section,
  };
}

// ---- lines that only their own text tells

interface FoundLine {
  readonly line: PlanLine;
  /** The list lines that are open after this one, which gets the index. */
  readonly open: (index: number) => ListState[];
}

const QUOTE = /^[ \t]{0,3}(?:>[ \t]?)+/;
const LIST = /^(?:[-*+•]|(\d{1,9})[.)、])(?:[ \t]+|$)(\[[ xX✓✔]\](?:[ \t]+|$))?/;
const RULE = /^(?:[-*_][ \t]*){3,}$/;

function proseLine(text: string, span: Span, line: number, before: readonly ListState[]): FoundLine | undefined {
  const whole = text.slice(span.start, span.end);
  const quote = QUOTE.exec(whole)?.[0].length ?? 0;
  const indent = columnsOf(whole.slice(quote));
  const lead = quote + (/^[ \t]*/.exec(whole.slice(quote))?.[0].length ?? 0);
  const rest = whole.slice(lead).trimEnd();
  if (rest === '' || RULE.test(rest)) return undefined;
  const start = span.start + lead;
  const mark = LIST.exec(rest);
  if (mark !== null) return listLine(mark, { rest, start, line, indent, before });
  const own = { start, end: start + rest.length };
  const label = lineLabel(rest, start);
  const open = indent === 0 ? [] : before.filter((state) => state.indent < indent);
  const parent = open.at(-1)?.index;
  const found: PlanLine = {
    kind: 'text',
    line,
    span: own,
    raw: rest,
    rawStart: start,
    text: flattenInline(rest),
    isQuoted: quote > 0,
    indent,
    ...(label && { label }),
    ...(parent !== undefined && { parent }),
  };
  return { line: found, open: () => open };
}

interface ListInput {
  readonly rest: string;
  readonly start: number;
  readonly line: number;
  readonly indent: number;
  readonly before: readonly ListState[];
}

function listLine(mark: RegExpExecArray, { rest, start, line, indent, before }: ListInput): FoundLine {
  const raw = rest.slice(mark[0].length);
  const rawStart = start + mark[0].length;
  const above = before.filter((state) => state.indent < indent);
  const depth = above.length;
  const label = lineLabel(raw, rawStart);
  const box = mark[2];
  const boxStart = rawStart - (box?.length ?? 0);
  const parent = above.at(-1)?.index;
  const found: ListLine = {
    kind: 'list',
    line,
    span: { start, end: start + rest.length },
    raw,
    rawStart,
    text: flattenInline(raw),
    depth,
    indent,
    ...(mark[1] !== undefined && { number: Number(mark[1]) }),
    ...(box !== undefined && { isChecked: box[1] !== ' ', box: { start: boxStart, end: boxStart + 3 } }),
    ...(parent !== undefined && { parent }),
    ...(label && { label }),
  };
  return { line: found, open: (index) => [...above, { index, indent, depth }] };
}

function fenceLine(text: string, span: Span, line: number, { language, block }: FenceBlock): FenceLine | undefined {
  const whole = text.slice(span.start, span.end);
  const trimmed = whole.trim();
  if (trimmed === '') return undefined;
  const start = span.start + whole.indexOf(trimmed);
  return {
    kind: 'fence',
    line,
    span: { start, end: start + trimmed.length },
    raw: trimmed,
    rawStart: start,
    text: trimmed,
    language,
    block,
  };
}

function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character === '\t') columns += 4 - (columns % 4);
    else if (character === ' ') columns += 1;
    else break;
  }
  return columns;
}

function indentOf(text: string, span: Span): number {
  return columnsOf(text.slice(span.start, span.end));
}
