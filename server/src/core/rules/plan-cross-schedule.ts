// One item that two plans put at different times.
import type { Finding } from '../finding.ts';
import { sameInOthers, type PlannedItem } from '../roadmap/joinPlans.ts';
import type { Plan, PlanItem, ScheduleSlot, TimeRange } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planCrossSchedule: PlanRule = {
  kind: 'plan',
  code: 'plan-cross-schedule',
  // Two plans may begin to count at different days.
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, files, otherPlans }) => {
    const same = sameInOthers(plan, otherPlans, files?.paths ?? NOTHING);
    return plan.items.flatMap((item) => itemFindings(item, plan, same.get(item.key) ?? []));
  },
};

const NOTHING: ReadonlySet<string> = new Set();

function itemFindings(item: PlanItem, plan: Plan, others: readonly PlannedItem[]): readonly Finding[] {
  const own = slotsOf(item, plan);
  const [first] = own;
  if (first === undefined) return [];
  const against = others.flatMap((other) => {
    const slots = slotsOf(other.item, other.plan);
    const isApart = slots.length > 0 && own.every((slot) => slots.every((each) => areApart(slot.range, each.range)));
    return isApart ? slots.map((slot) => ({ plan: other.plan, slot })) : [];
  });
  const [other] = against;
  if (other === undefined) return [];
  const { code, defaultSeverity: severity } = planCrossSchedule;
  const args = {
    title: item.title,
    time: rangeText(first.range),
    other: rangeText(other.slot.range),
    path: other.plan.path,
    line: other.slot.line + 1,
  };
  const related = against.map(({ plan: where, slot }) => ({
    message: { key: 'plan-cross-schedule.other', args: { time: rangeText(slot.range) } } as const,
    path: where.path,
    span: slot.span,
  }));
  return [{ code, severity, message: { key: 'plan-cross-schedule', args }, span: first.span, related }];
}

/** Lines that name the item; blocks only where there is no such line. */
function slotsOf(item: PlanItem, plan: Plan): readonly ScheduleSlot[] {
  const slots = item.slots.flatMap((index) => plan.slots[index] ?? []);
  const lines = slots.filter((slot) => !slot.isBlock);
  return lines.length > 0 ? lines : slots;
}

/** Weeks against days say nothing: nobody knows where they begin. */
function areApart(a: TimeRange, b: TimeRange): boolean {
  return a.unit === b.unit && (a.to < b.from || b.to < a.from);
}

function rangeText({ unit, from, to }: TimeRange): string {
  const name = { week: 'Week', day: 'Day', month: 'Month', quarter: 'Q' }[unit];
  return from === to ? `${name} ${String(from)}` : `${name} ${String(from)}-${String(to)}`;
}
