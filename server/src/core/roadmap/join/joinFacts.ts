// Facts of all dialects become one plan: definitions, their mentions, groups, phases, schedule.
import type { PlanFact } from '../facts.ts';
import type { Plan } from '../plan.ts';
import type { PlanText } from '../planText.ts';

/** `dialects`: names of those that found something. */
export function joinFacts(text: PlanText, facts: readonly PlanFact[], dialects: readonly string[]): Plan {
  const { model, path } = text;
  const goals = facts.filter((fact) => fact.fact === 'goal');
  const itemRules = facts.filter((fact) => fact.fact === 'item-rule');
  const checklists = facts.filter((fact) => fact.fact === 'checklist');
  const designNotes = facts.filter((fact) => fact.fact === 'design-note');
  return {
    path,
    title: model.title?.heading.identity.name ?? path,
    statuses: [],
    items: [],
    groups: [],
    phases: [],
    slots: [],
    milestones: [],
    gaps: [],
    totals: [],
    dependencies: [],
    goals,
    itemRules,
    checklists,
    designNotes,
    dialects,
  };
}
