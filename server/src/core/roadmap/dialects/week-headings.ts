// Tasks that are headings of a schedule: `#### Week 1-2: 映射关系深度分析 ✅ 已完成`, below them boxes, deliverables and criteria. A week
// that only holds points of a calendar is no task.
import { readBlockFields, type BlockFields } from '../blockFields.ts';
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import { planHeadings, type PlanHeading } from '../planHeadings.ts';
import type { HeadingLine, PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const weekHeadings: Dialect = {
  name: 'week-headings',
  read: (plan: PlanText): readonly PlanFact[] => planHeadings(plan).flatMap(factsOf),
};

/** The name behind the week or month that the heading begins with; when it is done is read with the other schedules. */
function headOf({ raw, rawStart }: HeadingLine): ItemTitle | undefined {
  const found = timeRangeIn(raw.slice(0, 60));
  if (found === undefined || found.value.unit === 'day' || /[\p{L}\p{N}]/u.test(raw.slice(0, found.index)))
    return undefined;
  const end = found.index + found.text.length;
  const separator = /^[ \t]*[:：—–-]+[ \t]*/.exec(raw.slice(end))?.[0].length;
  if (separator === undefined) return undefined;
  const title = readTitle(raw.slice(end + separator), rawStart + end + separator);
  return title.title === '' ? undefined : title;
}

function isWork({ kinds, tasks }: BlockFields): boolean {
  return kinds.has('tasks') || kinds.has('outputs') || (kinds.has('acceptance') && tasks.length > 0);
}

function factsOf({ line, body, hasChildren }: PlanHeading): readonly PlanFact[] {
  const found = hasChildren ? undefined : headOf(line);
  const fields = readBlockFields(found === undefined ? [] : body);
  if (found === undefined || !isWork(fields)) return [];
  const head = headValues(line, found, 'item');
  const item: ItemFact = {
    ...fields,
    fact: 'item',
    via: 'item',
    line: line.line,
    span: found.span,
    kind: 'task',
    title: found.title,
    extent: line.section?.span ?? line.span,
    efforts: [head.efforts, fields.efforts].flatMap((each) => each ?? []),
    priorities: [head.priorities, fields.priorities].flatMap((each) => each ?? []),
    statuses: [head.statuses, fields.statuses].flatMap((each) => each ?? []),
  };
  return [item];
}
