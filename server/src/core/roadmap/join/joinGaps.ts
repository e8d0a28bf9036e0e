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

/** What gaps are held against, prepared once for all of them. */
interface Covering {
  readonly items: Items;
  readonly groups: Groups;
  /** Items by the points of their outlines. */
  readonly points: NameIndex<ItemDraft>;
  readonly titles: Titles;
  readonly groupTitles: Titles;
}

export function joinGaps(facts: readonly GapFact[], items: Items, groups: Groups): readonly PlanGap[] {
  if (facts.length === 0) return [];
  const points = new NameIndex<ItemDraft>();
  for (const item of items.all) for (const { value } of item.definition.outline ?? []) points.add(item, value);
  const covering = { items, groups, points, titles: titlesOf(items.all), groupTitles: titlesOf(groups.all) };
  return facts.toSorted(byPlace).map((fact, index): PlanGap => {
    const gap = bare(fact);
    const named = sameName(gap.area, items);
    if (named !== undefined) {
      named.gap ??= index;
      items.names.mention(named, mentionOf(fact));
      return { ...gap, coveredBy: [named.key] };
    }
    return { ...gap, coveredBy: likelyCover(gap.area, covering) };
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

function likelyCover(area: string, covering: Covering): readonly string[] {
  const { groups, points } = covering;
  const { names } = covering.items;
  const { item, group } = names.named(area, {
    threshold: COVERS,
    isWanted: ({ definition }) => definition.kind !== 'existing-case',
  });
  if (item !== undefined) return [item.key];
  const [best] = points.likely(area);
  if (best !== undefined && best.score >= COVERS_BY_POINT) return [best.target.key];
  if (group !== undefined) return [group.key];
  const likely = groups.names.likely(area)[0];
  if (likely !== undefined && likely.score >= COVERS) return [likely.target.key];
  return coverByHead(area, covering);
}

/** Words that say how a thing is treated, not which thing. */
const GENERIC =
  /(?:集成|应用|系列|工具|指南|案例|体系|建设|实现|完善|支持|实战|实践|方案|能力|相关|integrations?|support|guides?|tools?|series)$/i;

/** `X 集成` by the only group, else the only item, whose name holds X as a whole. */
function coverByHead(area: string, { groupTitles, titles }: Covering): readonly string[] {
  const head = area.trim().replace(GENERIC, '').trim().toLowerCase();
  if (head.length < (/^\p{Script=Han}+$/u.test(head) ? 2 : 4)) return [];
  const only = onlyHolder(head, groupTitles) ?? onlyHolder(head, titles);
  return only === undefined ? [] : [only];
}

/** All titles in one text, so that looking for words is one search. */
interface Titles {
  readonly text: string;
  /** Where each title begins, and its key. */
  readonly starts: readonly number[];
  readonly keys: readonly string[];
}

function titlesOf(
  drafts: readonly { readonly key: string; readonly definition: { readonly title: string } }[],
): Titles {
  const titles = drafts.map(({ definition }) => `${definition.title.toLowerCase().replaceAll('\n', ' ')}\n`);
  let length = 0;
  const starts = titles.map((title) => (length += title.length) - title.length);
  return { text: titles.join(''), starts, keys: drafts.map(({ key }) => key) };
}

function onlyHolder(head: string, { text, starts, keys }: Titles): string | undefined {
  const at = text.indexOf(head);
  if (at < 0) return undefined;
  const end = text.indexOf('\n', at);
  if (text.indexOf(head, end) >= 0) return undefined;
  const next = starts.findIndex((start) => start > at);
  return keys[(next < 0 ? starts.length : next) - 1];
}
