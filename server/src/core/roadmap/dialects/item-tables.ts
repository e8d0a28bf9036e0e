// Tables with one item in each row: `| 主题 | Crate | 优先级 | 状态 | 完成度 |`, `| # | 主题 | Crate | 行数 | 状态 |`.
// Rows of totals, categories, milestones, phases and risks are no items.
import { sizeOfCell } from '../blockFields.ts';
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { Stated, StatedStatus } from '../plan.ts';
import type { PlanText, RowLine } from '../planText.ts';
import { columnKindOf, type ColumnKind } from '../words/columns.ts';
import { effortIn } from '../words/effort.ts';
import { kindOfWords } from '../words/kind.ts';
import { pathsIn } from '../words/path.ts';
import { priorityOfCell } from '../words/priority.ts';
import { statusOf } from '../words/status.ts';

export const itemTables: Dialect = {
  name: 'item-tables',
  read(plan: PlanText): readonly PlanFact[] {
    const facts: PlanFact[] = [];
    let columns: Columns | undefined;
    for (const line of plan.lines) {
      if (line.kind !== 'row') columns = undefined;
      else if (line.isHeader) columns = columnsOf(line);
      else if (columns !== undefined) facts.push(...itemOf(line, columns));
    }
    return facts;
  },
};

type Columns = Partial<Record<ColumnKind, number>>;
type Cell = RowLine['cells'][number];

/** Columns of other tables: categories with counts, risks, milestones, comparisons. */
const OTHER_TABLE =
  /数$|数量|风险|影响|概率|里程碑|milestone|risk|probability|impact|之前|之后|before|after|指标|metric/i;
const PHASE = /^\P{L}*(?:阶段|phase|stage|week|周次?|时间段?|日期)$/iu;
const PLANNED: readonly ColumnKind[] = ['priority', 'status', 'percent', 'expected-size'];

function columnsOf({ header }: RowLine): Columns | undefined {
  const columns: Columns = {};
  header.forEach((name, index) => {
    const kind = columnKindOf(name);
    if (kind !== undefined) columns[kind] ??= index;
    else if (OTHER_TABLE.test(name) || (index === 0 && PHASE.test(name))) columns.title = -1;
  });
  if (columns.title === undefined || columns.title < 0) return undefined;
  return PLANNED.some((kind) => columns[kind] !== undefined) ? columns : undefined;
}

const NO_ITEM =
  /^(?:总计|合计|小计|总|平均|total|sum|subtotal|average|\.{2,}|…|-)|^(?:phase|阶段|week|day|里程碑|m)\s*\d/i;

function itemOf(row: RowLine, columns: Columns): readonly ItemFact[] {
  const cell = (kind: ColumnKind): Cell | undefined => row.cells[columns[kind] ?? -1];
  const named = cell('title');
  if (named === undefined || named.text === '') return [];
  const title = readTitle(named.raw, named.span.start);
  if (title.title === '' || NO_ITEM.test(title.title)) return [];
  const number = cell('number')?.text;
  const isNumbered = number !== undefined && number !== '';
  const group = cell('group')?.text;
  const isId = isNumbered && !/^\d+(?:\.\d+)*$/.test(number);
  const kind = kindOfWords(row.header[columns.title ?? -1] ?? '');
  const id = isId ? number : title.id;
  return [
    {
      fact: 'item',
      // A numbered row introduces what it names; a row of names only says how it stands.
      via: isNumbered ? 'item' : 'table',
      line: row.line,
      span: title.span,
      title: title.title,
      ...(kind && { kind }),
      ...(isNumbered && !isId && { number }),
      ...(id !== undefined && { id }),
      ...(group !== undefined && group !== '' && { groupName: group }),
      ...fieldsOf(row, cell, columns),
    },
  ];
}

function fieldsOf(row: RowLine, cell: (kind: ColumnKind) => Cell | undefined, columns: Columns): Partial<ItemFact> {
  const state = <T>(from: Cell | undefined, value: T | undefined, text?: string): Stated<T> | undefined =>
    from === undefined || value === undefined
      ? undefined
      : { line: row.line, span: from.span, via: 'table', value, text: text ?? from.text };
  const priority = state(cell('priority'), priorityOfCell(cell('priority')?.text ?? '')?.value);
  const effort = state(cell('effort'), effortIn(cell('effort')?.text ?? '')?.value);
  const owner = state(cell('owner'), cell('owner')?.text);
  const due = state(cell('due'), cell('due')?.text);
  const statuses = [...statusesOf(row, cell('status')), ...statusesOf(row, cell('percent'))];
  const file = cell('file');
  const paths = file === undefined ? [] : pathsIn(file.raw, file.span.start, row.line);
  const depends = state(cell('dependency'), cell('dependency')?.text);
  return {
    ...sizesOf(row, cell, columns),
    ...(priority && { priorities: [priority] }),
    ...(effort && { efforts: [effort] }),
    ...(owner && { owner }),
    ...(due && { due }),
    ...(statuses.length > 0 && { statuses }),
    ...(paths.length > 0 && { paths }),
    ...(depends && !/^(?:无|none|-|—|)$/i.test(depends.value) && { dependencyTexts: [depends] }),
  };
}

function statusesOf(row: RowLine, cell: Cell | undefined): readonly StatedStatus[] {
  const found = cell === undefined ? undefined : statusOf(cell.text);
  if (cell === undefined || found === undefined) return [];
  const percent = found.percent === undefined ? {} : { percent: found.percent };
  return [{ line: row.line, span: cell.span, via: 'table', value: found.value, text: cell.text, ...percent }];
}

/** 行数 is a result where the table reports states, and a plan where it does not. */
function sizesOf(
  row: RowLine,
  cell: (kind: ColumnKind) => Cell | undefined,
  columns: Columns,
): Pick<ItemFact, 'expectedSize' | 'actualSize'> {
  const read = (kind: 'expected-size' | 'actual-size'): ItemFact['expectedSize'] => {
    const from = cell(kind);
    const size = from === undefined ? undefined : sizeOfCell(from.text, row.header[columns[kind] ?? -1] ?? '');
    if (from === undefined || size === undefined) return undefined;
    return { line: row.line, span: from.span, via: 'table', value: size.value, text: from.text };
  };
  const expected = read('expected-size');
  const actual = read('actual-size');
  const isReport = columns.status !== undefined || columns.percent !== undefined || expected !== undefined;
  const planned = expected ?? (isReport ? undefined : actual);
  return {
    ...(planned && { expectedSize: planned }),
    ...(actual && isReport && { actualSize: actual }),
  };
}
