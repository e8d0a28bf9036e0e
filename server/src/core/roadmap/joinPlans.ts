// Items that several plans name are one item with all its mentions. Joined by the file that they lead to, by a stated id,
// and between related plans by name. Pure; it looks at plans and paths only.
import { folderOf } from '../library/pathScope.ts';
import { resolveStatedPath } from './disk/resolvePath.ts';
import { fullKey, nameKey, tokensOf } from './join/names.ts';
import type { Plan, PlanItem } from './plan.ts';

export interface PlannedItem {
  readonly plan: Plan;
  readonly item: PlanItem;
}

/** The first is the item itself, the others are the same in other plans. */
export interface JoinedItem {
  readonly members: readonly [PlannedItem, ...PlannedItem[]];
}

/** Shorter names are no proof: 测试, 总结. */
const MIN_NAME = 4;
const WORK = /^(?:开发|编写|创建|新建|撰写|完成|实现|建立)(?=\p{L}{4})/u;
/** An id that belongs to the item and not to its place in the document (1.1, P0-3). */
const REAL_ID = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-\d{2,}$/;

/** `paths`: every file of the library; plans in the order in which their items come. Two items of one plan stay two. */
export function joinPlans(plans: readonly Plan[], paths: ReadonlySet<string>): readonly JoinedItem[] {
  const groups = new Groups(plans.flatMap((plan) => plan.items.map((item) => ({ plan, item }))));
  groups.joinBy(
    ({ plan, item }) => fileKeys(plan, item, paths),
    (a, b) => isAlike(a.item, b.item),
  );
  groups.joinBy(({ item }) => (item.id !== undefined && REAL_ID.test(item.id) ? [item.id] : []));
  const isRelated = relation(plans, groups.pairs());
  groups.joinBy(
    ({ item }) => namesOf(item),
    (a, b) => isRelated(a.plan, b.plan),
  );
  return groups.joined();
}

/**
 * Items of other plans that are the same as one of this plan, by key of that item. As `joinPlans`, but for one plan, and
 * each plan's keys are made once.
 */
export function sameInOthers(
  plan: Plan,
  others: readonly Plan[],
  paths: ReadonlySet<string>,
): ReadonlyMap<string, readonly PlannedItem[]> {
  const known = answers.get(plan);
  if (known?.others === others && known.paths === paths) return known.found;
  const own = keysOfPlan(plan, paths);
  const found = new Map<string, PlannedItem[]>();
  for (const other of others) {
    for (const [item, same] of samePairs({ plan, keys: own }, { plan: other, keys: keysOfPlan(other, paths) })) {
      found.set(item.key, [...(found.get(item.key) ?? []), { plan: other, item: same }]);
    }
  }
  answers.set(plan, { others, paths, found });
  return found;
}

interface PlanKeys {
  readonly plan: Plan;
  /** Keys that mean one item of the plan; by file and id, and by name. */
  readonly keys: { readonly strong: ReadonlyMap<string, PlanItem>; readonly names: ReadonlyMap<string, PlanItem> };
}

interface Answer {
  readonly others: readonly Plan[];
  readonly paths: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, readonly PlannedItem[]>;
}

const answers = new WeakMap<Plan, Answer>();
const planKeys = new WeakMap<Plan, { readonly paths: ReadonlySet<string>; readonly keys: PlanKeys['keys'] }>();

function keysOfPlan(plan: Plan, paths: ReadonlySet<string>): PlanKeys['keys'] {
  const known = planKeys.get(plan);
  if (known?.paths === paths) return known.keys;
  const strong = singleItems(plan.items, (item) => [
    ...fileKeys(plan, item, paths),
    ...(item.id !== undefined && REAL_ID.test(item.id) ? [`#${item.id}`] : []),
  ]);
  const keys = { strong, names: singleItems(plan.items, namesOf) };
  planKeys.set(plan, { paths, keys });
  return keys;
}

function singleItems(
  items: readonly PlanItem[],
  keysOf: (item: PlanItem) => readonly string[],
): ReadonlyMap<string, PlanItem> {
  const found = new Map<string, PlanItem | undefined>();
  for (const item of items) {
    for (const key of new Set(keysOf(item)))
      found.set(key, found.has(key) && found.get(key) !== item ? undefined : item);
  }
  const single = [...found].filter((entry): entry is [string, PlanItem] => entry[1] !== undefined);
  return new Map(single);
}

function samePairs(own: PlanKeys, other: PlanKeys): ReadonlyMap<PlanItem, PlanItem> {
  const pairs = new Map<PlanItem, PlanItem>();
  const taken = new Set<PlanItem>();
  const join = (mine: ReadonlyMap<string, PlanItem>, theirs: ReadonlyMap<string, PlanItem>): void => {
    for (const [key, item] of mine) {
      const same = theirs.get(key);
      if (same === undefined || pairs.has(item) || taken.has(same)) continue;
      if (isFile(key) && !isAlike(item, same)) continue;
      pairs.set(item, same);
      taken.add(same);
    }
  };
  join(own.keys.strong, other.keys.strong);
  if (pairs.size > 0 || folderOf(own.plan.path) === folderOf(other.plan.path)) join(own.keys.names, other.keys.names);
  return pairs;
}

function fileKeys(plan: Plan, item: PlanItem, paths: ReadonlySet<string>): readonly string[] {
  return item.paths.flatMap(({ path, note }) => {
    // A file that many items change belongs to none of them.
    if (note !== undefined && /修改|更新|modif|update/i.test(note)) return [];
    const resolution = resolveStatedPath(path, plan.path, paths);
    if (resolution.kind === 'file') return [resolution.path];
    return resolution.kind === 'missing' && !/[*?]/.test(resolution.planned) ? [resolution.planned] : [];
  });
}

/** Keys of files are paths, of ids `#…`. */
function isFile(key: string): boolean {
  return key.includes('.') && !key.startsWith('#');
}

/**
 * Two plans may name one file for different work: one writes the guide, the other mends its contents. The same item has
 * something of its name in both.
 */
function isAlike(a: PlanItem, b: PlanItem): boolean {
  const words = (item: PlanItem): ReadonlySet<string> =>
    new Set([item.title, ...item.mentions.map((mention) => mention.title)].flatMap((name) => [...tokensOf(name)]));
  const own = words(a);
  return [...words(b)].some((word) => own.has(word));
}

function namesOf(item: PlanItem): readonly string[] {
  const names = [item.title, ...item.mentions.map((mention) => mention.title)];
  // 开发物流系统案例 is the work on 物流系统案例.
  const things = names.map((name) => name.replace(WORK, ''));
  const keys = [...names, ...things].flatMap((name) => [nameKey(name), fullKey(name)]);
  return [...new Set(keys)].filter((key) => key.length >= MIN_NAME);
}

/** Plans speak of the same things where they lie in one folder or share an item by file or id. */
function relation(plans: readonly Plan[], pairs: readonly (readonly [Plan, Plan])[]): (a: Plan, b: Plan) => boolean {
  const shared = new Map<Plan, Set<Plan>>();
  for (const [a, b] of pairs) {
    shared.set(a, (shared.get(a) ?? new Set()).add(b));
    shared.set(b, (shared.get(b) ?? new Set()).add(a));
  }
  const folders = new Map(plans.map((plan) => [plan, folderOf(plan.path)]));
  return (a, b) => folders.get(a) === folders.get(b) || shared.get(a)?.has(b) === true;
}

class Groups {
  readonly #items: readonly PlannedItem[];
  readonly #order: ReadonlyMap<PlannedItem, number>;
  readonly #groupOf = new Map<PlanItem, PlannedItem[]>();

  constructor(items: readonly PlannedItem[]) {
    this.#items = items;
    this.#order = new Map(items.map((planned, index) => [planned, index]));
    for (const planned of items) this.#groupOf.set(planned.item, [planned]);
  }

  /** Joins what shares a key, where the key means one item in each plan. */
  joinBy(
    keysOf: (planned: PlannedItem) => readonly string[],
    mayJoin: (a: PlannedItem, b: PlannedItem) => boolean = () => true,
  ): void {
    const byKey = new Map<string, Map<Plan, Set<PlannedItem>>>();
    for (const planned of this.#items) {
      for (const key of keysOf(planned)) {
        const ofKey = byKey.get(key) ?? new Map<Plan, Set<PlannedItem>>();
        byKey.set(key, ofKey);
        ofKey.set(planned.plan, (ofKey.get(planned.plan) ?? new Set()).add(planned));
      }
    }
    for (const ofKey of byKey.values()) {
      const single = [...ofKey.values()].flatMap((found) => (found.size === 1 ? [...found] : []));
      for (const [first, second] of pairsOf(single)) if (mayJoin(first, second)) this.#join(first, second);
    }
  }

  /** Plans that share an item so far. */
  pairs(): readonly (readonly [Plan, Plan])[] {
    return this.joined().flatMap(({ members }) => members.slice(1).map(({ plan }) => [members[0].plan, plan] as const));
  }

  joined(): readonly JoinedItem[] {
    const seen = new Set<PlannedItem[]>();
    return this.#items.flatMap((planned) => {
      const group = this.#groupOf.get(planned.item) ?? [planned];
      if (seen.has(group)) return [];
      seen.add(group);
      const [first = planned, ...rest] = group;
      return [{ members: [first, ...rest] as const }];
    });
  }

  #join(a: PlannedItem, b: PlannedItem): void {
    const into = this.#groupOf.get(a.item) ?? [a];
    const from = this.#groupOf.get(b.item) ?? [b];
    const plans = new Set(into.map(({ plan }) => plan));
    if (into === from || from.some(({ plan }) => plans.has(plan))) return;
    const orderOf = (planned: PlannedItem): number => this.#order.get(planned) ?? 0;
    const all = [...into, ...from].sort((x, y) => orderOf(x) - orderOf(y));
    for (const { item } of all) this.#groupOf.set(item, all);
  }
}

/** Each with each that follows. */
function pairsOf<T>(values: readonly T[]): readonly (readonly [T, T])[] {
  return values.flatMap((first, index) => values.slice(index + 1).map((second) => [first, second] as const));
}
