// A plan document in, its roadmap out: lines, facts of every dialect, one model. Pure; never throws for any text.
import type { DocumentModel } from '../model/documentModel.ts';
import { buildPlanText } from './buildPlanText.ts';
import { dialects } from './dialects/index.ts';
import { joinFacts } from './join/joinFacts.ts';
import type { Plan } from './plan.ts';

/** `path` is relative to the library root. Undefined: the document holds no roadmap, whatever its name says. */
export function readPlan(path: string, model: DocumentModel): Plan | undefined {
  const text = buildPlanText(path, model);
  const read = dialects.map((dialect) => ({ name: dialect.name, facts: dialect.read(text) }));
  const facts = read.flatMap(({ facts: found }) => found);
  const milestones = facts.filter((fact) => fact.fact === 'milestone' && fact.id !== undefined);
  const isMilestonePlan = milestones.length > 1;
  if (!isMilestonePlan && !facts.some((fact) => fact.fact === 'item')) return undefined;
  const names = read.filter(({ facts: found }) => found.length > 0).map(({ name }) => name);
  const plan = joinFacts(text, facts, names);
  // Places that only name items again may have found none to name.
  return plan.items.length === 0 && !isMilestonePlan ? undefined : plan;
}
