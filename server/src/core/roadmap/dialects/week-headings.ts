// Tasks that are headings of a schedule: `#### Week 1-2: 映射关系深度分析 ✅ 已完成`, below them boxes, deliverables and criteria. A week
// that only holds points of a calendar is no task.
import { readBlockFields } from '../blockFields.ts';
import { defined, some } from '../defined.ts';
import type { Dialect, ItemFact, PlanFact, SlotFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import { planHeadings, type PlanHeading } from '../planHeadings.ts';
import type { PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const weekHeadings: Dialect = {
  name: 'week-headings',
  read: (plan: PlanText): readonly PlanFact[] => planHeadings(plan).flatMap(factsOf),
};

function factsOf({ line, body, hasChildren }: PlanHeading): readonly PlanFact[] {
  const found = timeRangeIn(line.raw.slice(0, 60));
  // Days are schedules of things that other places define.
  if (
    found === undefined ||
    found.value.unit === 'day' ||
    hasChildren ||
    /[\p{L}\p{N}]/u.test(line.raw.slice(0, found.index))
  )
    return [];
  const behind = line.raw.slice(found.index + found.text.length);
  const separator = /^[ \t]*[:：—–-]+[ \t]*/.exec(behind)?.[0].length;
  if (separator === undefined) return [];
  const at = found.index + found.text.length + separator;
  const title = readTitle(line.raw.slice(at), line.rawStart + at);
  const { kinds, ...fields } = readBlockFields(body);
  const isTask = kinds.has('tasks') || kinds.has('outputs') || (kinds.has('acceptance') && fields.tasks.length > 0);
  if (title.title === '' || !isTask) return [];
  const head = headValues(line, title, 'item');
  const place = { line: line.line, span: title.span };
  const item: ItemFact = {
    ...fields,
    fact: 'item',
    via: 'item',
    ...place,
    kind: 'task',
    title: title.title,
    extent: line.section?.span ?? line.span,
    ...defined({
      efforts: some([...(head.efforts ?? []), ...(fields.efforts ?? [])]),
      priorities: some([...(head.priorities ?? []), ...(fields.priorities ?? [])]),
      statuses: some([...(head.statuses ?? []), ...(fields.statuses ?? [])]),
    }),
  };
  const slot: SlotFact = { fact: 'slot', ...place, range: found.value, text: title.title, isBlock: false };
  return [item, slot];
}
