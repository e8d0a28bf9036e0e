// An item that breaks a rule that the plan states for all items.
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import type { ItemRule, Plan, PlanItem, Stated, Size } from '../roadmap/plan.ts';
import type { Finding } from '../finding.ts';
import type { PlanRule } from './rule.ts';

/** Each rule is held against each item: with more of them nobody would read what comes of it. */
const MOST_RULES = 20;

export const planRule: PlanRule = {
  kind: 'plan',
  code: 'plan-rule',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan }) => plan.itemRules.slice(0, MOST_RULES).flatMap((rule) => ruleFindings(rule, plan)),
};

function ruleFindings(rule: ItemRule, plan: Plan): readonly Finding[] {
  const { min, unit } = rule;
  if (min === undefined || unit !== 'line') return [];
  return plan.items.flatMap((item) => {
    const size = plannedSize(item);
    if (size === undefined || size.value.unit !== unit || (size.value.max ?? size.value.min) >= min) return [];
    const args = { title: item.title, size: size.text, rule: rule.text };
    return planFinding(planRule, {
      place: size,
      message: { key: 'plan-rule', args },
      related: relate([rule], { key: 'plan-rule.rule' }),
    });
  });
}

function plannedSize({ expectedSize }: PlanItem): Stated<Size> | undefined {
  return expectedSize;
}
