// The table of a library's scores as Markdown: dimensions with averages, as teams keep it by hand, and the documents.
import type { Message } from '../finding.ts';
import type { Locale } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import { measures } from '../measures/index.ts';
import type { ScoreRow } from './scoreRow.ts';
import type { ScoreTable, TableDimension } from './scoreTable.ts';
import type { Total } from './score.ts';
import { decimalsOf } from './totals.ts';

type Render = (message: Message) => string;

/** `| 维度 | 评估标准 | 平均分 | 备注 |` */
export function dimensionsMarkdown(table: ScoreTable, locale: Locale): string {
  const render: Render = (message) => renderMessage(message, locale);
  const head = (['dimension', 'criterion', 'average', 'note'] as const).map((name) =>
    render({ key: `score.table.${name}` }),
  );
  const rows = table.dimensions.map((dimension) => [
    `**${dimension.dimension.name}**`,
    dimension.criterion,
    averageText(dimension),
    noteOf(dimension, table, locale),
  ]);
  return lines([head, head.map(() => '---'), ...rows]);
}

export function documentsMarkdown(table: ScoreTable, locale: Locale): string {
  const render: Render = (message) => renderMessage(message, locale);
  const head = [
    render({ key: 'score.table.document' }),
    ...table.dimensions.map(({ dimension }) => dimension.name),
    render({ key: 'score.table.total' }),
    render({ key: 'score.table.grade' }),
    render({ key: 'score.table.questions' }),
  ];
  const rows = table.rows.map((row) => [
    row.path,
    ...row.levels.map(levelText),
    row.measured === undefined ? '–' : totalFigure(row.measured, table),
    row.measured?.grade ?? '–',
    String(row.open),
  ]);
  return lines([head, head.map(() => '---'), ...rows]);
}

/** `4`, with the reviewer's level behind it where there is one: `4 (5)`. */
function levelText({ level, given, isOutdated }: ScoreRow['levels'][number]): string {
  const measured = level === undefined ? '–' : String(level);
  return given === undefined ? measured : `${measured} (${String(given)}${isOutdated === true ? '?' : ''})`;
}

function totalFigure({ value }: Total, { rubric }: Pick<ScoreTable, 'rubric'>): string {
  return value.toFixed(decimalsOf(rubric));
}

/** `3.5/5.0`; empty where no document has a level. */
export function averageText({ average, max }: TableDimension): string {
  return average === undefined ? '–' : `${average.toFixed(1)}/${max.toFixed(1)}`;
}

/** What is lacking most often. */
export function noteOf({ lacking, count }: TableDimension, { rows }: ScoreTable, locale: Locale): string {
  if (count === 0) return renderMessage({ key: 'score.table.unmeasured' }, locale);
  if (lacking === undefined) return '';
  const name = measures.find(({ id }) => id === lacking.measure)?.names[locale][0] ?? lacking.text;
  return renderMessage({ key: 'score.table.lacking', args: { name, count: lacking.count, of: rows.length } }, locale);
}

function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('');
}

function cell(text: string): string {
  return text.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');
}
