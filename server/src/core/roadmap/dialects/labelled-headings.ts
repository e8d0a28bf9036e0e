// Documents that are headings with their file below: `#### 1.1 name`, `**文件:** path`, `**预计行数:** ~800 行`, an outline.
// Headings that hold them are groups. A section that only has a file to refer to is no item.
import { readBlockFields, type BlockFields } from '../blockFields.ts';
import { defined, some } from '../defined.ts';
import type { Dialect, GroupFact, ItemFact, PlanFact } from '../facts.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import { planHeadings, type PlanHeading } from '../planHeadings.ts';
import type { HeadingLine, PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { kindOfWords } from '../words/kind.ts';
import type { LabelKind } from '../words/labels.ts';
import { prioritiesIn } from '../words/priority.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const labelledHeadings: Dialect = {
  name: 'labelled-headings',
  read(plan: PlanText): readonly PlanFact[] {
    const facts: PlanFact[] = [];
    const groups = new Map<number, HeadingLine>();
    const headings = planHeadings(plan);
    const lines = new Map(headings.map(({ line }) => [line.section, line]));
    for (const heading of headings) {
      const parent = lines.get(heading.line.section?.parent);
      const fact = itemOf(heading, parent);
      if (fact === undefined) continue;
      facts.push(fact);
      if (parent !== undefined && parent.level > 1) groups.set(parent.line, parent);
    }
    return [...facts, ...[...groups.values()].map(groupOf)];
  },
};

/** A heading with these and neither size nor outline is a task, which task-headings reads. */
const WORK: readonly LabelKind[] = ['effort', 'status', 'acceptance', 'dependency'];
const PLANNING: readonly LabelKind[] = ['priority', 'effort', 'status', 'expected-size'];

function itemOf({ line, body, hasChildren }: PlanHeading, parent: HeadingLine | undefined): ItemFact | undefined {
  if (line.level < 2 || hasChildren || isTimed(line)) return undefined;
  const title = readTitle(line.raw, line.rawStart);
  const fields = readBlockFields(body);
  if (title.title === '' || !isFiled(fields, title)) return undefined;
  const { kinds, ...stated } = fields;
  const isReport = kinds.has('highlights') && !PLANNING.some((each) => kinds.has(each));
  const head = headValues(line, title, 'item');
  return {
    ...stated,
    fact: 'item',
    // Highlights explain what a report's table has named; where there is none, they define all the same.
    via: isReport ? 'text' : 'item',
    line: line.line,
    span: title.span,
    title: title.title,
    extent: line.section?.span ?? line.span,
    ...defined({
      number: title.number,
      id: idOf(title),
      kind: kindOfWords(`${parent?.text ?? ''} ${line.text}`) ?? 'document',
      isOptional: head.isOptional,
      efforts: both(head.efforts, stated.efforts),
      priorities: both(head.priorities, stated.priorities),
      statuses: both(head.statuses, stated.statuses),
    }),
  };
}

/** `Day 1-2: name`, `Week 3: name`: read with the schedules. */
function isTimed({ raw }: HeadingLine): boolean {
  const found = timeRangeIn(raw.slice(0, 60));
  return found !== undefined && !/[\p{L}\p{N}]/u.test(raw.slice(0, found.index));
}

/** A number such as 1.1 is as good as an id. */
function idOf({ id, number }: ItemTitle): string | undefined {
  return id ?? (number?.includes('.') === true ? number : undefined);
}

function both<T>(head: readonly T[] | undefined, block: readonly T[] | undefined): readonly T[] | undefined {
  return some([...(head ?? []), ...(block ?? [])]);
}

/** A path, and what will be in it: a size, an outline, boxes for its parts. */
function isFiled({ kinds, paths, outline, tasks, expectedSize }: BlockFields, { number, id }: ItemTitle): boolean {
  if (!kinds.has('file') || (paths ?? []).length === 0) return false;
  if (expectedSize !== undefined || outline.length > 0) return true;
  const isNumbered = number !== undefined || id !== undefined;
  return isNumbered && tasks.length > 0 && !WORK.some((kind) => kinds.has(kind));
}

/** The heading over the items: `### 1. libraries Crate (4个高级主题)`. */
function groupOf(line: HeadingLine): GroupFact {
  const title = readTitle(line.raw, line.rawStart);
  const priorities = prioritiesIn(line.raw).map((found) => ({
    line: line.line,
    span: { start: line.rawStart + found.index, end: line.rawStart + found.index + found.text.length },
    value: found.value,
    text: found.text,
    via: 'group' as const,
  }));
  return {
    fact: 'group',
    via: 'group',
    line: line.line,
    span: title.span,
    title: title.title,
    extent: line.section?.span ?? line.span,
    ...(title.number !== undefined && { id: title.number }),
    ...(priorities.length > 0 && { priorities }),
  };
}
