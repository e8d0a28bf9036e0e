// Lines of a schedule to the items they name; items that stand in no phase take that of their first line.
import type { ItemFact, SlotFact } from '../facts.ts';
import type { SourceText } from '../../sourceText.ts';
import type { Priority } from '../plan.ts';
import { byPlace, innermost, isEmpty, type ItemDraft, type SlotDraft } from './drafts.ts';
import type { Items } from './joinItems.ts';
import { enter, type Phases } from './joinPhases.ts';
import { isHeldBy, NEARLY_THE_SAME, type NamedPart } from './resolveNames.ts';

/** A line that names nothing surely means what is likeliest among the items that no line has named. */
const LIKELY_LEFTOVER = 0.4;
/** More than these equally likely ones are a coincidence of common words. */
const MOST_TIED = 3;

/** Lines that name whole groups: thousands of lines over thousands of items each are no schedule. */
const MOST_NAMED_BY_GROUPS = 20_000;

export function joinSchedule(
  facts: readonly SlotFact[],
  items: Items,
  phases: Phases,
  source: SourceText,
): SlotDraft[] {
  const slots = slotsOf(facts, items, phases);
  let left = MOST_NAMED_BY_GROUPS;
  const open: OpenPart[] = [];
  for (const slot of slots.filter(({ fact, items: own }) => !fact.isBlock && own.length === 0)) {
    for (const part of items.names.partsIn(slot.fact.text, contextOf(slot))) {
      left -= part.items.length > 1 ? part.items.length : 0;
      if (part.items.length > 1 && left < 0) continue;
      if (part.items.length > 0) assign(slot, part, { items, source });
      else open.push({ slot, words: part.words });
    }
  }
  nameLeftovers(open, { items, source });
  return slots;
}

interface OpenPart {
  readonly slot: SlotDraft;
  readonly words: string;
}

/** Words that name nothing surely, among the items that no line has named. */
function nameLeftovers(open: readonly OpenPart[], { items, source }: Target): void {
  for (const { slot, words } of open) {
    const isLeft = (item: ItemDraft): boolean => item.slots.length === 0;
    const rest = items.names.tied(words, { ...contextOf(slot), threshold: LIKELY_LEFTOVER, isWanted: isLeft });
    if (rest.length > 0 && rest.length <= MOST_TIED) {
      assign(slot, { words, items: rest }, { items, source });
      continue;
    }
    // Under a phase of another priority: a contradiction of the plan rather than another item, where the name is the same.
    const [exact] = items.names.partsIn(words, { threshold: 1, isWanted: isLeft });
    const { item } = items.names.named(words, { threshold: NEARLY_THE_SAME, isWanted: isLeft });
    const meant = exact?.items ?? [];
    if (meant.length > 0 && meant.length <= MOST_TIED) assign(slot, { words, items: meant }, { items, source });
    else if (item !== undefined && isHeldBy(words, item)) assign(slot, { words, items: [item] }, { items, source });
  }
}

function slotsOf(facts: readonly SlotFact[], items: Items, phases: Phases): SlotDraft[] {
  const ordered = onceEach(facts.toSorted(byPlace));
  const extents = phases.all.filter(({ definition }) => !isEmpty(definition.extent));
  const around = innermost(ordered, extents, ({ definition }) => definition.extent);
  const byLine = new Map(items.all.map((item) => [item.definition.line, item]));
  return ordered.map((fact, index): SlotDraft => {
    const phase = around.get(fact);
    const own = byLine.get(fact.line);
    if (!fact.isBlock || own === undefined) return { fact, index, items: [], ...(phase && { phase }) };
    // `#### Week 1-2: name` is the item itself and says when it is done.
    own.slots.push(index);
    return { fact: { ...fact, isBlock: false }, index, items: [own], ...(phase && { phase }) };
  });
}

/** Two dialects may read one line. */
function onceEach(facts: readonly SlotFact[]): readonly SlotFact[] {
  const seen = new Set<string>();
  return facts.filter(({ line, range: { unit, from, to } }) => {
    const name = `${line} ${unit} ${from} ${to}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function contextOf({ phase }: SlotDraft): { readonly priority?: Priority } {
  const stated = phase?.facts.flatMap(({ priorities }) => priorities ?? []).map(({ value }) => value) ?? [];
  const [priority] = stated;
  return priority !== undefined && stated.every((each) => each === priority) ? { priority } : {};
}

interface Target {
  readonly items: Items;
  readonly source: SourceText;
}

function assign(slot: SlotDraft, { words, items: named, group }: NamedPart, { items, source }: Target): void {
  const { fact, index, phase } = slot;
  const { status, ...stateless } = fact;
  // What a line says of a group is the state of the group, and its words are no name of each item.
  if (group !== undefined && status !== undefined) group.statuses.push(status);
  const known = new Set(slot.items);
  const fresh = named.filter((item) => !known.has(item));
  slot.items = [...slot.items, ...fresh];
  for (const item of fresh) {
    item.slots.push(index);
    if (group === undefined) items.names.mention(item, mentionOf(fact, words, source));
    else item.facts.push(mentionOf(stateless, words, source));
    if (phase !== undefined) enter(item, phase);
  }
}

function mentionOf(fact: SlotFact, words: string, source: SourceText): ItemFact {
  const at = source.slice(fact.span).indexOf(words);
  const start = fact.span.start + at;
  const span = at < 0 ? fact.span : { start, end: start + words.length };
  const { line, status } = fact;
  return { fact: 'item', via: 'schedule', title: words, line, span, ...(status && { statuses: [status] }) };
}
