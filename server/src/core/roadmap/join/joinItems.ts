// Items: each definition, and every other place that names it. Which item a line means is decided here and in
// resolveNames.ts only.
import type { GroupFact, ItemFact } from '../facts.ts';
import { byPlace, innermost, isEmpty, uniqueKey, type GroupDraft, type ItemDraft } from './drafts.ts';
import { addGroupFact, type Groups } from './joinGroups.ts';
import { nameKey } from './names.ts';
import { createNames, isHeldBy, type Names } from './resolveNames.ts';

export interface Items {
  readonly all: ItemDraft[];
  readonly names: Names;
}

export function joinItems(facts: readonly ItemFact[], groups: Groups): Items {
  const all: ItemDraft[] = [];
  const names = createNames(groups);
  const extents = groups.all.filter(({ definition }) => !isEmpty(definition.extent));
  const around = innermost(facts, extents, ({ definition }) => definition.extent);
  const define = (fact: ItemFact): void => {
    const item = defineItem(fact, groupOf(fact, groups, around.get(fact)));
    all.push(item);
    names.add(item);
  };
  const isDefinition = ({ via, isMentionOnly }: ItemFact): boolean => via === 'item' && isMentionOnly !== true;
  const byLine = new Map<number, ItemDraft>();
  for (const fact of facts.filter(isDefinition).toSorted(byPlace)) {
    const same = byLine.get(fact.line);
    if (same !== undefined && isHeldBy(fact.title, same)) same.facts.push(fact);
    else {
      define(fact);
      const item = all.at(-1);
      if (item !== undefined) byLine.set(fact.line, item);
    }
  }
  for (const fact of onceEach(facts.filter((each) => !isDefinition(each)))) {
    const found = names.mentioned(fact);
    if (found.item !== undefined) names.mention(found.item, fact);
    else if (found.group !== undefined && found.group.definition.line !== fact.line)
      addGroupFact(found.group, asGroupMention(fact));
    else if (fact.isMentionOnly !== true) define(fact);
  }
  all.sort((a, b) => byPlace(a.definition, b.definition));
  giveKeys(all);
  return { all, names };
}

/** Two dialects may read one line: an overview knows more of it than a list. */
function onceEach(facts: readonly ItemFact[]): readonly ItemFact[] {
  const byName = new Map<string, ItemFact>();
  for (const fact of facts.toSorted(byPlace)) {
    const name = `${fact.line} ${nameKey(fact.title)}`;
    const known = byName.get(name);
    if (known === undefined || (known.via === 'list' && fact.via === 'overview')) byName.set(name, fact);
  }
  return [...byName.values()];
}

function defineItem(fact: ItemFact, group: GroupDraft | undefined): ItemDraft {
  const item: ItemDraft = {
    key: '',
    definition: fact,
    facts: [fact],
    slots: [],
    dependsOn: new Set(),
    aliases: new Set(),
  };
  if (group !== undefined) {
    item.group = group;
    group.items.push(item);
  }
  return item;
}

function groupOf(fact: ItemFact, groups: Groups, around: GroupDraft | undefined): GroupDraft | undefined {
  if (fact.groupName === undefined) return around;
  const named = groups.find(fact.groupName);
  if (named !== undefined) return named;
  const { line, span } = fact;
  const at = { start: span.start, end: span.start };
  return groups.define({ fact: 'group', title: fact.groupName, line, span, extent: at, via: fact.via });
}

function asGroupMention({ line, span, title, via, priorities, statuses }: ItemFact): GroupFact {
  return {
    fact: 'group',
    line,
    span,
    title,
    extent: { start: span.start, end: span.start },
    via,
    ...(priorities && { priorities }),
    ...(statuses && { statuses }),
  };
}

/** Id, number path (`1.2`, `任务组 2/1`), else the title: what stays the same while others come and go. */
function giveKeys(items: readonly ItemDraft[]): void {
  const used = new Set<string>();
  for (const item of items) {
    const { id, number, title } = item.definition;
    const group = item.group?.definition.id;
    const numbered =
      number?.includes('.') === true ? number : number && group !== undefined ? `${group}/${number}` : undefined;
    item.key = uniqueKey(id ?? numbered ?? nameKey(title), used);
  }
}
