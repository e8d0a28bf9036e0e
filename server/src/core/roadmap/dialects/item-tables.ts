// Tables with one item in each row: `| 主题 | Crate | 优先级 | 状态 | 完成度 |`, `| # | 主题 | Crate | 行数 | 状态 |`.
// Rows of totals, categories, milestones, phases and risks are no items.
import { sizeOfCell } from '../blockFields.ts';
import { defined, some } from '../defined.ts';
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import type { Section } from '../../model/documentModel.ts';
import { readTitle } from '../itemTitle.ts';
import type { Stated, StatedStatus } from '../plan.ts';
import type { PlanText, RowLine } from '../planText.ts';
import { columnKindOf, givesMilestones, type ColumnKind } from '../words/columns.ts';
import { effortIn } from '../words/effort.ts';
import { kindOfWords } from '../words/kind.ts';
import { pathsIn } from '../words/path.ts';
import { priorityOfCell } from '../words/priority.ts';
import { isNoDependency, leadingPhase } from '../words/references.ts';
import { statusOf } from '../words/status.ts';

export const itemTables: Dialect = {
  name: 'item-tables',
  read(plan: PlanText): readonly PlanFact[] {
    const facts: PlanFact[] = [];
    let columns: Columns | undefined;
    for (const line of plan.lines) {
      if (line.kind !== 'row') columns = undefined;
      else if (line.isHeader) columns = isForm(line.section) ? undefined : columnsOf(line);
      else if (columns !== undefined) facts.push(...itemOf(line, columns));
    }
    return facts;
  },
};

/** Below a phase a table of names and files says what the phase is about; elsewhere it is an index. */
function isInPhase(section: Section | undefined): boolean {
  for (let each = section; each !== undefined; each = each.parent) {
    if (leadingPhase(each.heading.text) !== undefined) return true;
  }
  return false;
}

/** The rows of a template stand for rows to come. */
function isForm(section: Section | undefined): boolean {
  for (let each = section; each !== undefined; each = each.parent) {
    if (each.level > 1 && /模板|样例|范例|\btemplate\b/i.test(each.heading.text)) return true;
  }
  return false;
}

type Columns = Partial<Record<ColumnKind, number>>;
type Cell = RowLine['cells'][number];

/** Columns of other tables: categories with counts, risks, milestones, comparisons. */
const OTHER_TABLE =
  /数$|数量|风险|影响|概率|里程碑|milestone|risk|probability|impact|之前|之后|before|after|指标|metric/i;
const PHASE = /^\P{L}*(?:阶段|phase|stage|week|周次?|时间段?|日期)$/iu;
const PLANNED: readonly ColumnKind[] = ['priority', 'status', 'percent', 'expected-size'];

function columnsOf({ header, section }: RowLine): Columns | undefined {
  const columns: Columns = {};
  header.forEach((name, index) => {
    const kind = columnKindOf(name);
    if (kind !== undefined) columns[kind] ??= index;
    else if (OTHER_TABLE.test(name) || (index === 0 && PHASE.test(name))) columns.title = -1;
  });
  if (columns.title === undefined || columns.title < 0) return undefined;
  if (columns.milestone !== undefined && !givesMilestones(header)) return undefined;
  const isPlanned = PLANNED.some((kind) => columns[kind] !== undefined);
  return isPlanned || (columns.file !== undefined && isInPhase(section)) ? columns : undefined;
}

const NO_ITEM =
  /^(?:总计|合计|小计|总|平均|total|sum|subtotal|average|\.{2,}|…|-)|^\d[\d,.]*$|^(?:phase|阶段|week|day|里程碑|m)\s*\d/i;

interface Row {
  readonly row: RowLine;
  readonly columns: Columns;
  readonly cell: (kind: ColumnKind) => Cell | undefined;
}

function itemOf(row: RowLine, columns: Columns): readonly ItemFact[] {
  const cell = (kind: ColumnKind): Cell | undefined => row.cells[columns[kind] ?? -1];
  const named = cell('title');
  const title = named && readTitle(named.raw, named.span.start);
  if (title === undefined || title.title === '' || NO_ITEM.test(title.title)) return [];
  const number = wordsOf(cell('number'));
  const isId = number !== undefined && !/^\d+(?:\.\d+)*$/.test(number);
  return [
    {
      fact: 'item',
      // A row with a number, or with a file and nothing of how it stands, introduces what it names; others say how it stands.
      via: number === undefined && PLANNED.some((kind) => columns[kind] !== undefined) ? 'table' : 'item',
      line: row.line,
      span: title.span,
      title: title.title,
      ...defined({
        kind: kindOfWords(row.header[columns.title ?? -1] ?? ''),
        number: isId ? undefined : number,
        id: isId ? number : title.id,
        groupName: wordsOf(cell('group')),
      }),
      ...fieldsOf({ row, columns, cell }),
    },
  ];
}

function wordsOf(cell: Cell | undefined): string | undefined {
  return cell === undefined || cell.text === '' ? undefined : cell.text;
}

function fieldsOf(place: Row): Partial<ItemFact> {
  const { row, cell } = place;
  const read = <T>(kind: ColumnKind, value: (text: string) => T | undefined): Stated<T> | undefined => {
    const from = cell(kind);
    const found = from === undefined || from.text === '' ? undefined : value(from.text);
    if (from === undefined || found === undefined) return undefined;
    return { line: row.line, span: from.span, via: 'table', value: found, text: from.text };
  };
  const each = <T>(stated: Stated<T> | undefined): readonly Stated<T>[] | undefined => stated && [stated];
  const file = cell('file');
  const paths = file === undefined ? [] : pathsIn(file.raw, file.span.start, row.line);
  return {
    ...sizesOf(place),
    ...defined({
      priorities: each(read('priority', (text) => priorityOfCell(text)?.value)),
      efforts: each(read('effort', (text) => effortIn(text)?.value)),
      owner: read('owner', (text) => text),
      due: read('due', (text) => text),
      milestone: read('milestone', (text) => (isNoDependency(text) ? undefined : text)),
      statuses: some([...statusesOf(row, cell('status')), ...statusesOf(row, cell('percent'))]),
      paths: some(paths),
      dependencyTexts: each(read('dependency', (text) => (isNoDependency(text) ? undefined : text))),
    }),
  };
}

function statusesOf(row: RowLine, cell: Cell | undefined): readonly StatedStatus[] {
  const found = cell === undefined ? undefined : statusOf(cell.text);
  if (cell === undefined || found === undefined) return [];
  const percent = found.percent === undefined ? {} : { percent: found.percent };
  return [{ line: row.line, span: cell.span, via: 'table', value: found.value, text: cell.text, ...percent }];
}

/** 行数 is a result where the table reports states, and a plan where it does not. */
function sizesOf({ row, columns, cell }: Row): Pick<ItemFact, 'expectedSize' | 'actualSize'> {
  const read = (kind: 'expected-size' | 'actual-size'): ItemFact['expectedSize'] => {
    const from = cell(kind);
    const size = from === undefined ? undefined : sizeOfCell(from.text, row.header[columns[kind] ?? -1] ?? '');
    if (from === undefined || size === undefined) return undefined;
    return { line: row.line, span: from.span, via: 'table', value: size.value, text: from.text };
  };
  const expected = read('expected-size');
  const actual = read('actual-size');
  const isReport = columns.status !== undefined || columns.percent !== undefined || expected !== undefined;
  return defined({
    expectedSize: expected ?? (isReport ? undefined : actual),
    actualSize: isReport ? actual : undefined,
  });
}
