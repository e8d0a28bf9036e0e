// Gaps to what covers them: the item of the same name, else the likeliest item or group.
import type { GapFact, ItemFact } from '../facts.ts';
import type { PlanGap } from '../plan.ts';
import { bare, byPlace, type ItemDraft } from './drafts.ts';
import type { Groups } from './joinGroups.ts';
import type { Items } from './joinItems.ts';
import { NameIndex } from './nameIndex.ts';

const COVERS = 0.5;
/** Inside one of several points of an outline. */
const COVERS_BY_POINT = 0.6;

export function joinGaps(facts: readonly GapFact[], items: Items, groups: Groups): readonly PlanGap[] {
  const points = facts.length === 0 ? new NameIndex<ItemDraft>() : indexPoints(items.all);
  return facts.toSorted(byPlace).map((fact, index): PlanGap => {
    const gap = bare(fact);
    const named = sameName(gap.area, items);
    if (named !== undefined) {
      named.gap ??= index;
      items.names.mention(named, mentionOf(fact));
      return { ...gap, coveredBy: [named.key] };
    }
    return { ...gap, coveredBy: likelyCover(gap.area, { items, groups, points }) };
  });
}

/** A box says open or done; a mark says how much is missing, which is no state of the item. */
function mentionOf({ line, span, text, area, mark, isDone }: GapFact): ItemFact {
  const status = { line, span, text, value: isDone ? 'done' : 'open', via: 'gap' } as const;
  return { fact: 'item', via: 'gap', title: area, line, span, ...(mark === undefined && { statuses: [status] }) };
}

function sameName(area: string, { names }: Items): ItemDraft | undefined {
  const { item, group } = names.named(area, { threshold: 1 });
  return group === undefined ? item : undefined;
}

interface Covers {
  readonly items: Items;
  readonly groups: Groups;
  /** Items by the points of their outlines. */
  readonly points: NameIndex<ItemDraft>;
}

function indexPoints(items: readonly ItemDraft[]): NameIndex<ItemDraft> {
  const points = new NameIndex<ItemDraft>();
  for (const item of items) for (const { value } of item.definition.outline ?? []) points.add(item, value);
  return points;
}

function likelyCover(area: string, { items: { names, all }, groups, points }: Covers): readonly string[] {
  const { item, group } = names.named(area, {
    threshold: COVERS,
    isWanted: ({ definition }) => definition.kind !== 'existing-case',
  });
  if (item !== undefined) return [item.key];
  const [byPoint] = points.likely(area);
  if (byPoint !== undefined && byPoint.score >= COVERS_BY_POINT) return [byPoint.target.key];
  if (group !== undefined) return [group.key];
  const [likely] = groups.names.likely(area);
  if (likely !== undefined && likely.score >= COVERS) return [likely.target.key];
  return coverByHead(area, all, groups);
}

/** Words that say how a thing is treated, not which thing. */
const GENERIC =
  /(?:集成|应用|系列|工具|指南|案例|体系|建设|实现|完善|支持|实战|实践|方案|能力|相关|integrations?|support|guides?|tools?|series)$/i;

/** `X 集成` by the only group, else the only item, whose name holds X as a whole. */
function coverByHead(area: string, items: readonly ItemDraft[], groups: Groups): readonly string[] {
  const head = area.trim().replace(GENERIC, '').trim().toLowerCase();
  if (head.length < (/^\p{Script=Han}+$/u.test(head) ? 2 : 4)) return [];
  const holds = ({ definition }: { readonly definition: { readonly title: string } }): boolean =>
    definition.title.toLowerCase().includes(head);
  for (const candidates of [groups.all.filter(holds), items.filter(holds)]) {
    const [only, more] = candidates;
    if (only !== undefined && more === undefined) return [only.key];
  }
  return [];
}
