// Whether anything that a plan does takes up what it says it wants: goals, gaps, scope.
import type { Plan, PlanGap, PlanGoal, PlanMilestone } from '../plan.ts';
import { shareOf, wordsOf } from './words.ts';

/** A word in more than this share of all names says nothing about one of them. */
const COMMON_SHARE = 0.2;
const FEWEST_COMMON = 3;
/** Share of the telling words that one name must have. */
const COVERED_SHARE = 0.4;

const HEAD_WORD = /^\p{Script=Han}{2}/u;

export interface Cover {
  isCovered(phrase: string): boolean;
}

/** Names of everything that the plan does: items, groups, directories, outlines where they name whole things. */
export function coverOf(plan: Plan): Cover {
  const names = [
    ...plan.items.flatMap(({ title, mentions }) => [
      title,
      ...mentions.filter(({ via }) => via !== 'gap').map((mention) => mention.title),
    ]),
    ...plan.groups.flatMap(({ title, directory }) => [title, ...(directory === undefined ? [] : [directory.path])]),
    ...plan.gaps.filter(({ coveredBy }) => coveredBy.length > 0).map(({ area }) => area),
    ...plan.phases.map(({ title }) => title),
  ].filter((name) => name !== '');
  const words = names.map(wordsOf);
  const namesWith = new Map<string, number[]>();
  words.forEach((set, name) => {
    for (const word of set) {
      const known = namesWith.get(word);
      if (known === undefined) namesWith.set(word, [name]);
      else known.push(name);
    }
  });
  const heads = new Set(names.map((name) => name.slice(0, 2)));
  const most = Math.max(FEWEST_COMMON, words.length * COMMON_SHARE);
  const title = wordsOf(plan.title);
  return {
    isCovered: (phrase) => {
      const all = wordsOf(phrase);
      const telling = new Set(
        [...all].filter((word) => (namesWith.get(word)?.length ?? 0) <= most && !title.has(word)),
      );
      if (telling.size === 0) return true;
      const candidates = new Set([...telling].flatMap((word) => namesWith.get(word) ?? []));
      for (const name of candidates) if (shareOf(telling, words[name] ?? telling) >= COVERED_SHARE) return true;
      // 教程系列 is what 教程与示例项目 begins with.
      const head = HEAD_WORD.exec(phrase)?.[0];
      return head !== undefined && telling.has(head) && heads.has(head);
    },
  };
}

/** `社区生态 - 贡献指南、示例项目、教程系列`: the parts behind the dash. */
export function partsOf({ text, title }: PlanGoal): readonly string[] {
  const at = text.indexOf(title);
  const rest = text.slice(at < 0 ? 0 : at + title.length).replace(/^[\s*—–:：-]+/, '');
  const parts = rest.split(/[、，,;；]|\band\b/).map((part) => part.trim());
  return parts.length < 2 ? [] : parts.filter((part) => part.length >= 2 && part.length <= 20);
}

export function gapCovers(goal: PlanGoal, gaps: readonly PlanGap[]): PlanGap | undefined {
  return gaps.find(({ area, text }) => names(goal.title, area) || names(goal.title, text));
}

export interface Promise {
  readonly milestone: PlanMilestone;
  readonly words: string;
}

/** A milestone that demands what the goal names: 使用指南完成 for 案例库使用指南. */
export function milestonePromise(goal: PlanGoal, milestones: readonly PlanMilestone[]): Promise | undefined {
  for (const milestone of milestones) {
    const text = `${milestone.deliverable?.value ?? ''}、${milestone.acceptance?.value ?? ''}`;
    for (const part of text.split(/[、，,;；。]/)) {
      const words = part.trim().replace(/(?:完成|完善|建立|就绪|available|done|finished)$/i, '');
      if (words.length >= 4 && names(goal.title, words)) return { milestone, words };
    }
  }
  return undefined;
}

function names(longer: string, shorter: string): boolean {
  return shorter.length >= 2 && (longer === shorter || (shorter.length >= 4 && longer.includes(shorter)));
}
