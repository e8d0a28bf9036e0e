// Items that several plans name are one item with all its mentions. Joined by the file that they lead to, by a stated id,
// and between related plans by name. Pure; it looks at plans and paths only.
import { folderOf } from '../library/pathScope.ts';
import { resolveStatedPath } from './disk/resolvePath.ts';
import { fullKey, nameKey } from './join/names.ts';
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
/** An id that belongs to the item and not to its place in the document (1.1, P0-3). */
const REAL_ID = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-\d{2,}$/;

/** `paths`: every file of the library; plans in the order in which their items come. Two items of one plan stay two. */
export function joinPlans(plans: readonly Plan[], paths: ReadonlySet<string>): readonly JoinedItem[] {
  const groups = new Groups(plans.flatMap((plan) => plan.items.map((item) => ({ plan, item }))));
  groups.joinBy(({ plan, item }) => fileKeys(plan, item, paths));
  groups.joinBy(({ item }) => (item.id !== undefined && REAL_ID.test(item.id) ? [item.id] : []));
  const isRelated = relation(plans, groups.pairs());
  groups.joinBy(({ item }) => namesOf(item), isRelated);
  return groups.joined();
}

/** Items of other plans that are the same as one of this plan, by key of that item. */
export function sameInOthers(
  plan: Plan,
  others: readonly Plan[],
  paths: ReadonlySet<string>,
): ReadonlyMap<string, readonly PlannedItem[]> {
  const found = new Map<string, readonly PlannedItem[]>();
  for (const { members } of joinPlans([plan, ...others], paths)) {
    const [first, ...rest] = members;
    if (first.plan === plan && rest.length > 0) found.set(first.item.key, rest);
  }
  return found;
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

function namesOf(item: PlanItem): readonly string[] {
  const names = [item.title, ...item.mentions.map((mention) => mention.title)];
  const keys = names.flatMap((name) => [nameKey(name), fullKey(name)]);
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
    mayJoin: (a: Plan, b: Plan) => boolean = () => true,
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
      for (const [first, second] of pairsOf(single)) if (mayJoin(first.plan, second.plan)) this.#join(first, second);
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
