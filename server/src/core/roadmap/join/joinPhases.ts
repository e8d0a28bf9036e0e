// Phases: the stretches of a plan, each from its heading and from every row or note that names it again.
import type { PhaseFact } from '../facts.ts';
import { byPlace, innermost, isEmpty, uniqueKey, type ItemDraft, type PhaseDraft } from './drafts.ts';
import { prioritiesOf } from './inherit.ts';
import { nameKey } from './names.ts';

export interface Phases {
  readonly all: readonly PhaseDraft[];
  /** By id or title: `Phase 1`, `第一批`. */
  find(name: string): PhaseDraft | undefined;
}

export function joinPhases(facts: readonly PhaseFact[]): Phases {
  const byId = new Map<string, PhaseFact[]>();
  for (const fact of facts.toSorted(byPlace)) {
    const key = nameKey(fact.id);
    const same = byId.get(key);
    if (same === undefined) byId.set(key, [fact]);
    else same.push(fact);
  }
  const used = new Set<string>();
  const all: PhaseDraft[] = [...byId.values()].flatMap((same) => {
    const definition =
      same.find(({ extent, via }) => !isEmpty(extent) && via === 'phase') ??
      same.find((each) => !isEmpty(each.extent)) ??
      same[0];
    if (definition === undefined) return [];
    const key = uniqueKey(definition.id, used);
    return [{ key, definition, facts: [...same], items: [], dependsOn: new Set<string>() }];
  });
  all.sort((a, b) => byPlace(a.definition, b.definition));
  const byName = new Map<string, PhaseDraft>();
  for (const phase of all) {
    for (const name of [phase.definition.id, ...phase.facts.map(({ title }) => title)]) {
      const key = nameKey(name);
      if (key !== '' && !byName.has(key)) byName.set(key, phase);
    }
  }
  return { all, find: (name) => byName.get(nameKey(name)) };
}

/** Items stand in the phase that holds them. */
export function placeInPhases(items: readonly ItemDraft[], phases: Phases): void {
  const extents = phases.all.filter(({ definition }) => !isEmpty(definition.extent));
  const places = items.map(({ definition }) => definition);
  const around = innermost(places, extents, ({ definition }) => definition.extent);
  for (const item of items) {
    const phase = around.get(item.definition);
    if (phase !== undefined) enter(item, phase);
  }
  const taken = new Set<string>();
  for (const phase of phases.all) {
    const priority = phase.definition.ofPriority;
    // The first phase of a priority takes all of its items that stand in none yet.
    if (priority === undefined || taken.has(priority)) continue;
    taken.add(priority);
    const free = items.filter((item) => item.phase === undefined && prioritiesOf(item)[0]?.value === priority);
    for (const item of free) enter(item, phase);
  }
}

export function enter(item: ItemDraft, phase: PhaseDraft): void {
  if (item.phase !== undefined) return;
  item.phase = phase;
  phase.items.push(item);
}
