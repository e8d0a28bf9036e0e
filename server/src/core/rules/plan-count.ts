// A stated number of things (cases, documents, gaps …) that differs from the things listed.
import { disagrees, isCounted, isDeadline, mergeSame, writtenFigure } from '../roadmap/checks/figures.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { PlanRule } from './rule.ts';

export const planCount: PlanRule = {
  kind: 'plan',
  code: 'plan-count',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check: ({ plan, model }) => {
    const wrong = plan.totals.filter((total) => isCounted(total) && disagrees(total) && !isDeadline(total, model));
    return mergeSame(wrong).flatMap((same) => {
      const [total, ...others] = same;
      if (total === undefined) return [];
      const { stated, computed, fix } = writtenFigure(total, model);
      return planFinding(planCount, {
        place: total,
        message: { key: 'plan-count', args: { label: total.scope.label, stated, computed } },
        related: [
          ...relate(others, { key: 'plan-sum.same', args: { stated } }),
          ...relate(total.computed?.parts ?? [], { key: 'plan-count.part' }),
        ],
        ...(fix && others.length === 0 && { fixes: [fix] }),
      });
    });
  },
};
