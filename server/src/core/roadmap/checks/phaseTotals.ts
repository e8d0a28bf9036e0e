// The effort that a phase states, held against the efforts of its items, where the reading gave no total for it.
import type { Effort, Plan, PlanPhase, StatedTotal } from '../plan.ts';
import { DAYS } from '../words/effort.ts';
import { indexOf } from './planIndex.ts';

export function phaseTotals(plan: Plan): readonly StatedTotal[] {
  const known = new Set(plan.totals.map(({ line }) => line));
  return plan.phases.flatMap((phase) => {
    const stated = phase.efforts.length > 0 ? phase.efforts : [...(phase.effort === undefined ? [] : [phase.effort])];
    const open = stated.filter(({ line }) => !known.has(line));
    if (open.length < stated.length) return [];
    return open.flatMap(({ value, line, span, text }) => {
      const computed = sumOf(plan, phase, value.unit);
      if (computed === undefined) return [];
      const scope = { kind: 'phase', of: phase.key, label: phase.id } as const;
      return [{ line, span, text, min: value.min, max: value.max, unit: value.unit, scope, computed }];
    });
  });
}

function sumOf(plan: Plan, phase: PlanPhase, unit: Effort['unit']): StatedTotal['computed'] {
  const items = indexOf(plan).itemsOfPhase(phase.key);
  const efforts = items.flatMap(({ effort }) => effort ?? []);
  if (efforts.length < 2 || efforts.length < items.length) return undefined;
  const days = { min: 0, max: 0 };
  for (const { value } of efforts) {
    days.min += value.isOptional === true ? 0 : value.min * DAYS[value.unit];
    days.max += value.max * DAYS[value.unit];
  }
  return { min: days.min / DAYS[unit], max: days.max / DAYS[unit], parts: efforts };
}
