// Which item or group a name means: by id, path, reference, number in a group, title, then by the most words in common.
import type { ItemFact } from '../facts.ts';
import type { Priority, Via } from '../plan.ts';
import { allItemsOf, eachItemOf, type GroupDraft, type ItemDraft } from './drafts.ts';
import type { Groups } from './joinGroups.ts';
import { NameIndex, onlyBest } from './nameIndex.ts';
import { nameKey, partsOfName } from './names.ts';

/** What else is known of the place that names something. */
export interface NameContext {
  readonly priority?: Priority;
  readonly group?: GroupDraft;
  /** How much in common is enough; 0.5 where nothing is said. */
  readonly threshold?: number;
  /** The words speak of several things: a group is meant rather than one of its items. */
  readonly isPlural?: boolean;
  /** Items that can be meant at all. */
  readonly isWanted?: (item: ItemDraft) => boolean;
}

export interface Named {
  readonly item?: ItemDraft;
  readonly group?: GroupDraft;
}

/** Some words of a text, and the items they mean. */
export interface NamedPart {
  readonly words: string;
  readonly items: readonly ItemDraft[];
  /** The group that they mean, where it is no single item. */
  readonly group?: GroupDraft;
}

export interface Names {
  add(item: ItemDraft): void;
  /** One more place that names the item. */
  mention(item: ItemDraft, fact: ItemFact): void;
  alias(item: ItemDraft, name: string): void;
  /** What a fact that is no definition means. */
  mentioned(fact: ItemFact): Named;
  /** The item or group of this name. */
  named(name: string, context?: NameContext): Named;
  /** What a text names: one thing, or several joined by 和; a part that names nothing has no items. */
  partsIn(text: string, context?: NameContext): readonly NamedPart[];
  /** The likeliest items, all that are equally likely. */
  tied(name: string, context: NameContext): readonly ItemDraft[];
  byId(id: string): ItemDraft | undefined;
  byNumber(number: string): ItemDraft | undefined;
}

const ENOUGH = 0.5;
export const NEARLY_THE_SAME = 0.6;
/** From here on two names of groups can mean one. */
const LIKE_A_GROUP = 0.6;

export function createNames(groups: Groups): Names {
  const index = new ItemIndex();
  const named = (name: string, context: NameContext = {}): Named => {
    const known = index.byId(name) ?? index.byReference(name) ?? choose(index.titles.exact(name), context);
    if (known !== undefined) return { item: known };
    const group = groups.names.exact(name).find((each) => isPossibleGroup(each, context));
    if (group !== undefined) return groupOrItem(group, context);
    return likeliest(name, context, index, groups);
  };
  const mentioned = (fact: ItemFact): Named => {
    const surely = index.sure(fact);
    if (surely !== undefined) return { item: surely };
    const group = fact.groupName === undefined ? undefined : groups.find(fact.groupName);
    const numbered = group && fact.number !== undefined ? index.numbered(group, fact.number) : undefined;
    return numbered === undefined ? mentionedByName(fact, group, named) : { item: numbered };
  };
  const partsIn: Names['partsIn'] = (text, context = {}) => {
    const part = (words: string, threshold = context.threshold): NamedPart => {
      const wanted = threshold === undefined ? context : { ...context, threshold };
      const found = named(words, wanted);
      const group = found.item === undefined ? found.group : undefined;
      return { words, items: itemsOf(found, wanted), ...(group && { group }) };
    };
    const parts = partsOfName(text);
    if (parts.length < 2) return [part(text)];
    const exactly = part(text, 1);
    if (exactly.items.length > 0) return [exactly];
    const each = parts.map((words) => part(words));
    return each.some(({ items }) => items.length > 0) ? each : [part(text)];
  };
  return {
    named,
    mentioned,
    partsIn,
    tied: (name, context) => tiedOf(index, name, context),
    add: (item) => {
      index.add(item);
    },
    alias: (item, name) => {
      index.alias(item, name);
    },
    mention: (item, fact) => {
      item.facts.push(fact);
      index.alias(item, fact.title);
    },
    byId: (id) => index.byId(id),
    byNumber: (number) => index.byNumber(number),
  };
}

function mentionedByName(fact: ItemFact, group: GroupDraft | undefined, named: Names['named']): Named {
  const priority = fact.priorities?.[0]?.value;
  const around: NameContext = { ...(group && { group }), isWanted: canBe(fact) };
  if (priority === undefined) return named(fact.title, around);
  const found = named(fact.title, { ...around, priority });
  if (found.item !== undefined || found.group !== undefined) return found;
  // Another priority is a contradiction of the plan rather than another item, where one name holds the other.
  const { item } = named(fact.title, { ...around, threshold: NEARLY_THE_SAME });
  return item !== undefined && isHeldBy(fact.title, item) ? { item } : {};
}

/** In one piece: 错误恢复 in 错误恢复指南, but not CAP验证工具 in CAP-ACID映射验证工具. */
export function isHeldBy(name: string, { definition }: ItemDraft): boolean {
  const [key, title] = [nameKey(name), nameKey(definition.title)];
  return title.includes(key) || key.includes(title);
}

function tiedOf(index: ItemIndex, name: string, context: NameContext): readonly ItemDraft[] {
  const likely = index.titles.likely(name, (item) => isPossible(item, context));
  const best = likely[0]?.score ?? 0;
  if (best < (context.threshold ?? ENOUGH)) return [];
  return likely.filter(({ score }) => score === best).map(({ target }) => target);
}

function likeliest(name: string, context: NameContext, index: ItemIndex, groups: Groups): Named {
  const threshold = context.threshold ?? ENOUGH;
  const likely = index.titles.likely(name, (item) => isPossible(item, context));
  const group = context.group ? undefined : groups.names.likely(name, (each) => isPossibleGroup(each, context))[0];
  const isMeant = context.isPlural === true ? ENOUGH : Math.max(LIKE_A_GROUP, likely[0]?.score ?? 0);
  if (
    group !== undefined &&
    group.score >= Math.max(threshold, isMeant) &&
    (context.isPlural === true || group.score > isMeant || likely[0] === undefined)
  )
    return groupOrItem(group.target, context);
  const item = onlyBest(likely, threshold);
  return item === undefined ? {} : { item };
}

/** One that has items which can be meant, or has none at all. */
function isPossibleGroup(group: GroupDraft, context: NameContext): boolean {
  let isEmpty = true;
  for (const item of eachItemOf(group)) {
    if (isPossible(item, context)) return true;
    isEmpty = false;
  }
  return isEmpty;
}

/** A group's name stands for its one item of the priority that the place speaks of, else for the group. */
function groupOrItem(group: GroupDraft, context: NameContext): Named {
  if (context.priority === undefined) return { group };
  let only: ItemDraft | undefined;
  let hasOthers = false;
  for (const item of eachItemOf(group)) {
    if (ownPriority(item) !== context.priority) hasOthers = true;
    else if (only === undefined) only = item;
    else return { group };
  }
  return only !== undefined && hasOthers ? { item: only, group } : { group };
}

function itemsOf({ item, group }: Named, context: NameContext): readonly ItemDraft[] {
  if (item !== undefined) return [item];
  if (group === undefined) return [];
  const items = allItemsOf(group);
  return items.filter((each) => isPossible(each, context));
}

function choose(items: readonly ItemDraft[], context: NameContext): ItemDraft | undefined {
  const isThere = (item: ItemDraft): boolean => isPossible(item, context);
  const { group } = context;
  const inGroup = group && items.find((item) => item.group === group && isThere(item));
  return inGroup ?? items.find(isThere);
}

function isPossible(item: ItemDraft, { priority, group, isWanted }: NameContext): boolean {
  const own = ownPriority(item);
  if (priority !== undefined && own !== undefined && own !== priority) return false;
  if (group !== undefined && !isInside(item.group, group)) return false;
  return isWanted?.(item) ?? true;
}

function isInside(group: GroupDraft | undefined, outer: GroupDraft): boolean {
  for (let each = group; each !== undefined; each = each.parent) if (each === outer) return true;
  return false;
}

const titleKeys = new WeakMap<ItemFact, string>();

function keyOf(fact: ItemFact): string {
  const key = titleKeys.get(fact) ?? nameKey(fact.title);
  titleKeys.set(fact, key);
  return key;
}

/** Rows of one table are different things, however alike their names are; the same name is the same thing twice. */
function canBe({ title, via }: ItemFact): (item: ItemDraft) => boolean {
  const key = nameKey(title);
  return (item) => keyOf(item.definition) === key || item.aliases.has(key) || via === 'item' || !isNamedVia(item, via);
}

/** How many facts of an item were looked through, and where they stand: facts are only ever added. */
const vias = new WeakMap<ItemDraft, { seen: number; readonly found: Set<Via> }>();

function isNamedVia(item: ItemDraft, via: Via): boolean {
  const known = vias.get(item) ?? { seen: 0, found: new Set() };
  vias.set(item, known);
  for (; known.seen < item.facts.length; known.seen++) {
    const fact = item.facts[known.seen];
    if (fact !== undefined) known.found.add(fact.via);
  }
  return known.found.has(via);
}

/** The same for the first priority. */
const priorities = new WeakMap<ItemDraft, { seen: number; value: Priority | undefined }>();

function ownPriority(item: ItemDraft): Priority | undefined {
  const known = priorities.get(item) ?? { seen: 0, value: undefined };
  priorities.set(item, known);
  for (; known.value === undefined && known.seen < item.facts.length; known.seen++) {
    known.value = item.facts[known.seen]?.priorities?.[0]?.value;
  }
  return known.value;
}

class ItemIndex {
  readonly titles = new NameIndex<ItemDraft>();
  readonly #ids = new Map<string, ItemDraft>();
  readonly #references = new Map<string, ItemDraft>();
  readonly #numbers = new Map<string, ItemDraft>();
  readonly #inGroups = new Map<GroupDraft, Map<string, ItemDraft>>();
  /** Undefined: two items have it. */
  readonly #paths = new Map<string, ItemDraft | undefined>();

  add(item: ItemDraft): void {
    const { id, reference, number, title, paths } = item.definition;
    this.titles.add(item, title);
    if (id !== undefined) remember(this.#ids, nameOf(id), item);
    if (reference !== undefined) remember(this.#references, nameOf(reference), item);
    if (number !== undefined) {
      remember(this.#numbers, number, item);
      if (item.group !== undefined) {
        const inGroup = this.#inGroups.get(item.group) ?? new Map<string, ItemDraft>();
        this.#inGroups.set(item.group, inGroup);
        remember(inGroup, number, item);
      }
    }
    for (const { path } of paths ?? []) this.#paths.set(path, this.#paths.has(path) ? undefined : item);
  }

  alias(item: ItemDraft, name: string): void {
    item.aliases.add(nameKey(name));
    this.titles.add(item, name);
  }

  byId(id: string): ItemDraft | undefined {
    return this.#ids.get(nameOf(id));
  }

  byReference(reference: string): ItemDraft | undefined {
    return this.#references.get(nameOf(reference));
  }

  byNumber(number: string): ItemDraft | undefined {
    return this.#numbers.get(number);
  }

  numbered(group: GroupDraft, number: string): ItemDraft | undefined {
    const own = this.#inGroups.get(group)?.get(number);
    if (own !== undefined) return own;
    for (const child of group.children) {
      const found = this.numbered(child, number);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** By what names one thing only. */
  sure({ id, reference, paths }: ItemFact): ItemDraft | undefined {
    const byName = (id && this.byId(id)) || (reference && this.byReference(reference)) || undefined;
    return byName ?? (paths ?? []).map(({ path }) => this.#paths.get(path)).find((item) => item !== undefined);
  }
}

function remember(map: Map<string, ItemDraft>, key: string, item: ItemDraft): void {
  if (!map.has(key)) map.set(key, item);
}

/** Ids and references keep their points and dashes: P0-1.3 is not P01-3. */
function nameOf(id: string): string {
  return id.trim().toLowerCase().replace(/\s+/g, ' ');
}
