// Weeks and days that can not be: they end before they begin, leave their phase, or cut into each other.
import type { Finding } from '../finding.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { Place, Plan, ScheduleSlot, TimeRange } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planScheduleRange: PlanRule = {
  kind: 'plan',
  code: 'plan-schedule-range',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check: ({ plan, model }) => {
    const ranges: readonly Ranged[] = [
      ...plan.slots.map((slot) => ({ ...slot, name: slot.text })),
      ...plan.phases.flatMap(({ range, line, span, id }) =>
        range === undefined ? [] : [{ range, line, span, name: id }],
      ),
    ];
    const reversed = ranges.filter(({ range }) => range.from > range.to);
    return [
      ...reversed.map((ranged) => reversedFinding(ranged, model.source.slice(ranged.span))),
      ...outsideFindings(plan),
      ...overlapFindings(plan),
    ];
  },
};

interface Ranged extends Place {
  readonly range: TimeRange;
  readonly name: string;
}

function reversedFinding({ range, line, span }: Ranged, text: string): Finding {
  const { from, to } = range;
  const pattern = new RegExp(`(?<!\\d)(${String(from)})(\\D{1,8})(${String(to)})(?!\\d)`);
  const match = pattern.exec(text);
  const start = span.start + (match?.index ?? 0);
  const edit = match && {
    span: { start, end: start + match[0].length },
    newText: `${String(to)}${match[2] ?? '-'}${String(from)}`,
  };
  const args = { from, to };
  return planFinding(planScheduleRange, {
    place: { line, span },
    message: { key: 'plan-schedule-range.reversed', args },
    ...(edit && { fixes: [{ title: { key: 'plan-schedule-range.fix', args }, edits: [edit] }] }),
  });
}

function outsideFindings(plan: Plan): readonly Finding[] {
  const { phases } = indexOf(plan);
  return plan.slots.flatMap((slot) => {
    const phase = slot.phase === undefined ? undefined : phases.get(slot.phase);
    const whole = phase?.range;
    if (phase === undefined || whole === undefined || whole.unit !== slot.range.unit || isReversed(whole)) return [];
    if (isReversed(slot.range) || (slot.range.from >= whole.from && slot.range.to <= whole.to)) return [];
    const args = { text: slot.text, phase: phase.id, from: whole.from, to: whole.to };
    return planFinding(planScheduleRange, {
      place: slot,
      message: { key: 'plan-schedule-range.outside', args },
      related: relate([phase], { key: 'plan-schedule-range.phase' }),
    });
  });
}

/** Lines that share a part of their time and each have time of their own: `Week 1-3`, `Week 3-5`. */
function overlapFindings(plan: Plan): readonly Finding[] {
  const lines = plan.slots.filter(({ isBlock, range }) => !isBlock && !isReversed(range));
  const findings: Finding[] = [];
  let previous: ScheduleSlot | undefined;
  for (const slot of lines) {
    if (previous !== undefined && cutsInto(previous, slot)) findings.push(overlapFinding(previous, slot));
    previous = slot;
  }
  // Overlaps everywhere are the way of the plan, not a slip.
  return findings.length * 3 > lines.length ? [] : findings;
}

function cutsInto(a: ScheduleSlot, b: ScheduleSlot): boolean {
  if (a.range.unit !== b.range.unit || a.phase !== b.phase) return false;
  return a.range.from < b.range.from && b.range.from <= a.range.to && a.range.to < b.range.to;
}

function overlapFinding(before: ScheduleSlot, slot: ScheduleSlot): Finding {
  const args = { text: slot.text, before: before.text };
  return planFinding(planScheduleRange, {
    place: slot,
    message: { key: 'plan-schedule-range.overlap', args },
    related: relate([before], { key: 'plan-schedule-range.before' }),
  });
}

function isReversed({ from, to }: TimeRange): boolean {
  return from > to;
}
