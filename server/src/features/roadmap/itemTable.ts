// All items as one table, for spreadsheets (CSV) and documents (Markdown).
import type { Locale, MessageKey } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { effortText, rangeLabel, slotsOf, stateLabel } from './labels.ts';
import { groupOf, milestoneLabel, milestoneOf, phaseLabel, phaseOf } from './owner.ts';
import type { RoadmapRow } from './rows.ts';

const COLUMNS: readonly (readonly [MessageKey, (row: RoadmapRow, locale: Locale) => string])[] = [
  ['column.plan', ({ read }) => read.plan.path],
  ['column.line', ({ item }) => String(item.line + 1)],
  ['column.id', ({ item }) => item.id ?? ''],
  ['column.title', ({ item }) => item.title],
  ['column.group', ({ item, read }) => groupOf(read.plan, item)?.title ?? ''],
  ['column.phase', ({ item, read }) => optional(phaseOf(read.plan, item), phaseLabel)],
  ['column.priority', ({ priority }) => priority ?? ''],
  ['column.effort', ({ effort }, locale) => (effort === undefined ? '' : effortText(effort.value, locale))],
  [
    'column.schedule',
    ({ item, read }) =>
      slotsOf(item, read.plan.slots)
        .map(({ range }) => rangeLabel(range))
        .join(' '),
  ],
  ['column.milestone', ({ item, read }) => optional(milestoneOf(read.plan, item), milestoneLabel)],
  ['column.stated', ({ stated }) => stated?.status.text ?? ''],
  ['column.state', ({ state }, locale) => stateLabel(state.state, locale)],
  ['column.drift', ({ hasDrift }) => (hasDrift ? '!' : '')],
  ['column.expected', ({ expectedSize }) => expectedSize?.text ?? ''],
  ['column.lines', ({ state }) => (state.lines === undefined ? '' : String(state.lines))],
  ['column.path', ({ state, item }) => state.path ?? state.plannedPath ?? item.paths[0]?.path ?? ''],
];

export function itemTable(rows: readonly RoadmapRow[], format: 'csv' | 'markdown', locale: Locale): string {
  const head = COLUMNS.map(([key]) => renderMessage({ key }, locale));
  const cells = rows.map((row) => COLUMNS.map(([, read]) => read(row, locale)));
  return format === 'csv' ? csvTable([head, ...cells]) : markdownTable(head, cells);
}

function optional<T>(value: T | undefined, label: (value: T) => string): string {
  return value === undefined ? '' : label(value);
}

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/\|/g, '\\|');
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
