// Joined drafts become the plan that others see: nothing is decided here any more.
import type { ItemFact } from '../facts.ts';
import type { Mention, Place, PlanGroup, PlanItem, PlanPhase, ScheduleSlot, StatedPath } from '../plan.ts';
import {
  allItemsOf,
  bare,
  byPlace,
  isEmpty,
  placeOf,
  type GroupDraft,
  type ItemDraft,
  type PhaseDraft,
  type SlotDraft,
} from './drafts.ts';
import { prioritiesOf, statusesOf } from './inherit.ts';

export function planItem(item: ItemDraft): PlanItem {
  const { definition, facts } = item;
  const priorities = prioritiesOf(item);
  const [priority] = priorities;
  const { id, number, title } = definition;
  return {
    ...placeOf(definition),
    key: item.key,
    ...(id !== undefined && { id }),
    ...(number !== undefined && { number }),
    kind: first(facts, ({ kind }) => kind) ?? 'task',
    title,
    extent: definition.extent ?? definition.span,
    mentions: mentionsOf(facts),
    paths: onePathEach(all(facts, ({ paths }) => paths)),
    ...(priority && { priority: priority.value }),
    priorities,
    ...measures(facts),
    statuses: statusesOf(item),
    ...(item.group && { group: item.group.key }),
    ...(item.phase && { phase: item.phase.key }),
    outline: all(facts, ({ outline }) => outline),
    tasks: all(facts, ({ tasks }) => tasks),
    acceptance: all(facts, ({ acceptance }) => acceptance),
    dependencyTexts: all(facts, ({ dependencyTexts }) => dependencyTexts),
    dependsOn: [...item.dependsOn],
    slots: item.slots,
    ...(item.milestone !== undefined && { milestone: item.milestone }),
    ...(item.gap !== undefined && { gap: item.gap }),
    ...people(facts),
    notes: all(facts, ({ notes }) => notes),
  };
}

function measures(facts: readonly ItemFact[]): Pick<PlanItem, 'efforts' | 'effort' | 'expectedSize' | 'actualSize'> {
  const efforts = all(facts, (fact) => fact.efforts);
  const effort = efforts.find(({ via }) => via === 'item') ?? efforts[0];
  const expectedSize = first(facts, (fact) => fact.expectedSize);
  const actualSize = first(facts, (fact) => fact.actualSize);
  return {
    efforts,
    ...(effort && { effort }),
    ...(expectedSize && { expectedSize }),
    ...(actualSize && { actualSize }),
  };
}

function people(facts: readonly ItemFact[]): Pick<PlanItem, 'owner' | 'due' | 'isOptional'> {
  const owner = first(facts, (fact) => fact.owner);
  const due = first(facts, (fact) => fact.due);
  const isOptional = facts.some((fact) => fact.isOptional === true);
  return { ...(owner && { owner }), ...(due && { due }), ...(isOptional && { isOptional }) };
}

/** The definition first, then by place, one for each name on a line. */
function mentionsOf(facts: readonly ItemFact[]): readonly Mention[] {
  const [definition, ...others] = facts.map(({ line, span, via, title }): Mention => ({ line, span, via, title }));
  const mentions = definition === undefined ? [] : [definition, ...others.toSorted(byPlace)];
  const seen = new Set<string>();
  return mentions.filter(({ line, title }) => {
    const key = `${line} ${title}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function onePathEach(paths: readonly StatedPath[]): readonly StatedPath[] {
  const seen = new Set<string>();
  return paths.filter(({ path }) => {
    if (seen.has(path)) return false;
    seen.add(path);
    return true;
  });
}

export function planGroup(group: GroupDraft): PlanGroup {
  const { definition, facts, priorities, statuses } = group;
  const [priority] = priorities;
  const directory = facts.map((fact) => fact.directory).find((each) => each !== undefined);
  return {
    ...placeOf(definition),
    key: group.key,
    ...(definition.id !== undefined && { id: definition.id }),
    title: definition.title,
    extent: definition.extent,
    ...(group.parent && { parent: group.parent.key }),
    items: allItemsOf(group)
      .toSorted((a, b) => byPlace(a.definition, b.definition))
      .map(({ key }) => key),
    ...(priority && { priority }),
    ...(priorities.length > 0 && { priorities }),
    ...(statuses.length > 0 && { statuses }),
    ...(directory && { directory }),
    mentions: group.mentions,
  };
}

export function planPhase(phase: PhaseDraft): PlanPhase {
  const { definition, facts } = phase;
  const priorities = facts.flatMap((fact) => fact.priorities ?? []);
  const efforts = facts.flatMap((fact) => fact.efforts ?? []);
  const [priority] = priorities;
  const [effort] = efforts;
  const range = definition.range ?? facts.map((fact) => fact.range).find((each) => each !== undefined);
  const title =
    definition.title === '' ? facts.map((fact) => fact.title).find((each) => each !== '') : definition.title;
  return {
    ...placeOf(definition),
    key: phase.key,
    id: definition.id,
    title: title ?? definition.id,
    extent: definition.extent,
    ...(priority && { priority }),
    priorities,
    ...(effort && { effort }),
    efforts,
    statuses: facts.flatMap((fact) => fact.statuses ?? []),
    ...(range && { range }),
    items: phase.items.toSorted((a, b) => byPlace(a.definition, b.definition)).map(({ key }) => key),
    dependencyTexts: facts.flatMap((fact) => fact.dependencyTexts ?? []),
    dependsOn: [...phase.dependsOn],
    tests: facts.flatMap((fact) => fact.tests ?? []),
    mentions: facts.map(({ line, span, via, title: name }) => ({ line, span, via, title: name })),
  };
}

export function planSlot({ fact, items, phase }: SlotDraft): ScheduleSlot {
  return { ...bare(fact), items: items.map(({ key }) => key), ...(phase && { phase: phase.key }) };
}

/** Two dialects may read the same words: once each. */
function all<T extends Place>(
  facts: readonly ItemFact[],
  pick: (fact: ItemFact) => readonly T[] | undefined,
): readonly T[] {
  const seen = new Set<string>();
  return facts
    .flatMap((fact) => pick(fact) ?? [])
    .filter(({ line, span }) => {
      const key = `${line}:${span.start}:${span.end}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function first<T>(facts: readonly ItemFact[], pick: (fact: ItemFact) => T | undefined): T | undefined {
  for (const fact of facts) {
    const value = pick(fact);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Groups that hold nothing and name nothing again are headings like any other. */
export function isGroup(group: GroupDraft): boolean {
  return allItemsOf(group).length > 0 || (group.definition.id !== undefined && !isEmpty(group.definition.extent));
}
