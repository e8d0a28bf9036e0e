// A change that is tried before it is given out: the changed plan is read again, and where an item would be gone, doubled or
// not say what was asked for, the change is refused. Reading is cheap; a plan that a tool has spoilt is not.
import { applyEdits } from '../../applyEdits.ts';
import type { MarkdownParser } from '../../markdown/markdownParser.ts';
import { buildModel } from '../../model/buildModel.ts';
import type { Plan, PlanItem } from '../plan.ts';
import { readPlan } from '../readPlan.ts';
import { changePlan } from './changePlan.ts';
import type { ChangeOutcome, ChangeTarget, PlanChange } from './planChange.ts';

/** As changePlan, but only changes that the plan reads back. */
export function provenChange(target: ChangeTarget, change: PlanChange, parser: MarkdownParser): ChangeOutcome {
  const outcome = changePlan(target, change);
  if (!('edits' in outcome) || outcome.edits.length === 0) return outcome;
  const { plan, model, item } = target;
  const after = buildModel(applyEdits(model.source.text, outcome.edits), parser);
  const again = readPlan(plan.path, after);
  const isKept = again !== undefined && keepsItems(plan, again, change);
  if (isKept && (change.kind === 'move' || saysSo({ plan: again, model: after }, item, change))) return outcome;
  return { refusal: { key: 'roadmap.change.unread', args: { line: item.line + 1 } } };
}

function keepsItems(before: Plan, after: Plan, { kind }: PlanChange): boolean {
  const titles = new Set(after.items.map(({ title }) => title));
  if (!before.items.every(({ title }) => titles.has(title))) return false;
  // Two places that give one item different priorities may be read as two items until the other one follows.
  return (
    after.items.length === before.items.length || (kind === 'priority' && after.items.length > before.items.length)
  );
}

/** The same change has nothing to do any more. */
function saysSo(changed: Omit<ChangeTarget, 'item'>, { key, title, line }: PlanItem, change: PlanChange): boolean {
  const named = changed.plan.items.filter((item) => item.title === title);
  const same = named.find((item) => item.key === key) ?? named.find((item) => item.line === line) ?? named[0];
  if (same === undefined) return false;
  const outcome = changePlan({ ...changed, item: same }, change);
  return 'edits' in outcome && outcome.edits.length === 0;
}
