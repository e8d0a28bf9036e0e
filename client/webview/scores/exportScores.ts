// The tables as Markdown and as CSV, with the rows that are shown and in their order. Pure.
import type { ScoredDocument, ScoreTable } from '../../../server/src/lsp/protocol.ts';
import type { ScoresTexts } from '../../src/scores/scoresMessages.ts';

export interface ShownTable {
  readonly table: ScoreTable;
  readonly documents: readonly ScoredDocument[];
  readonly texts: ScoresTexts;
}

/** The table of dimensions with averages, as the server wrote it, then the documents. */
export function asMarkdown({ table, documents, texts }: ShownTable): string {
  const heads = [texts.document, texts.score, ...table.dimensions.map(({ name }) => name), texts.best];
  const rows = documents.map((document) => [
    `[${inLink(document.title)}](<${document.path.replace(/[<>]/g, encodeURIComponent)}>)`,
    scoreOf(document),
    ...table.dimensions.map((_, index) => levelOf(document, index)),
    bestOf(document),
  ]);
  const lines = [heads, heads.map((_, index) => (index === 0 || index === heads.length - 1 ? '---' : '---:')), ...rows];
  const list = lines.map(
    (cells, index) => `| ${cells.map((cell) => (index === 1 ? cell : inCell(cell))).join(' | ')} |`,
  );
  return [`# ${texts.title}`, '', table.markdown.trim(), '', `## ${texts.byDocument}`, '', ...list, ''].join('\n');
}

/** With a byte order mark: without it spreadsheets read Chinese text as something else. */
export function asCsv({ table, documents, texts }: ShownTable): string {
  const heads = [
    texts.document,
    texts.path,
    texts.score,
    texts.grade,
    texts.reviewed,
    ...table.dimensions.map(({ name }) => name),
    texts.questions,
    texts.best,
  ];
  const rows = documents.map((document) => [
    document.title,
    document.path,
    document.measured?.text ?? '',
    document.measured?.grade ?? '',
    document.reviewed?.text ?? '',
    ...table.dimensions.map((_, index) => levelOf(document, index)),
    String(document.open),
    bestOf(document),
  ]);
  return `\uFEFF${[heads, ...rows].map((cells) => cells.map(inCsv).join(',')).join('\r\n')}\r\n`;
}

function scoreOf({ measured }: ScoredDocument): string {
  return measured === undefined ? '' : [measured.grade ?? '', measured.text].filter(Boolean).join(' ');
}

function bestOf({ best }: ScoredDocument): string {
  return best === undefined ? '' : `${best.text} ${best.gainText}`;
}

function levelOf({ levels }: ScoredDocument, index: number): string {
  return String(levels[index]?.level ?? '');
}

function inLink(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}

function inCell(text: string): string {
  return text.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');
}

/** A text that a spreadsheet would run as a formula gets a sign before it that says it is text. */
function inCsv(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
