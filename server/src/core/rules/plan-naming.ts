// One number or place of a plan with two names that have nothing in common.
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { shareOf, wordsOf } from '../roadmap/checks/words.ts';
import type { Mention, PlanItem } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

/** Words that most titles of work have. */
const GENERIC = /实现|机制|功能|处理|完成|支持|修改|优化|完善|基础|创建|建立|补充|implement|add|support|the|of|and/gi;

export const planNaming: PlanRule = {
  kind: 'plan',
  code: 'plan-naming',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) =>
    plan.items.flatMap((item) => {
      if (item.number === undefined && item.id === undefined) return [];
      return item.mentions
        .filter((mention) => isOtherName(mention, item))
        .map((mention) => {
          const number = item.number ?? item.id ?? '';
          const args = { number, title: item.title, other: mention.title };
          return planFinding(planNaming, {
            place: item,
            message: { key: 'plan-naming', args },
            related: relate([mention], { key: 'plan-naming.here', args: { other: mention.title } }),
          });
        });
    }),
};

/** Only where the number joins them: a name that was found by its words has some in common. */
function isOtherName({ via, title }: Mention, item: PlanItem): boolean {
  if (via !== 'graph' && via !== 'table' && via !== 'list') return false;
  const [own, other] = [wordsOf(item.title.replace(GENERIC, ' ')), wordsOf(title.replace(GENERIC, ' '))];
  if (own.size === 0 || other.size === 0) return false;
  const all = new Set([...own, ...item.tasks.flatMap(({ text }) => [...wordsOf(text)])]);
  return shareOf(other, all) === 0 && shareOf(own, other) === 0;
}
