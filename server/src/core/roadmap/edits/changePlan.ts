// A change that a person made in the roadmap, written back to the plan: the smallest edit, or a reason why there is none.
import { changeMilestone } from './changeMilestone.ts';
import { changePriority } from './changePriority.ts';
import { changeStatus } from './changeStatus.ts';
import { moveItem } from './moveItem.ts';
import { tickTask } from './tickTask.ts';
import type { ChangeOutcome, ChangeTarget, PlanChange } from './planChange.ts';

export function changePlan(target: ChangeTarget, change: PlanChange): ChangeOutcome {
  switch (change.kind) {
    case 'status':
      return changeStatus(target, change.status);
    case 'priority':
      return changePriority(target, change.priority);
    case 'milestone':
      return changeMilestone(target, change.milestone);
    case 'move':
      return moveItem(target, change.group);
    case 'task':
      return tickTask(target, change.box, change.isDone);
  }
}
