// The measured figures of a document, grouped as a reader sees them: one table, one output, one list, one comment. Targets,
// bounds, settings and limits are left out.
import type { DocumentModel, Table, TableCell } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import { fencesOf, placeIn, type Program } from '../code/programs.ts';
import { labelAbove, titlesAbove } from './surroundings.ts';
import { readFigures, type UnitKind } from './units.ts';
import { isMetric, isResultTitle, isSettingHeader, isTargetColumn, isTargetLine, isTargetTitle } from './words.ts';

export interface Figure {
  readonly span: Span;
  readonly kind: UnitKind;
  /** Row of the table, or line of the group. */
  readonly row: number;
  /** Column of the table; 0 elsewhere. */
  readonly column: number;
}

export interface FigureGroup {
  readonly kind: 'table' | 'output' | 'text' | 'comment';
  readonly span: Span;
  readonly table?: Table;
  readonly figures: readonly Figure[];
  /** Lines of the group that hold figures, joined; of a table its header and row labels. */
  readonly words: string;
}

interface Surroundings {
  readonly titles: readonly string[];
  readonly label: string;
}

const known = new WeakMap<DocumentModel, readonly FigureGroup[]>();

/** In document order. */
export function figureGroups(model: DocumentModel): readonly FigureGroup[] {
  const made = known.get(model);
  if (made !== undefined) return made;
  const groups = [
    ...model.blocks.tables.map((table) => readTable(model, table)),
    ...readOutputs(model),
    ...readComments(model),
    ...readTexts(model),
  ]
    .filter((group) => group !== undefined)
    .sort((a, b) => a.span.start - b.span.start);
  known.set(model, groups);
  return groups;
}

function surroundingsOf(model: DocumentModel, offset: number): Surroundings {
  return { titles: titlesAbove(model, offset), label: labelAbove(model, offset) };
}

interface Verdict {
  readonly isTarget: boolean;
  readonly isResult: boolean;
}

const verdicts = new WeakMap<readonly string[], Verdict>();

/** What the headings say, once for each section. */
function verdictOf(titles: readonly string[]): Verdict {
  const made = verdicts.get(titles);
  if (made !== undefined) return made;
  const [nearest = '', ...others] = titles;
  const isResult = isResultTitle(nearest);
  // “性能测试” inside “需求分析” holds results all the same.
  const verdict = { isTarget: isTargetTitle(nearest) || (!isResult && others.some(isTargetTitle)), isResult };
  verdicts.set(titles, verdict);
  return verdict;
}

function isUnderTarget({ titles, label }: Surroundings): boolean {
  return isTargetTitle(label) || verdictOf(titles).isTarget;
}

function isUnderResult({ titles, label }: Surroundings): boolean {
  return isResultTitle(label) || verdictOf(titles).isResult;
}

// ---- tables

function readTable(model: DocumentModel, table: Table): FigureGroup | undefined {
  const around = surroundingsOf(model, table.span.start);
  const headers = table.header.map(({ text }) => text);
  if (headers.some(isSettingHeader) || isUnderTarget(around)) return undefined;
  const isResult = isUnderResult(around);
  const isChange = headers.some((text) => /[前后]$|before|after|对比|baseline|优化/i.test(text));
  const figures = table.rows.flatMap((cells, row) => rowFigures({ cells, row, headers, isResult, isChange }));
  if (figures.length === 0) return undefined;
  const labels = table.rows.map((cells) => cells[0]?.text ?? '');
  return { kind: 'table', span: table.span, table, figures, words: [...headers, ...labels].join(' ') };
}

interface Row {
  readonly cells: readonly TableCell[];
  readonly row: number;
  readonly headers: readonly string[];
  readonly isResult: boolean;
  readonly isChange: boolean;
}

function rowFigures({ cells, row, headers, isResult, isChange }: Row): Figure[] {
  const label = cells[0]?.text ?? '';
  if (isTargetColumn(label)) return [];
  const figures: Figure[] = [];
  const common = `${label} ${headers[0] ?? ''}${isResult ? ' 性能 提升' : ''}${isChange ? ' 优化前' : ''}`;
  for (const [column, { text, span }] of cells.entries()) {
    const header = headers[column] ?? '';
    if (column === 0 || isTargetColumn(header)) continue;
    const kind = cellFigure(text, `${header} ${common}`, isChange || isResult);
    if (kind !== undefined) figures.push({ span, kind, row, column });
  }
  return figures;
}

const unitHeader = /QPS|TPS|RPS|IOPS|吞吐|[(（](?:ms|s|秒|毫秒|μs|µs|us|ns|%|MB|GB|MB\/s)[)）]|ops/i;

/** Kind of a cell that holds a figure: with its own unit, or a bare number whose header or row names one. */
function cellFigure(text: string, words: string, takesBounds: boolean): UnitKind | undefined {
  if (text.length > 60) return undefined;
  const figure = readFigures(text).find(({ isBound, kind }) => (takesBounds || !isBound) && isMetric(kind, words));
  if (figure !== undefined) return figure.kind;
  const isBare =
    /^[~≈约]?\s?[+-]?\d[\d,]{0,15}(?:\.\d{1,6})?\s?(?:[-~]\s?\d[\d,]{0,15}(?:\.\d{1,6})?)?\s?[万千kKM]?$/.test(text);
  return isBare && unitHeader.test(words) ? 'rate' : undefined;
}

// ---- lines

/** What stands behind it in one line is not read. */
const LONGEST_LINE = 2_000;

/** Figures of one line of text that are results. */
function lineFigures(
  whole: string,
  around: Surroundings,
  isResult: boolean,
): readonly { readonly part: Span; readonly kind: UnitKind }[] {
  const line = whole.length > LONGEST_LINE ? whole.slice(0, LONGEST_LINE) : whole;
  const all = readFigures(line);
  if (all.length === 0 || isTargetLine(line)) return [];
  const words = `${line} ${isResult ? '性能 提升' : ''} ${around.label}`;
  return all
    .filter(
      ({ kind, isBound }) =>
        !isBound && isMetric(kind, kind === 'percent' || kind === 'size' ? `${line} ${around.label}` : words),
    )
    .map(({ start, end, kind }) => ({ part: { start, end }, kind }));
}

/** Fences that hold no code: what came out of a run. */
function readOutputs(model: DocumentModel): (FigureGroup | undefined)[] {
  const programs = new Set(fencesOf(model).map(({ block }) => block));
  return model.blocks.code
    .filter((block) => block.isFenced && !block.isDiagram && !programs.has(block))
    .map((block) => {
      const around = surroundingsOf(model, block.span.start);
      if (isUnderTarget(around)) return undefined;
      const isResult = isUnderResult(around);
      const { source } = model;
      const first = source.lineAt(block.contentSpan.start);
      const last = source.lineAt(block.contentSpan.end);
      const figures: Figure[] = [];
      const words: string[] = [];
      for (let line = first; line <= Math.min(last, first + 2_000); line++) {
        const text = source.lineText(line);
        const start = source.lineStart(line);
        const found = lineFigures(text, around, isResult);
        if (found.length > 0) words.push(text.trim());
        for (const { part, kind } of found)
          figures.push({
            span: { start: start + part.start, end: start + part.end },
            kind,
            row: line - first,
            column: 0,
          });
      }
      return figures.length === 0
        ? undefined
        : { kind: 'output' as const, span: block.span, figures, words: words.join('\n') };
    });
}

/** Comments on lines of their own, in code and in fences of nothing else. */
function readComments(model: DocumentModel): (FigureGroup | undefined)[] {
  return fencesOf(model).map((program) => {
    if (!/\d/.test(program.text)) return undefined;
    const around = surroundingsOf(model, program.block.span.start);
    return isUnderTarget(around) ? undefined : commentGroup(model, program, around);
  });
}

function commentGroup(model: DocumentModel, program: Program, around: Surroundings): FigureGroup | undefined {
  const figures: Figure[] = [];
  const words: string[] = [];
  let span: Span | undefined;
  for (const [row, { body, start, end, isAlone, isDocumentation }] of program.comments.entries()) {
    if (!isAlone || isDocumentation || body.length > 200) continue;
    const found = lineFigures(body, { ...around, label: '' }, false);
    if (found.length === 0) continue;
    words.push(body);
    const place = placeIn(program, model.source, { start, end });
    span = { start: span?.start ?? place.start, end: place.end };
    for (const { kind } of found) figures.push({ span: place, kind, row, column: 0 });
  }
  return span === undefined ? undefined : { kind: 'comment', span, figures, words: words.join('\n') };
}

/** Lines of paragraphs and list items. */
function readTexts(model: DocumentModel): (FigureGroup | undefined)[] {
  const metadata = model.metadata.map(({ span }) => span);
  return model.blocks.paragraphs.map(({ span }) => {
    const text = model.source.slice(span);
    if (!/\d/.test(text) || metadata.some((one) => span.start >= one.start && span.end <= one.end)) return undefined;
    const around = surroundingsOf(model, span.start);
    if (isUnderTarget(around)) return undefined;
    const isResult = isUnderResult(around);
    const figures: Figure[] = [];
    let start = span.start;
    for (const [row, line] of text.split('\n').entries()) {
      // Digits of links, code and images say nothing about speed.
      const plain = line.replace(/`[^`]{0,200}`|\]\([^)]{0,300}\)/g, (hit) => ' '.repeat(hit.length));
      for (const { part, kind } of lineFigures(plain, around, isResult))
        figures.push({ span: { start: start + part.start, end: start + part.end }, kind, row, column: 0 });
      start += line.length + 1;
    }
    return figures.length === 0 ? undefined : { kind: 'text' as const, span, figures, words: text };
  });
}
