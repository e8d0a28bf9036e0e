// A plan document in, its roadmap out: lines, facts of every dialect, one model. Pure; never throws for any text.
import type { DocumentModel } from '../model/documentModel.ts';
import { buildPlanText } from './buildPlanText.ts';
import { dialects } from './dialects/index.ts';
import { joinFacts } from './join/joinFacts.ts';
import type { Dialect, PlanFact } from './facts.ts';
import type { Plan } from './plan.ts';
import type { PlanText } from './planText.ts';

/** `path` is relative to the library root. Undefined: the document holds no roadmap, whatever its name says. */
export function readPlan(path: string, model: DocumentModel): Plan | undefined {
  const text = buildPlanText(path, model);
  const read = readFacts(text);
  const facts = read.flatMap(({ facts: found }) => found);
  const milestones = facts.filter((fact) => fact.fact === 'milestone' && fact.id !== undefined);
  const isMilestonePlan = milestones.length > 1;
  if (!isMilestonePlan && !facts.some((fact) => fact.fact === 'item')) return undefined;
  const names = read.filter(({ facts: found }) => found.length > 0).map(({ name }) => name);
  const plan = joinFacts(text, facts, names);
  // Places that only name items again may have found none to name.
  return plan.items.length === 0 && !isMilestonePlan ? undefined : plan;
}

interface DialectFacts {
  readonly name: string;
  readonly facts: readonly PlanFact[];
}

function readFacts(text: PlanText): readonly DialectFacts[] {
  const readBy = (dialect: Dialect): DialectFacts => ({ name: dialect.name, facts: dialect.read(text) });
  const found = dialects.filter(({ isFallback }) => isFallback !== true).map(readBy);
  const all = found.flatMap(({ facts }) => facts);
  const further = dialects.filter(({ isFallback }) => isFallback === true).map(readBy);
  const plain = new Set(further.flatMap(({ facts }) => facts.filter(isItem).map(({ line }) => line)));
  // Items of another form: the plain lines are their tasks, or something else altogether.
  if (all.some((fact) => isItem(fact) && !plain.has(fact.line))) return found;
  const taken = linesOf(all);
  return [
    ...found,
    ...further.map(({ name, facts }) => ({ name, facts: facts.filter((fact) => !taken.has(fact.line)) })),
  ];
}

function isItem({ fact }: PlanFact): boolean {
  return fact === 'item';
}

/** Lines that mean something already: items, groups, gaps, checks, promises of milestones. */
function linesOf(facts: readonly PlanFact[]): ReadonlySet<number> {
  const lines = facts.flatMap((fact): readonly number[] => {
    if (fact.fact === 'checklist') return fact.tasks.map(({ line }) => line);
    if (fact.fact === 'phase') return (fact.tests ?? []).map(({ line }) => line);
    if (fact.fact === 'milestone') return (fact.claims ?? []).map(({ line }) => line);
    return ['gap', 'item', 'group'].includes(fact.fact) ? [fact.line] : [];
  });
  return new Set(lines);
}
