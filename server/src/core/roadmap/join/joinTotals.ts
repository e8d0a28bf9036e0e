// Stated figures recounted: what they are about, and what adding up the model gives.
import type { Section } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import type { TotalFact } from '../facts.ts';
import type { Effort, FigureUnit, Place, PlanGap, PlanMilestone, StatedTotal, TotalScope } from '../plan.ts';
import { DAYS } from '../words/effort.ts';
import { plainNumber } from '../words/size.ts';
import { allItemsOf, byPlace, placeOf, type GroupDraft, type ItemDraft, type SlotDraft } from './drafts.ts';
import { prioritiesOf, statusesOf } from './inherit.ts';
import type { Groups } from './joinGroups.ts';
import type { Items } from './joinItems.ts';
import type { Phases } from './joinPhases.ts';
import { NameIndex, onlyBest } from './nameIndex.ts';

export interface Counted {
  readonly items: Items;
  readonly groups: Groups;
  readonly phases: Phases;
  readonly milestones: readonly PlanMilestone[];
  readonly gaps: readonly PlanGap[];
  readonly slots: readonly SlotDraft[];
  readonly sections: readonly Section[];
  /** Items by the priority that counts; filled here. */
  readonly byPriority?: ReadonlyMap<string, readonly ItemDraft[]>;
}

type Sum = NonNullable<StatedTotal['computed']>;

interface Scoped {
  readonly scope: TotalScope;
  readonly items?: readonly ItemDraft[];
  readonly section?: Section;
}

const COUNTS = new Set<FigureUnit>(['document', 'case', 'topic', 'task', 'item']);
const EFFORTS = new Set<FigureUnit>(['hour', 'day', 'week', 'month']);
/** What items have a figure of. */
const ITEM_UNITS = new Set<FigureUnit>([...COUNTS, ...EFFORTS, 'line', 'page']);

export function joinTotals(facts: readonly TotalFact[], model: Counted): readonly StatedTotal[] {
  const counted = { ...model, byPriority: groupByPriority(model.items.all) };
  const sections = new NameIndex<Section>();
  if (facts.length > 0) for (const section of counted.sections) sections.add(section, section.heading.identity.name);
  const known = new Map<string, Recounted>();
  const recounted = (fact: TotalFact): Recounted => {
    const key = questionOf(fact);
    const found = known.get(key) ?? recountedNow(fact, counted, sections);
    known.set(key, found);
    return found;
  };
  const totals = facts.toSorted(byPlace).map((fact): StatedTotal => {
    const { of, sum } = recounted(fact);
    const computed = fact.parts === undefined ? sum : sumOfParts(fact.parts);
    const { text, min, max, unit, bound } = fact;
    const scope = of === undefined ? fact.scope : { ...fact.scope, of };
    const stated = { ...placeOf(fact), text, min, max, unit, scope };
    return { ...stated, ...(bound && { bound }), ...(computed && { computed }) };
  });
  return onceEach(totals);
}

function groupByPriority(items: readonly ItemDraft[]): ReadonlyMap<string, readonly ItemDraft[]> {
  const groups = new Map<string, ItemDraft[]>();
  for (const item of items) {
    const priority = prioritiesOf(item)[0]?.value ?? '';
    const group = groups.get(priority);
    if (group === undefined) groups.set(priority, [item]);
    else group.push(item);
  }
  return groups;
}

interface Recounted {
  /** Key of what the figure is about. */
  readonly of: string | undefined;
  readonly sum: Sum | undefined;
}

function recountedNow(fact: TotalFact, counted: Counted, sections: NameIndex<Section>): Recounted {
  const scoped = resolveScope(fact, counted, sections);
  return { of: scoped.scope.of, sum: fact.parts === undefined ? recountOf(fact, scoped, counted) : undefined };
}

/** Figures of one unit about one thing have one answer, found once. */
function questionOf({ unit, text, scope, parts }: TotalFact): string {
  const { kind, of, label, isReported } = scope;
  return JSON.stringify([unit, isDoneOfAll(text), kind, of ?? null, of === undefined || kind === 'stated-sum' ? label : '', isReported === true, parts === undefined]); // prettier-ignore
}

/** How well a reading of a figure knows what the figure is about. */
const KNOWS: readonly TotalScope['kind'][] = ['unknown', 'all', 'section', 'list', 'stated-sum'];

/** Two dialects may read one figure: the reading that can be recounted stays, then the one that knows most. */
function onceEach(totals: readonly StatedTotal[]): readonly StatedTotal[] {
  const byLine = new Map<number, StatedTotal[]>();
  for (const total of totals) {
    const line = byLine.get(total.line) ?? [];
    byLine.set(total.line, line);
    const index = line.findIndex((other) => isSameFigure(other, total));
    const known = line[index];
    if (known === undefined) line.push(total);
    else if (worth(total) > worth(known)) line[index] = total;
  }
  return [...byLine.values()].flat().toSorted(byPlace);
}

function isSameFigure(a: StatedTotal, b: StatedTotal): boolean {
  const isOverlap = a.span.start < b.span.end && b.span.start < a.span.end;
  // `3个` counts things whose name only one of two dialects knows.
  const isSameUnit = a.unit === b.unit || (COUNTS.has(a.unit) && COUNTS.has(b.unit));
  return isOverlap && isSameUnit && a.min === b.min && a.max === b.max;
}

function worth({ scope, computed }: StatedTotal): number {
  const rank = KNOWS.indexOf(scope.kind);
  return (computed === undefined ? 0 : 10) + (rank < 0 ? KNOWS.indexOf('section') : rank);
}

function sumOfParts(parts: NonNullable<TotalFact['parts']>): Sum | undefined {
  if (parts.length === 0) return undefined;
  return {
    min: total(parts.map(({ min }) => min)),
    max: total(parts.map(({ max }) => max)),
    parts: parts.map(({ place }) => place),
  };
}

function isDoneOfAll(text: string): boolean {
  return /^[（(]?\s*\d+\s*\/\s*\d+/.test(text);
}

/** `(5/13)` is done and all; every other figure has one sum. */
function recountOf({ text, unit }: TotalFact, scoped: Scoped, counted: Counted): Sum | undefined {
  if (!isDoneOfAll(text)) return recount(unit, scoped, counted);
  const { items } = scoped;
  if (items === undefined || items.length === 0) return undefined;
  const done = items.filter((item) => statusesOf(item).at(0)?.value === 'done');
  return { min: done.length, max: items.length, parts: items.map(({ definition }) => placeOf(definition)) };
}

function resolveScope(fact: TotalFact, counted: Counted, sections: NameIndex<Section>): Scoped {
  const scoped = wholeScope(fact, counted, sections);
  if (fact.scope.isReported !== true || scoped.items === undefined) return scoped;
  const isThere = ({ facts }: ItemDraft): boolean => facts.some(({ actualSize }) => actualSize !== undefined);
  const reported = scoped.items.filter(isThere);
  return reported.length === 0 ? scoped : { ...scoped, items: reported };
}

function wholeScope({ scope }: TotalFact, counted: Counted, sections: NameIndex<Section>): Scoped {
  const name = scope.of ?? scope.label;
  const { items, phases, milestones } = counted;
  switch (scope.kind) {
    case 'group':
    case 'crate':
    case 'section':
      return groupScope(scope, name, counted, sections);
    case 'phase': {
      const phase = phases.find(name);
      return phase === undefined ? { scope } : { scope: { ...scope, of: phase.key }, items: phase.items };
    }
    case 'priority':
      return { scope, items: counted.byPriority?.get(name) ?? [] };
    case 'milestone': {
      const milestone = milestones.find(({ key }) => key === name);
      const keys = new Set(milestone?.items);
      return milestone === undefined ? { scope } : { scope, items: items.all.filter(({ key }) => keys.has(key)) };
    }
    case 'all':
      return {
        scope,
        items: items.all.filter(({ definition }) => scope.of === undefined || definition.kind === scope.of),
      };
    default:
      return { scope };
  }
}

function groupScope(scope: TotalScope, name: string, { groups, items }: Counted, sections: NameIndex<Section>): Scoped {
  const section = sections.exact(name)[0] ?? onlyBest(sections.likely(name), 0.6);
  const group = groups.find(name);
  const inSection = section && { section, items: itemsWithin(section, items) };
  if (group === undefined) return { scope, ...inSection };
  return { scope: { ...scope, of: group.key }, ...inSection, items: allItemsOf(group) };
}

/** Those that begin in the span; they come in the order of the document. */
function between<T>(ordered: readonly T[], { start, end }: Span, startOf: (each: T) => number): readonly T[] {
  return ordered.slice(lowerBound(ordered, start, startOf), lowerBound(ordered, end, startOf));
}

function lowerBound<T>(ordered: readonly T[], offset: number, startOf: (each: T) => number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = ordered[middle];
    if (each !== undefined && startOf(each) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function itemsWithin({ span }: Section, { all }: Items): readonly ItemDraft[] {
  return between(all, span, ({ definition }) => definition.span.start);
}

function recount(unit: FigureUnit, scoped: Scoped, counted: Counted): Sum | undefined {
  const { scope, items = [], section } = scoped;
  if (scope.kind === 'stated-sum') return grown(unit, scope, counted);
  if (scope.kind === 'all' && scope.of === undefined && EFFORTS.has(unit)) {
    // What a plan says of its whole time is about its phases or days, where it has them.
    const time = sumOfPhases(unit, counted) ?? lengthOfSchedule(unit, counted);
    if (time !== undefined) return time;
  }
  if (items.length > 0 && ITEM_UNITS.has(unit)) return sumOfItems(unit, items);
  if (unit === 'week' && section !== undefined) return lastWeekWithin(section, counted.slots);
  if (unit === 'gap') return countOf(gapsWithin(section, counted.gaps));
  return scope.kind === 'all' ? recountAll(unit, counted) : undefined;
}

function sumOfItems(unit: FigureUnit, items: readonly ItemDraft[]): Sum | undefined {
  if (COUNTS.has(unit)) return countOf(items.map(({ definition }) => definition));
  return unit === 'line' || unit === 'page' ? sumOfSizes(items, unit) : sumOfEfforts(items, unit as Effort['unit']); // one of EFFORTS
}

/** `72+ 个 (从 58 增加)`: what there was, and what the plan adds. */
function grown(unit: FigureUnit, { of = '', label }: TotalScope, counted: Counted): Sum | undefined {
  const before = plainNumber(of);
  const added = recount(unit, { scope: { kind: 'all', label }, items: counted.items.all }, counted);
  if (added === undefined || of === '' || !Number.isFinite(before)) return undefined;
  return { ...added, min: before + added.min, max: before + added.max };
}

function sumOfPhases(unit: FigureUnit, { phases }: Counted): Sum | undefined {
  const stated = phases.all.flatMap(({ facts }) => facts.flatMap(({ efforts }) => efforts ?? [])[0] ?? []);
  if (stated.length < 2 || stated.length < phases.all.length) return undefined;
  if (stated.some(({ value }) => value.unit !== unit)) return undefined;
  return {
    min: total(stated.map(({ value }) => value.min)),
    max: total(stated.map(({ value }) => value.max)),
    parts: stated.map(placeOf),
  };
}

/** The last day or week that a line of the schedule names; undefined where items have efforts to add up. */
function lengthOfSchedule(unit: FigureUnit, { slots, items }: Counted): Sum | undefined {
  if (items.all.some(({ facts }) => facts.some(({ efforts }) => (efforts ?? []).length > 0))) return undefined;
  const inUnit = slots.filter(({ fact }) => fact.range.unit === unit);
  const last = inUnit.reduce((latest, { fact }) => Math.max(latest, fact.range.to), 0);
  const parts = inUnit.filter(({ fact }) => fact.range.to === last).slice(0, 1);
  return last === 0 ? undefined : { min: last, max: last, parts: parts.map(({ fact }) => placeOf(fact)) };
}

/** How long a schedule is: up to its last week. */
function lastWeekWithin({ span }: Section, slots: readonly SlotDraft[]): Sum | undefined {
  const weeks = slots.filter(
    ({ fact }) => fact.range.unit === 'week' && fact.span.start >= span.start && fact.span.start < span.end,
  );
  const last = weeks.toSorted((a, b) => b.fact.range.to - a.fact.range.to)[0];
  return last && { min: last.fact.range.to, max: last.fact.range.to, parts: [placeOf(last.fact)] };
}

function gapsWithin(section: Section | undefined, gaps: readonly PlanGap[]): readonly PlanGap[] {
  if (section === undefined) return gaps;
  return between(gaps, section.span, ({ span }) => span.start);
}

function recountAll(unit: FigureUnit, { phases, milestones, groups }: Counted): Sum | undefined {
  if (unit === 'phase') return countOf(phases.all.map(({ definition }) => definition));
  if (unit === 'milestone') return countOf(milestones);
  return unit === 'module' || unit === 'crate'
    ? countOf(topGroups(groups.all).map(({ definition }) => definition))
    : undefined;
}

function topGroups(groups: readonly GroupDraft[]): readonly GroupDraft[] {
  return groups.filter(({ parent, items, children }) => parent === undefined && items.length + children.length > 0);
}

function countOf(places: readonly Place[]): Sum | undefined {
  if (places.length === 0) return undefined;
  return { min: places.length, max: places.length, parts: places.map(placeOf) };
}

/** Undefined where an item says no effort: then nothing can be said of the sum. */
function sumOfEfforts(items: readonly ItemDraft[], unit: Effort['unit']): Sum | undefined {
  const stated = items.flatMap(({ facts }) => facts.flatMap(({ efforts }) => efforts ?? [])[0] ?? []);
  if (stated.length === 0 || stated.length < items.length) return undefined;
  const inUnit = (amount: number, from: Effort['unit']): number =>
    from === unit ? amount : (amount * DAYS[from]) / DAYS[unit];
  return {
    min: total(stated.map(({ value }) => inUnit(value.min, value.unit))),
    max: total(stated.map(({ value }) => inUnit(value.max, value.unit))),
    parts: stated.map(placeOf),
  };
}

function sumOfSizes(items: readonly ItemDraft[], unit: 'line' | 'page'): Sum | undefined {
  const stated = items.flatMap(({ facts }) => {
    const sizes = facts.flatMap(({ actualSize, expectedSize }) => actualSize ?? expectedSize ?? []);
    return sizes.find(({ value }) => value.unit === unit) ?? [];
  });
  if (stated.length === 0 || stated.length < items.length) return undefined;
  return {
    min: total(stated.map(({ value }) => value.min)),
    max: total(stated.map(({ value }) => value.max ?? value.min)),
    parts: stated.map(placeOf),
  };
}

function total(numbers: readonly number[]): number {
  // Halves of days and tenths of hours add up to noise in the last digits.
  return Math.round(numbers.reduce((sum, each) => sum + each, 0) * 1_000) / 1_000;
}
