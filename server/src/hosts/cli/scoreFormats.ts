// Scores for people, programs, pages and spreadsheets. JSON is version 1 (schemas/score.schema.json): members are only added.
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import type { Message } from '../../core/finding.ts';
import { printable, renderMessage } from '../../core/messages/render.ts';
import { csvTable } from '../../features/roadmap/itemTable.ts';
import type { PlainTable } from '../../features/score/plainTable.ts';
import type { CommandLine } from './commandLine.ts';
import { documentLines, documentMarkdown, type ScoreWords } from './scoreDocumentText.ts';
import type { ScoredLibrary } from './scoreCommand.ts';
import type { ScoredText } from './scoreEngine.ts';
import type { Terminal } from './terminal.ts';
import { hasColor } from './writeReport.ts';

export interface ScoreOutput {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  /** One file was named: it is shown with its evidence. */
  readonly isOne: boolean;
}

export function scoreText(libraries: readonly ScoredLibrary[], output: ScoreOutput): string {
  const { line } = output;
  const only = output.isOne ? libraries[0]?.documents[0] : undefined;
  switch (line.scoreFormat) {
    case 'json':
      return json(
        only === undefined
          ? { version: 1, libraries: libraries.map(libraryJson) }
          : { version: 1, document: documentJson(only) },
      );
    case 'csv':
      return csv(libraries);
    case 'markdown':
      return only === undefined
        ? libraries.map((library) => libraryMarkdown(library, line)).join('\n')
        : documentMarkdown(only, words(output));
    case 'pretty':
      return only === undefined
        ? libraries.map((library) => prettyLibrary(library, output)).join('\n')
        : `${documentLines(only, words(output)).join('\n')}\n`;
  }
}

function words({ line, terminal }: ScoreOutput): ScoreWords {
  const text = (message: Message): string => renderMessage(message, line.locale);
  return {
    text,
    colors: createColors(line.output === undefined && line.scoreFormat === 'pretty' && hasColor(terminal)),
  };
}

// ---- tables

function prettyLibrary({ root, tables, skipped }: ScoredLibrary, output: ScoreOutput): string {
  const { text, colors } = words(output);
  const lines = tables.flatMap(({ table }) => [
    colors.bold(`${printable(root)} · ${printable(table.standard.name)}`),
    ...aligned(documentRows(table, text)),
    '',
    ...aligned(dimensionRows(table, text)),
    '',
  ]);
  if (tables.length === 0) lines.push(text({ key: 'cli.score.none' }));
  lines.push(
    ...skipped.map(({ path, reason }) => colors.dim(text({ key: 'cli.score.skipped', args: { path, reason } }))),
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

type Text = ScoreWords['text'];

function documentRows({ dimensions, documents, average }: PlainTable, text: Text): readonly (readonly string[])[] {
  const head = [
    text({ key: 'score.table.document' }),
    ...dimensions.map(({ name }) => name),
    text({ key: 'score.table.total' }),
    text({ key: 'score.table.grade' }),
    text({ key: 'score.table.questions' }),
  ];
  const rows = documents.map(({ path, levels, measured, open }) => [
    path,
    ...levels.map(({ level, given }) => `${String(level ?? '–')}${given === undefined ? '' : ` (${String(given)})`}`),
    measured?.text ?? '–',
    measured?.grade ?? '–',
    String(open),
  ]);
  const means = [
    text({ key: 'score.table.average' }),
    ...dimensions.map((dimension) => dimension.average?.toFixed(1) ?? '–'),
    average?.text ?? '–',
    average?.grade ?? '–',
    '',
  ];
  return [head, ...rows, means];
}

function dimensionRows({ dimensions }: PlainTable, text: Text): readonly (readonly string[])[] {
  const head = (['dimension', 'average', 'note'] as const).map((name) => text({ key: `score.table.${name}` }));
  return [head, ...dimensions.map(({ name, averageText = '–', note }) => [name, averageText, note])];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const safe = rows.map((row) => row.map((cell) => printable(cell)));
  const widths = (safe[0] ?? []).map((_cell, column) => Math.max(...safe.map((row) => stringWidth(row[column] ?? ''))));
  return safe.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}

function libraryMarkdown({ tables, skipped }: ScoredLibrary, { locale }: CommandLine): string {
  const text: Text = (message) => renderMessage(message, locale);
  const parts = tables.map(({ table, documents }) => `## ${table.standard.name}\n\n${table.markdown}\n${documents}`);
  if (tables.length === 0) parts.push(`${text({ key: 'cli.score.none' })}\n`);
  const left = skipped.map(({ path, reason }) => `- ${text({ key: 'cli.score.skipped', args: { path, reason } })}\n`);
  return [...parts, ...(left.length > 0 ? [left.join('')] : [])].join('\n');
}

/** One line for each document and dimension: standards differ in their dimensions. */
function csv(libraries: readonly ScoredLibrary[]): string {
  const head = [
    'path',
    'title',
    'kind',
    'standard',
    'total',
    'max',
    'grade',
    'dimension',
    'weight',
    'level',
    'highest',
    'given',
  ];
  const rows = libraries.flatMap(({ documents }) =>
    documents.flatMap(({ row, score }) =>
      score.dimensions.map((dimension) => [
        ...[row.path, row.title, row.kind, row.standard],
        ...[row.measured?.value ?? '', row.measured?.max ?? '', row.measured?.grade ?? ''],
        ...[
          dimension.name,
          Math.round(dimension.weight * 100) / 100,
          dimension.level ?? '',
          dimension.max,
          dimension.given?.level ?? '',
        ],
      ]),
    ),
  );
  return csvTable([head, ...rows.map((cells) => cells.map((cell) => String(cell)))]);
}

// ---- JSON

function libraryJson({ root, documents, tables, skipped }: ScoredLibrary): unknown {
  return { root, tables: tables.map(({ table }) => tableJson(table)), documents: documents.map(documentJson), skipped };
}

function tableJson({ standard, dimensions, average }: PlainTable): unknown {
  return {
    standard: standardJson(standard),
    average: average ?? null,
    dimensions: dimensions.map(({ name, weight, max, origin, criterion, average: mean, count, note }) => ({
      ...{ name, weight, max, criterion, count, note },
      average: mean ?? null,
      origin: originJson(origin),
    })),
  };
}

function documentJson({ row, score }: ScoredText): unknown {
  const { standard, measured, reviewed, dimensions, actions, questions } = score;
  return {
    ...{ path: row.path, title: row.title, kind: row.kind, stage: row.stage },
    standard: standardJson(standard),
    measured: measured ?? null,
    reviewed: reviewed ?? null,
    dimensions: places(dimensions),
    actions: places(actions),
    questions,
  };
}

function standardJson({ name, path, version }: PlainTable['standard']): unknown {
  return { name, path, version: version ?? null };
}

/** Paths instead of URIs, one-based lines and columns instead of ranges. */
function places(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(places);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => {
      if (name === 'origin') return ['origin', originJson(member)];
      return name === 'range' ? ['range', rangeJson(member)] : [name, places(member)];
    }),
  );
}

function originJson(value: unknown): unknown {
  const { uri, line } = value as { uri: string; line: number }; // made by plainOrigin
  return { path: uri, line: line + 1 };
}

function rangeJson(value: unknown): unknown {
  const { start, end } = value as Record<'start' | 'end', { line: number; character: number }>; // a Range
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
