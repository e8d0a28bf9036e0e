// A stated sum (weeks, days, lines …) that differs from what its parts add up to.
import type { Finding } from '../finding.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import {
  disagrees,
  isCalendarTime,
  isCounted,
  isDeadline,
  mergeSame,
  writtenFigure,
} from '../roadmap/checks/figures.ts';
import { phaseTotals } from '../roadmap/checks/phaseTotals.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { StatedTotal } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

export const planSum: PlanRule = {
  kind: 'plan',
  code: 'plan-sum',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check: ({ plan, model }) => {
    const totals = [...plan.totals, ...phaseTotals(plan)].filter((total) => !isCounted(total) && disagrees(total));
    return mergeSame(totals.filter((total) => !isCalendarTime(total, plan) && !isDeadline(total, model))).flatMap(
      (same) => sumFinding(same, model),
    );
  },
};

function sumFinding(same: readonly StatedTotal[], model: DocumentModel): readonly Finding[] {
  const [total, ...others] = same;
  if (total === undefined) return [];
  const { stated, computed } = writtenFigure(total, model);
  const parts = total.computed?.parts ?? [];
  const fixes = same.flatMap((each) => writtenFigure(each, model).fix ?? []);
  const edits = fixes.flatMap((fix) => fix.edits);
  const fix = fixes.length === same.length ? fixes[0] : undefined;
  const args = { label: total.scope.label, stated, computed, count: parts.length };
  return [
    planFinding(planSum, {
      place: total,
      message: { key: 'plan-sum', args },
      related: [
        ...relate(others, { key: 'plan-sum.same', args: { stated } }),
        ...relate(parts, { key: 'plan-sum.part', args: { label: total.scope.label } }),
      ],
      ...(fix && { fixes: [{ ...fix, edits }] }),
    }),
  ];
}
