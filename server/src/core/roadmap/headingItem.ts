// A heading and the fields that are stated for it as an item. Whether it is one is decided by who calls.
import type { BlockFields } from './blockFields.ts';
import type { ItemFact, PlanFact } from './facts.ts';
import type { ItemTitle } from './itemTitle.ts';
import type { Priority, Stated } from './plan.ts';
import type { HeadingLine } from './planText.ts';
import type { HeadValues } from './statedValues.ts';
import { priorityOfId } from './words/priority.ts';

/** The item, and its design notes as facts of their own. What the heading says comes before what the block says. */
export function headingItem(
  { line, span, section }: HeadingLine,
  title: ItemTitle,
  head: HeadValues,
  fields: BlockFields,
): readonly PlanFact[] {
  const { designNotes, ...stated } = fields;
  const { number } = title;
  const id = title.id ?? stated.id ?? (number?.includes('.') === true ? number : undefined);
  const item: ItemFact = {
    ...stated,
    ...head,
    fact: 'item',
    via: 'item',
    title: title.title,
    line,
    span: title.span,
    extent: section?.span ?? span,
    ...(number !== undefined && { number }),
    ...(id !== undefined && { id }),
    efforts: joined(head.efforts, stated.efforts),
    priorities: [...(head.priorities ?? []), ...(stated.priorities ?? []), ...idPriority(title, line)],
    statuses: joined(head.statuses, stated.statuses),
  };
  return [item, ...designNotes.map((note) => ({ ...note, fact: 'design-note' as const }))];
}

/** `P0-1` is the first task of P0. */
function idPriority({ id, span }: ItemTitle, line: number): readonly Stated<Priority>[] {
  const value = id === undefined ? undefined : priorityOfId(id);
  return value === undefined ? [] : [{ line, span, value, text: value, via: 'item' }];
}

function joined<T>(first: readonly T[] = [], second: readonly T[] = []): readonly T[] {
  return [...first, ...second];
}
