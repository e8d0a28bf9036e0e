// What plan rules say of a plan: held against itself, the files of the library, and the other plans.
import type { Examination } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import type { LibraryContext } from '../library/libraryContext.ts';
import { rules } from '../rules/index.ts';
import type { PlanRule } from '../rules/rule.ts';
import { isOff } from './ruleStates.ts';

/** Raw findings; empty for documents that are no plan. */
export function planFindings(
  { plan, model }: Pick<Examination, 'plan' | 'model'>,
  { files, plans = [], configuration }: LibraryContext,
): readonly Finding[] {
  if (plan === undefined) return [];
  const otherPlans = plans.filter((other) => other.path !== plan.path);
  const context = { plan, model, otherPlans, ...(files && { files }) };
  return rules
    .filter((rule): rule is PlanRule => rule.kind === 'plan' && !isOff(rule.code, configuration))
    .flatMap((rule) => rule.check(context, configuration.rules[rule.code]?.options ?? {}));
}
