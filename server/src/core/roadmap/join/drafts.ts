// The plan while it is being joined: one mutable record for each item, group and phase. Nothing outside join/ sees them.
import type { Span } from '../../sourceText.ts';
import type { GroupFact, ItemFact, PhaseFact, SlotFact } from '../facts.ts';
import type { Mention, Place, Priority, Stated, StatedStatus } from '../plan.ts';

export interface ItemDraft {
  key: string;
  readonly definition: ItemFact;
  /** All facts about it, the definition first, then by line. */
  readonly facts: ItemFact[];
  group?: GroupDraft;
  phase?: PhaseDraft;
  readonly slots: number[];
  milestone?: string;
  gap?: number;
  readonly dependsOn: Set<string>;
  /** Names that other lines give it, as keys. */
  readonly aliases: Set<string>;
}

export interface GroupDraft {
  key: string;
  readonly definition: GroupFact;
  readonly facts: GroupFact[];
  readonly mentions: Mention[];
  parent?: GroupDraft;
  /** Of this group itself, without its child groups. */
  readonly items: ItemDraft[];
  readonly children: GroupDraft[];
  readonly priorities: Stated<Priority>[];
  readonly statuses: StatedStatus[];
}

export interface PhaseDraft {
  key: string;
  readonly definition: PhaseFact;
  readonly facts: PhaseFact[];
  readonly items: ItemDraft[];
  readonly dependsOn: Set<string>;
}

export interface SlotDraft {
  readonly fact: SlotFact;
  readonly index: number;
  phase?: PhaseDraft;
  items: readonly ItemDraft[];
}

/** Items of the group and of the groups in it. */
export function allItemsOf(group: GroupDraft): readonly ItemDraft[] {
  return [...group.items, ...group.children.flatMap(allItemsOf)];
}

/** The same one by one, for those who need only the first that fits. */
export function* eachItemOf(group: GroupDraft): Generator<ItemDraft> {
  yield* group.items;
  for (const child of group.children) yield* eachItemOf(child);
}

export function byPlace(first: Place, second: Place): number {
  return first.line - second.line || first.span.start - second.span.start;
}

export function placeOf({ line, span }: Place): Place {
  return { line, span };
}

export function isEmpty(span: Span): boolean {
  return span.end <= span.start;
}

/** The fact as part of the model: without saying which kind of fact it was. */
export function bare<F extends { readonly fact: string }>(fact: F): Omit<F, 'fact'> {
  const copy: Omit<F, 'fact'> & { fact?: string } = { ...fact };
  delete copy.fact;
  return copy;
}

/** Where the search for the next free number begins, so that thousands of equal keys cost no more than different ones. */
const nextNumbers = new WeakMap<ReadonlySet<string>, Map<string, number>>();

/** Keys once each: the second of two equal ones gets `~2`. */
export function uniqueKey(key: string, used: Set<string>): string {
  const next = nextNumbers.get(used) ?? new Map<string, number>();
  nextNumbers.set(used, next);
  let candidate = key;
  let count = next.get(key) ?? 2;
  for (; used.has(candidate); count++) candidate = `${key}~${count}`;
  next.set(key, count);
  used.add(candidate);
  return candidate;
}

/** For each place the innermost of the extents that holds it; extents nest or are apart. */
export function innermost<P extends Place, C>(
  places: readonly P[],
  containers: readonly C[],
  extentOf: (container: C) => Span,
): ReadonlyMap<P, C> {
  const found = new Map<P, C>();
  const ordered = containers.toSorted(
    (a, b) => extentOf(a).start - extentOf(b).start || extentOf(b).end - extentOf(a).end,
  );
  const open: C[] = [];
  let next = 0;
  for (const place of places.toSorted((a, b) => a.span.start - b.span.start)) {
    const at = place.span.start;
    for (let candidate = ordered[next]; candidate !== undefined; candidate = ordered[++next]) {
      if (extentOf(candidate).start > at) break;
      open.push(candidate);
    }
    while (open.length > 0) {
      const last = open.at(-1);
      if (last === undefined || extentOf(last).end > at) break;
      open.pop();
    }
    const inner = open.findLast((container) => extentOf(container).end > at);
    if (inner !== undefined) found.set(place, inner);
  }
  return found;
}
