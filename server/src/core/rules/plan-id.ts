// One id for two items.
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { PlanItem } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

/** Numbers of headings are the business of numbering-sequence. */
const NUMBER = /^\d+(?:\.\d+)*$/;

export const planId: PlanRule = {
  kind: 'plan',
  code: 'plan-id',
  defaultSeverity: 'error',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => {
    const known = new Map<string, PlanItem>();
    return plan.items.flatMap((item) => {
      const id = item.id?.toUpperCase();
      if (id === undefined || NUMBER.test(id)) return [];
      const first = known.get(id);
      if (first === undefined) {
        known.set(id, item);
        return [];
      }
      const args = { id: item.id ?? '', title: item.title, other: first.title, line: first.line + 1 };
      return planFinding(planId, {
        place: item,
        message: { key: 'plan-id', args },
        related: relate([first], { key: 'plan-id.first' }),
      });
    });
  },
};
