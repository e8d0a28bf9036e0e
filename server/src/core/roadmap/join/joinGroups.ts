// Groups: headings and bold lines that hold items, nested by extent, and the lines that name them again.
import type { GroupFact } from '../facts.ts';
import { byPlace, isEmpty, placeOf, uniqueKey, type GroupDraft } from './drafts.ts';
import { nameKey } from './names.ts';
import { NameIndex, onlyBest } from './nameIndex.ts';

/** Below this two names of groups are two groups. */
const SAME_GROUP = 0.6;

/** Kinds of place that introduce a group; others name one again, and define it only where nothing else does. */
const DEFINING = new Set(['group', 'item', 'text', 'phase']);

export interface Groups {
  readonly all: GroupDraft[];
  readonly names: NameIndex<GroupDraft>;
  /** The group of this id or name: `任务组 1`, `libraries` for `libraries Crate`. */
  find(name: string): GroupDraft | undefined;
  define(fact: GroupFact): GroupDraft;
}

export function joinGroups(facts: readonly GroupFact[]): Groups {
  const groups = emptyGroups();
  const isDefining = (fact: GroupFact): boolean => DEFINING.has(fact.via) && !isEmpty(fact.extent);
  const byLine = new Map<number, GroupDraft>();
  for (const fact of facts.filter(isDefining).toSorted(byPlace)) {
    const same = byLine.get(fact.line);
    if (same === undefined) byLine.set(fact.line, groups.define(fact));
    else addGroupFact(same, fact);
  }
  nest(groups.all);
  for (const fact of facts.filter((each) => !isDefining(each)).toSorted(byPlace)) {
    const known = (fact.id === undefined ? undefined : groups.find(fact.id)) ?? groups.find(fact.title);
    if (known !== undefined) addGroupFact(known, fact);
    else if (!isEmpty(fact.extent)) groups.define(fact);
  }
  return groups;
}

function emptyGroups(): Groups {
  const all: GroupDraft[] = [];
  const names = new NameIndex<GroupDraft>();
  const byId = new Map<string, GroupDraft>();
  const used = new Set<string>();
  const define = (fact: GroupFact): GroupDraft => {
    const draft: GroupDraft = {
      key: uniqueKey(fact.id ?? nameKey(fact.title), used),
      definition: fact,
      facts: [],
      mentions: [],
      items: [],
      children: [],
      priorities: [],
      statuses: [],
    };
    all.push(draft);
    names.add(draft, fact.title);
    const folder = fact.directory?.path.split('/').findLast((part) => part !== '');
    if (folder !== undefined) names.add(draft, folder.replace(/^\d{1,4}[_\-. ]+/, ''));
    if (fact.id !== undefined && !byId.has(nameKey(fact.id))) byId.set(nameKey(fact.id), draft);
    addGroupFact(draft, fact);
    return draft;
  };
  const find = (name: string): GroupDraft | undefined =>
    byId.get(nameKey(name)) ?? names.exact(name)[0] ?? onlyBest(names.likely(name), SAME_GROUP);
  return { all, names, find, define };
}

export function addGroupFact(group: GroupDraft, fact: GroupFact): void {
  group.facts.push(fact);
  group.mentions.push({ ...placeOf(fact), via: fact.via, title: fact.title });
  group.priorities.push(...(fact.priorities ?? []));
  group.statuses.push(...(fact.statuses ?? []));
}

function nest(groups: readonly GroupDraft[]): void {
  const open: GroupDraft[] = [];
  const ordered = groups.toSorted(
    ({ definition: a }, { definition: b }) => a.extent.start - b.extent.start || b.extent.end - a.extent.end,
  );
  for (const group of ordered) {
    const { start, end } = group.definition.extent;
    while (open.length > 0 && (open.at(-1)?.definition.extent.end ?? 0) <= start) open.pop();
    const parent = open.findLast(({ definition }) => definition.extent.end >= end);
    if (parent !== undefined) {
      group.parent = parent;
      parent.children.push(group);
    }
    open.push(group);
  }
}
