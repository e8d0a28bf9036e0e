// Tables that count what there is by category: `| 分类 | 案例数 | 文档编号前缀 | 状态 |`, with a 总计 row. A row names a group, its state and
// its size; a row of one that gives a whole id is an item where nothing else in the plan names it.
import type { Dialect, PlanFact, TotalFact } from '../facts.ts';
import type { FigureUnit, ItemKind, Place, StatedStatus } from '../plan.ts';
import type { PlanText, RowLine } from '../planText.ts';
import { unitOfNoun } from '../words/figure.ts';
import { labelKindOf } from '../words/labels.ts';
import { plainNumber } from '../words/size.ts';
import { statusOf } from '../words/status.ts';

export const categoryTables: Dialect = {
  name: 'category-tables',
  read: (plan) => tablesOf(plan).flatMap(tableFacts),
};

const NAME = /^(?:分类|类别|类型|领域|模块|category|type|area)(?:名称)?$/i;
const COUNT =
  /^(?:案例|文档|主题|任务|篇|文章)?(?:数量?|个数|总数)$|^(?:number of )?(?:cases|documents|topics|tasks|count)$|^number$/i;
const ID = /编号|前缀|\bid\b|prefix/i;
const SUM = /^(?:总计|合计|共计|小计|total|sum)$/i;
const WHOLE_ID = /^(?=[^\d]*\d)[A-Z][A-Z0-9]{1,24}(?:-[A-Z0-9]{1,32}){1,6}$/;

/** Rows without header, table by table. */
function tablesOf({ lines }: PlanText): readonly (readonly RowLine[])[] {
  const tables = new Map<readonly string[], RowLine[]>();
  for (const line of lines) {
    if (line.kind !== 'row' || line.isHeader) continue;
    const rows = tables.get(line.header);
    if (rows === undefined) tables.set(line.header, [line]);
    else rows.push(line);
  }
  return [...tables.values()];
}

interface Category {
  readonly row: RowLine;
  readonly name: string;
  readonly place: Place;
  readonly count: number;
  readonly text: string;
  readonly isSum: boolean;
}

function tableFacts(rows: readonly RowLine[]): readonly PlanFact[] {
  const header = rows[0]?.header ?? [];
  const columns = {
    name: header.findIndex((name) => NAME.test(name.trim())),
    count: header.findIndex((name) => COUNT.test(name.trim())),
    id: header.findIndex((name) => ID.test(name)),
  };
  if (columns.name < 0 || columns.count < 0) return [];
  const unit = unitOf(header[columns.count] ?? '');
  const categories = rows.flatMap((row) => categoryOf(row, columns) ?? []);
  const parts = categories.filter(({ isSum }) => !isSum);
  return categories.flatMap((category) => [
    countOf(category, unit, parts),
    ...(category.isSum ? [] : namesOf(category, category.row.cells[columns.id]?.text.trim() ?? '', unit)),
  ]);
}

function unitOf(header: string): FigureUnit {
  return unitOfNoun(header) ?? 'document';
}

function categoryOf(row: RowLine, columns: { readonly name: number; readonly count: number }): Category | undefined {
  const name = row.cells[columns.name];
  const count = row.cells[columns.count];
  if (name === undefined || count === undefined || !/^\d[\d,]{0,8}$/.test(count.text)) return undefined;
  return {
    row,
    name: name.text,
    place: { line: row.line, span: count.span },
    count: plainNumber(count.text),
    text: count.text,
    isSum: SUM.test(name.text),
  };
}

function countOf(
  { name, place, count, text, isSum }: Category,
  unit: FigureUnit,
  parts: readonly Category[],
): TotalFact {
  const stated = { fact: 'total', ...place, text, min: count, max: count, unit } as const;
  if (!isSum) return { ...stated, scope: { kind: 'group', of: name, label: name } };
  const places = parts.map((part) => ({ place: part.place, min: part.count, max: part.count }));
  return { ...stated, scope: { kind: 'column', label: name }, parts: places };
}

/** The row as a place that names its group, and as an item of its own where it is the only one. */
function namesOf({ row, name, count }: Category, id: string, unit: FigureUnit): readonly PlanFact[] {
  const { line, span } = row;
  const cell = row.cells.find((_, index) => labelKindOf(row.header[index] ?? '') === 'status');
  const status = cell && statusAt(cell.text, cell.span, line);
  const statuses = status && { statuses: [status] };
  const group: PlanFact = { fact: 'group', via: 'table', title: name, line, span, extent: span, ...statuses };
  if (count !== 1 || !WHOLE_ID.test(id)) return [group];
  const kind: ItemKind =
    unit === 'case' && status?.value === 'done' ? 'existing-case' : unit === 'case' ? 'case' : 'document';
  return [group, { fact: 'item', via: 'table', title: name, id, kind, line, span, ...statuses }];
}

function statusAt(text: string, span: Place['span'], line: number): StatedStatus | undefined {
  const found = statusOf(text);
  if (found === undefined) return undefined;
  return {
    line,
    span,
    value: found.value,
    text,
    via: 'table',
    ...(found.percent !== undefined && { percent: found.percent }),
  };
}
