// Tables with one group of work in each row: `| 任务组 | 文档数 | 预计行数 | 优先级 |`. Rows name groups again, with their priority and state;
// they never define one.
import { defined } from '../defined.ts';
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { PlanText, RowLine } from '../planText.ts';
import { columnKindOf, type ColumnKind } from '../words/columns.ts';
import { priorityOfCell } from '../words/priority.ts';
import { statusOf } from '../words/status.ts';

export const groupTables: Dialect = {
  name: 'group-tables',
  read: (plan: PlanText): readonly PlanFact[] =>
    plan.lines.flatMap((line) => (line.kind === 'row' && !line.isHeader ? rowOf(line) : [])),
};

const GROUP = /^(?:任务组|工作组|文档组|工作流|(?:task |work |document )group|workstream|epic)$/i;

function rowOf(row: RowLine): readonly ItemFact[] {
  const [name] = row.cells;
  if (name === undefined || !GROUP.test(row.header[0]?.trim() ?? '')) return [];
  const title = readTitle(name.raw, name.span.start);
  if (title.title === '' || /^(?:总计|合计|小计|total)$/i.test(title.title)) return [];
  return [
    {
      fact: 'item',
      via: 'table',
      line: row.line,
      span: title.span,
      title: title.title,
      isMentionOnly: true,
      ...defined({ priorities: prioritiesOf(row), statuses: statusesOf(row) }),
    },
  ];
}

function cellOf(row: RowLine, ...kinds: readonly ColumnKind[]): RowLine['cells'][number] | undefined {
  return row.cells.find((_, index) => kinds.some((kind) => columnKindOf(row.header[index] ?? '') === kind));
}

function prioritiesOf(row: RowLine): ItemFact['priorities'] | undefined {
  const cell = cellOf(row, 'priority');
  const value = cell && priorityOfCell(cell.text)?.value;
  return cell && value && [{ line: row.line, via: 'table', span: cell.span, value, text: cell.text }];
}

function statusesOf(row: RowLine): ItemFact['statuses'] | undefined {
  const cell = cellOf(row, 'status', 'percent');
  const found = cell && statusOf(cell.text);
  return cell && found && [{ line: row.line, via: 'table', span: cell.span, value: found.value, text: cell.text }];
}
