// A line of the schedule that gives an item less time than its effort.
import type { Finding } from '../finding.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { slotLoads, type SlotLoad } from '../roadmap/checks/slotLoad.ts';
import type { PlanRule } from './rule.ts';

export const planScheduleEffort: PlanRule = {
  kind: 'plan',
  code: 'plan-schedule-effort',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) =>
    slotLoads(plan)
      .filter(({ isTooShort }) => isTooShort)
      .map((load) => loadFinding(planScheduleEffort, load)),
};

/** Also used where items fit side by side only. */
export function loadFinding(rule: PlanRule, { slot, items, needed }: SlotLoad): Finding {
  const { from, to, unit } = slot.range;
  const given = to - from + 1;
  const single = items.length === 1 ? items[0] : undefined;
  const args = { given, needed: needed.min, count: items.length, title: single?.title ?? '' };
  const suffix = unit === 'quarter' ? 'month' : unit;
  return planFinding(rule, {
    place: slot,
    message: {
      key:
        single === undefined
          ? (`plan-schedule-effort.${suffix}s` as const)
          : (`plan-schedule-effort.${suffix}` as const),
      args: unit === 'quarter' ? { ...args, given: given * 3 } : args,
    },
    related: items.flatMap(({ effort, title }) =>
      effort === undefined
        ? []
        : relate([effort], { key: 'plan-schedule-effort.effort', args: { title, effort: effort.text } }),
    ),
  });
}
