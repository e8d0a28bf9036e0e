// Gaps to what covers them: the item of the same name, else the likeliest item or group.
import type { GapFact, ItemFact } from '../facts.ts';
import type { PlanGap } from '../plan.ts';
import { bare, byPlace, type ItemDraft } from './drafts.ts';
import type { Groups } from './joinGroups.ts';
import type { Items } from './joinItems.ts';
import { likeness, tokensOf } from './names.ts';

const COVERS = 0.5;
/** Inside one of several points of an outline. */
const COVERS_BY_POINT = 0.6;

export function joinGaps(facts: readonly GapFact[], items: Items, groups: Groups): readonly PlanGap[] {
  return facts.toSorted(byPlace).map((fact, index): PlanGap => {
    const gap = bare(fact);
    const named = sameName(gap.area, items);
    if (named !== undefined) {
      named.gap ??= index;
      items.names.mention(named, mentionOf(fact));
      return { ...gap, coveredBy: [named.key] };
    }
    return { ...gap, coveredBy: likelyCover(gap.area, items, groups) };
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

function likelyCover(area: string, { names, all }: Items, groups: Groups): readonly string[] {
  const { item, group } = names.named(area, {
    threshold: COVERS,
    isWanted: ({ definition }) => definition.kind !== 'existing-case',
  });
  if (item !== undefined) return [item.key];
  const tokens = tokensOf(area);
  const scored = all.flatMap((each) => {
    const points = each.definition.outline ?? [];
    const score = Math.max(0, ...points.map(({ value }) => scoreOf(tokens, tokensOf(value))));
    return score >= COVERS_BY_POINT ? [{ each, score }] : [];
  });
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (best !== undefined) return [best.each.key];
  if (group !== undefined) return [group.key];
  const likely = groups.names.likely(area)[0];
  return likely !== undefined && likely.score >= COVERS ? [likely.target.key] : [];
}

function scoreOf(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  return likeness([...first].filter((token) => second.has(token)).length, first.size, second.size);
}
