// Boxes against the words of their own lines: `- [ ] … （✅ 已实现）`, `- [x] … （待实现）`. One finding for the boxes of one item.
import type { Finding } from '../../finding.ts';
import type { PlanRule } from '../../rules/rule.ts';
import type { Plan, PlanTask } from '../plan.ts';
import { planFinding, relate } from './planFinding.ts';
import { standingOf } from './standing.ts';

export function boxFindings(plan: Plan, rule: PlanRule): readonly Finding[] {
  const lists = [
    ...plan.items.map(({ tasks }) => tasks),
    ...plan.phases.map(({ tests }) => tests),
    ...plan.checklists.map(({ tasks }) => tasks),
  ];
  return lists.flatMap((tasks) => [
    ...listFinding(tasks.filter(isUnticked), rule),
    ...listFinding(tasks.filter(isTickedTooEarly), rule),
  ]);
}

function isUnticked({ isDone, inlineStatus }: PlanTask): boolean {
  return !isDone && inlineStatus !== undefined && standingOf(inlineStatus) === 'done';
}

function isTickedTooEarly({ isDone, inlineStatus }: PlanTask): boolean {
  const standing = inlineStatus && standingOf(inlineStatus);
  return isDone && standing !== undefined && standing !== 'done';
}

function listFinding(tasks: readonly PlanTask[], rule: PlanRule): readonly Finding[] {
  const [first, ...others] = tasks;
  if (first === undefined) return [];
  const args = { status: first.inlineStatus?.text ?? '', count: tasks.length };
  const newText = first.isDone ? '[ ]' : '[x]';
  return [
    planFinding(rule, {
      place: first,
      message: { key: first.isDone ? 'plan-status.ticked' : 'plan-status.unticked', args },
      related: relate(others, { key: 'plan-status.same' }),
      fixes: [
        {
          title: { key: first.isDone ? 'plan-status.fix-untick' : 'plan-status.fix-tick', args },
          edits: tasks.map(({ box }) => ({ span: box, newText })),
        },
      ],
    }),
  ];
}
