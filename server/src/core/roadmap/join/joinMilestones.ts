// Milestones to the phase they end and to the items they promise.
import type { MilestoneFact, SlotFact } from '../facts.ts';
import type { MilestoneClaim, PlanMilestone, TimeRange } from '../plan.ts';
import { byPlace, placeOf, uniqueKey, type ItemDraft, type SlotDraft } from './drafts.ts';
import type { Items } from './joinItems.ts';
import type { Phases } from './joinPhases.ts';
import { nameKey } from './names.ts';
import type { NameContext } from './resolveNames.ts';

export function joinMilestones(
  facts: readonly MilestoneFact[],
  items: Items,
  phases: Phases,
  slots: readonly SlotDraft[],
): readonly PlanMilestone[] {
  const used = new Set<string>();
  const merged = mergeMilestones(facts);
  let before = 0;
  return merged.map((fact): PlanMilestone => {
    const key = uniqueKey(fact.id ?? nameKey(fact.title), used);
    const phase = phaseOf(fact, phases);
    const promised = phase === undefined ? promisedItems(fact, items, slots, before) : phase.items;
    before = fact.due?.to ?? before;
    // What an item says of itself counts more than what the words of a milestone may mean.
    const own = items.all.filter((item) => isStated(item, fact));
    const held = new Set([...own, ...promised.filter((item) => !statesOne(item, merged))]);
    for (const item of held) item.milestone ??= key;
    const { claims = [], statuses = [] } = fact;
    const keys = [...held].map((item) => item.key);
    return { ...placeAndWords(fact), key, ...(phase && { phase: phase.key }), items: keys, claims, statuses };
  });
}

function isStated({ facts }: ItemDraft, { id, title }: MilestoneFact): boolean {
  return facts.some(({ milestone }) => {
    if (milestone === undefined) return false;
    const name = nameKey(milestone.value);
    return (
      (id !== undefined && name === nameKey(id)) || name === nameKey(title) || milestone.value === `${id}: ${title}`
    );
  });
}

function statesOne(item: ItemDraft, milestones: readonly MilestoneFact[]): boolean {
  return item.facts.some(({ milestone }) => milestone !== undefined) && milestones.some((fact) => isStated(item, fact));
}

function placeAndWords(
  fact: MilestoneFact,
): Pick<PlanMilestone, 'line' | 'span' | 'id' | 'title' | 'due' | 'dueText' | 'deliverable' | 'acceptance'> {
  const { id, title, due, dueText, deliverable, acceptance } = fact;
  return {
    ...placeOf(fact),
    title,
    ...(id !== undefined && { id }),
    ...(due && { due }),
    ...(dueText !== undefined && { dueText }),
    ...(deliverable && { deliverable }),
    ...(acceptance && { acceptance }),
  };
}

/** A phase's own list and the row of a table speak of one milestone; so do two places with one id. The one with an id leads. */
function mergeMilestones(facts: readonly MilestoneFact[]): readonly MilestoneFact[] {
  const merged = new Map<string, MilestoneFact>();
  for (const fact of onceALine(facts.toSorted(byPlace))) {
    const name = fact.phaseName === undefined ? (fact.id ?? `${fact.line}`) : nameKey(fact.phaseName);
    const known = merged.get(name);
    if (known === undefined) merged.set(name, fact);
    else if (known.id === undefined && fact.id !== undefined) merged.set(name, withBoth(fact, known));
    else merged.set(name, withBoth(known, fact));
  }
  return [...merged.values()].toSorted(byPlace);
}

/** Two dialects may read one line: what the one with an id says, and what only the other says. */
function onceALine(facts: readonly MilestoneFact[]): readonly MilestoneFact[] {
  const lines = new Map<number, MilestoneFact>();
  for (const fact of facts) {
    const known = lines.get(fact.line);
    if (known === undefined) lines.set(fact.line, fact);
    else {
      const [lead, other] = known.id === undefined ? [fact, known] : [known, fact];
      // Marks before its promises are no state of a milestone that is read as a whole.
      lines.set(fact.line, { ...withBoth(lead, other), statuses: lead.statuses ?? [] });
    }
  }
  return [...lines.values()];
}

function withBoth(lead: MilestoneFact, other: MilestoneFact): MilestoneFact {
  return {
    ...other,
    ...lead,
    claims: claimsOnce([...(lead.claims ?? []), ...(other.claims ?? [])]),
    statuses: [...(lead.statuses ?? []), ...(other.statuses ?? [])].toSorted(byPlace),
  };
}

function claimsOnce(claims: readonly MilestoneClaim[]): readonly MilestoneClaim[] {
  const lines = new Map(claims.toReversed().map((claim) => [claim.line, claim]));
  return [...lines.values()].toSorted(byPlace);
}

function phaseOf({ phaseName, title }: MilestoneFact, phases: Phases): ReturnType<Phases['find']> {
  return phases.find(phaseName ?? title);
}

/** Items that its words name, among those whose last slot lies after the milestone before and not after this one. */
function promisedItems(
  fact: MilestoneFact,
  items: Items,
  slots: readonly SlotDraft[],
  before: number,
): readonly ItemDraft[] {
  const { due } = fact;
  const isWanted = (item: ItemDraft): boolean =>
    due === undefined || slots.length === 0 || isWithin(lastSlot(item, slots), due, before);
  const context: NameContext = { isWanted, isPlural: true };
  const found = new Set<ItemDraft>();
  for (const text of [
    fact.title,
    fact.deliverable?.text,
    fact.acceptance?.text,
    ...(fact.claims ?? []).map((each) => each.text),
  ]) {
    if (text === undefined || text === '') continue;
    for (const part of items.names.partsIn(bareText(text), context)) for (const item of part.items) found.add(item);
  }
  return [...found].toSorted((a, b) => byPlace(a.definition, b.definition));
}

/** `10个业务场景案例` names 业务场景案例, `M1案例完成` what is complete. */
function bareText(text: string): string {
  return text
    .replace(/^[\d,]+\+?[ \t]*(?:个|篇|份|项)?/, '')
    .replace(/(?:全部|已)?(?:完成|完善|建立|就绪|上线)$|(?:is |are )?(?:complete[d]?|done|finished|ready)$/i, '');
}

function lastSlot({ slots: own }: ItemDraft, slots: readonly SlotDraft[]): SlotFact | undefined {
  return own
    .flatMap((index) => slots[index]?.fact ?? [])
    .toSorted((a, b) => a.range.to - b.range.to)
    .at(-1);
}

function isWithin(slot: SlotFact | undefined, due: TimeRange, before: number): boolean {
  if (slot === undefined || slot.range.unit !== due.unit) return false;
  return slot.range.to > before && slot.range.to <= due.to;
}
