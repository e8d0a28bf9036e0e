// What an item has from its group and phase, said with where it came from.
import type { Priority, Stated, StatedStatus, Via } from '../plan.ts';
import { byPlace, type GroupDraft, type ItemDraft } from './drafts.ts';

/** Its own, then those of its groups from the innermost, then those of its phase. */
export function prioritiesOf(item: ItemDraft): readonly Stated<Priority>[] {
  const own = item.facts.flatMap(({ priorities }) => priorities ?? []);
  const groups = groupsOf(item).flatMap(({ priorities }) => as(priorities, 'group'));
  const phase = as(item.phase?.facts.flatMap(({ priorities }) => priorities ?? []) ?? [], 'phase');
  return once([...own, ...groups, ...phase]);
}

/** Its own; where no line says one of the item itself, those of the nearest group, then of its phase. */
export function statusesOf(item: ItemDraft): readonly StatedStatus[] {
  const own = once(item.facts.flatMap(({ statuses }) => statuses ?? []));
  const boxes = own.some(({ isDerived }) => isDerived === true) ? [] : statusOfBoxes(item);
  const stated = [...own, ...boxes];
  if (own.some(({ isDerived }) => isDerived !== true)) return stated;
  const group = groupsOf(item).find(({ statuses }) => statuses.length > 0);
  if (group !== undefined) return [...stated, ...once(group.statuses)];
  const phase = item.phase?.facts.flatMap(({ statuses }) => statuses ?? []) ?? [];
  return [...stated, ...once(as(phase, 'phase').toSorted(byPlace))];
}

function groupsOf({ group }: ItemDraft): readonly GroupDraft[] {
  const groups: GroupDraft[] = [];
  for (let each = group; each !== undefined; each = each.parent) groups.push(each);
  return groups;
}

/** 3 of 8 boxes ticked, said at the first. */
function statusOfBoxes({ facts }: ItemDraft): readonly StatedStatus[] {
  const tasks = facts.flatMap((fact) => fact.tasks ?? []);
  const [first] = tasks;
  if (first === undefined) return [];
  const done = tasks.filter(({ isDone }) => isDone).length;
  const value = done === 0 ? 'open' : done === tasks.length ? 'done' : 'partial';
  const { line, box } = first;
  return [{ line, span: box, value, text: `${done}/${tasks.length}`, via: 'boxes', isDerived: true }];
}

function as<T extends { readonly via: Via }>(stated: readonly T[], via: Via): readonly T[] {
  return stated.map((each) => ({ ...each, via }));
}

function once<T extends Stated<unknown>>(stated: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return stated.filter(({ line, span, value, text }) => {
    const key = `${line}:${span.start}:${String(value)}:${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
