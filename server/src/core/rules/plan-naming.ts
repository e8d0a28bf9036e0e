// One number or place of a plan with two names that have nothing in common.
import type { Finding } from '../finding.ts';
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
  check: ({ plan }) => {
    const numbered = plan.items.flatMap((item) =>
      isNumbered(item)
        ? item.mentions
            .filter((each) => isByNumber(each) && each.line !== item.line)
            .map((mention) => ({ item, mention }))
        : [],
    );
    const others = numbered.filter(({ item, mention }) => isOtherName(mention, item));
    // Where half of the names of a place differ, it counts something else.
    return others.filter(({ mention }) => !isOtherNumbering(mention.via, numbered, others)).map(namingFinding);
  },
};

interface Named {
  readonly item: PlanItem;
  readonly mention: Mention;
}

/** 1.2 and TASK-001 name one item; the 1 of a list names one in each list. */
function isNumbered({ number, id }: PlanItem): boolean {
  return id !== undefined || number?.includes('.') === true;
}

function isByNumber({ via }: Mention): boolean {
  return via === 'graph' || via === 'table' || via === 'list';
}

function isOtherNumbering(via: Mention['via'], numbered: readonly Named[], others: readonly Named[]): boolean {
  const count = (named: readonly Named[]): number => named.filter(({ mention }) => mention.via === via).length;
  return count(others) > 1 && count(others) * 2 >= count(numbered);
}

function namingFinding({ item, mention }: Named): Finding {
  const args = { number: item.number ?? item.id ?? '', title: item.title, other: mention.title };
  return planFinding(planNaming, {
    place: item,
    message: { key: 'plan-naming', args },
    related: relate([mention], { key: 'plan-naming.here', args: { other: mention.title } }),
  });
}

/** Only where the number joins them: a name that was found by its words has some in common. */
function isOtherName({ title }: Mention, item: PlanItem): boolean {
  const [own, other] = [wordsOf(item.title.replace(GENERIC, ' ')), wordsOf(title.replace(GENERIC, ' '))];
  if (own.size === 0 || other.size === 0) return false;
  const all = new Set([...own, ...item.tasks.flatMap(({ text }) => [...wordsOf(text)])]);
  return shareOf(other, all) === 0 && shareOf(own, other) === 0;
}
