// What a milestone says is done, and which of its items say otherwise.
import type { MilestoneClaim, Place, Plan, PlanItem, PlanMilestone, PlanTask } from '../plan.ts';
import { statusOf } from '../words/status.ts';
import { indexOf } from './planIndex.ts';
import { isPaused, itemStanding, standingOf } from './standing.ts';
import { shareOf, wordsOf } from './words.ts';

/** ✅ before a target is a wish. */
const TARGET = /预期|目标|期望|expected|target|goal/i;
/** Below this share a claim speaks of nothing that the item names. */
const LEAST_SHARE = 0.25;
const EVERYTHING = /所有|全部|每[个一项]|一切|\b(?:all|every|each)\b/i;

export interface ClaimedMilestone {
  readonly milestone: PlanMilestone;
  readonly done: readonly Place[];
  readonly claims: readonly MilestoneClaim[];
  readonly items: readonly PlanItem[];
  readonly tests: readonly PlanTask[];
  /** Where the phase is put off. */
  readonly paused: readonly Place[];
}

/** Milestones that are marked as done, with the items that they stand for. */
export function claimedMilestones(plan: Plan): readonly ClaimedMilestone[] {
  const index = indexOf(plan);
  return plan.milestones.flatMap((milestone) => {
    const claims = milestone.claims.filter(isMarkedDone).slice(0, MOST_COMPARED);
    const words = milestone.statuses.filter((status) => standingOf(status) === 'done');
    const done: readonly Place[] = [...claims, ...words];
    if (done.length === 0 || TARGET.test(milestone.title)) return [];
    const phase = milestone.phase === undefined ? undefined : index.phases.get(milestone.phase);
    const ofPhase = phase === undefined ? [] : index.itemsOfPhase(phase.key);
    const listed = milestone.items.flatMap((key) => index.items.get(key) ?? []);
    const items = [...new Set([...ofPhase, ...listed])];
    if (items.length === 0) return [];
    const paused = isPaused(phase?.statuses ?? []) ? (phase?.statuses ?? []) : [];
    return { milestone, done, claims, items, tests: phase?.tests ?? [], paused };
  });
}

function isMarkedDone({ mark }: MilestoneClaim): boolean {
  return mark !== undefined && statusOf(mark)?.value === 'done';
}

export function isOpen(item: PlanItem): boolean {
  const standing = itemStanding(item);
  return standing === 'waiting' || standing === 'active';
}

/** Comparing each sentence with each item costs their product. */
const MOST_COMPARED = 300;

/** The item that the claim speaks of. */
export function itemOfClaim(claim: MilestoneClaim, items: readonly PlanItem[]): PlanItem | undefined {
  const words = wordsOf(claim.text);
  const ranked = items
    .slice(0, MOST_COMPARED)
    .map((item) => ({ item, share: shareOf(words, wordsOfItem(item)) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share);
  return ranked[0]?.item;
}

const knownWords = new WeakMap<PlanItem, ReadonlySet<string>>();

function wordsOfItem(item: PlanItem): ReadonlySet<string> {
  const known = knownWords.get(item);
  if (known !== undefined) return known;
  const { title, tasks, acceptance } = item;
  const texts = [title, ...tasks.map(({ text }) => text), ...acceptance.map(({ value }) => value)];
  const words = new Set(texts.flatMap((text) => [...wordsOf(text)]));
  knownWords.set(item, words);
  return words;
}

/** Tasks of the item that say in words that they are not done, where the claim says that everything is. */
export function tasksAgainst(claim: MilestoneClaim, items: readonly PlanItem[]): readonly PlanTask[] {
  if (!EVERYTHING.test(claim.text)) return [];
  const tasks = itemOfClaim(claim, items)?.tasks ?? [];
  return tasks.filter(({ inlineStatus }) => inlineStatus !== undefined && standingOf(inlineStatus) !== 'done');
}
