// Several items on one line of the schedule that fit only side by side. Off unless a team works one item at a time.
import { slotLoads } from '../roadmap/checks/slotLoad.ts';
import { loadFinding } from './plan-schedule-effort.ts';
import type { PlanRule } from './rule.ts';

export const planScheduleParallel: PlanRule = {
  kind: 'plan',
  code: 'plan-schedule-parallel',
  defaultSeverity: 'information',
  isOffByDefault: true,
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) =>
    slotLoads(plan)
      .filter(({ isOnlyInParallel }) => isOnlyInParallel)
      .map((load) => loadFinding(planScheduleParallel, load)),
};
