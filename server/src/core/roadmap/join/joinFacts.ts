// Facts of all dialects become one plan. Each step is a file of its own; this one only puts them in order.
import type { Span } from '../../sourceText.ts';
import type { DesignNoteFact, PlanFact } from '../facts.ts';
import type { DesignNote, Plan } from '../plan.ts';
import type { PlanText } from '../planText.ts';
import { isGroup, planGroup, planItem, planPhase, planSlot } from './buildPlan.ts';
import { criticalPath } from './criticalPath.ts';
import { bare, byPlace, innermost, type ItemDraft } from './drafts.ts';
import { joinDependencies } from './joinDependencies.ts';
import { joinGaps } from './joinGaps.ts';
import { joinGroups } from './joinGroups.ts';
import { joinItems } from './joinItems.ts';
import { joinMilestones } from './joinMilestones.ts';
import { joinPhases, placeInPhases } from './joinPhases.ts';
import { joinSchedule } from './joinSchedule.ts';
import { joinTotals } from './joinTotals.ts';
import { planHead } from './planHead.ts';

/** `dialects`: names of those that found something. */
export function joinFacts(text: PlanText, facts: readonly PlanFact[], dialects: readonly string[]): Plan {
  const { model, path } = text;
  const of = <K extends PlanFact['fact']>(kind: K): readonly Extract<PlanFact, { readonly fact: K }>[] =>
    facts.filter((fact): fact is Extract<PlanFact, { readonly fact: K }> => fact.fact === kind);
  const groups = joinGroups(of('group'));
  const items = joinItems(of('item'), groups);
  const phases = joinPhases(of('phase'));
  placeInPhases(items.all, phases);
  const slots = joinSchedule(of('slot'), items, phases, model.source);
  const milestones = joinMilestones(of('milestone'), items, phases, slots);
  const gaps = joinGaps(of('gap'), items, groups);
  const dependencies = joinDependencies(of('dependency'), items, phases);
  const { sections } = model;
  const totals = joinTotals(of('total'), { items, groups, phases, milestones, gaps, slots, sections });
  const planItems = items.all.map(planItem);
  const planPhases = phases.all.map(planPhase);
  const steps = [...planPhases, ...planItems].map(({ key, dependsOn, effort }) => ({
    key,
    dependsOn,
    ...(effort && { effort: effort.value }),
  }));
  const longest = criticalPath(steps);
  return {
    ...planHead(path, model),
    items: planItems,
    groups: groups.all
      .filter(isGroup)
      .toSorted((a, b) => byPlace(a.definition, b.definition))
      .map(planGroup),
    phases: planPhases,
    slots: slots.map(planSlot),
    milestones,
    gaps,
    totals,
    dependencies,
    ...(longest && { criticalPath: longest }),
    goals: of('goal').map(bare),
    itemRules: of('item-rule').map(bare),
    checklists: of('checklist').map(bare),
    designNotes: joinNotes(of('design-note'), items.all),
    dialects,
  };
}

/** Notes know the item whose block they stand in. */
function joinNotes(facts: readonly DesignNoteFact[], items: readonly ItemDraft[]): readonly DesignNote[] {
  const extentOf = ({ definition }: ItemDraft): Span => definition.extent ?? definition.span;
  const around = innermost(facts, items, extentOf);
  return facts.map((fact) => {
    const item = around.get(fact);
    return { ...bare(fact), ...(item && { item: item.key }) };
  });
}
