// Something that a design note gives up and other lines of the plan still count on.
import type { Finding } from '../finding.ts';
import { buildPlanText } from '../roadmap/buildPlanText.ts';
import { createUses, droppedTerms, type DroppedTerm } from '../roadmap/checks/droppedTerms.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { claimedMilestones } from '../roadmap/checks/milestoneClaims.ts';
import type { MilestoneClaim, Place, Plan } from '../roadmap/plan.ts';
import type { PlanLine } from '../roadmap/planText.ts';
import type { PlanRule } from './rule.ts';

const MOST_TERMS = 50;

export const planDesign: PlanRule = {
  kind: 'plan',
  code: 'plan-design',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, model }) => {
    const dropped = droppedTerms(plan).slice(0, MOST_TERMS);
    if (dropped.length === 0) return [];
    const uses = createUses(plan, buildPlanText(plan.path, model));
    const claims = new Map(
      claimedMilestones(plan).flatMap(({ claims: all }) => all.map((claim) => [claim.line, claim])),
    );
    const renamed = renamedLines(plan);
    return dropped.flatMap((term) => findingsFor(term, uses(term), { claims, renamed }));
  },
};

/** Lines that are told in another way. */
interface Told {
  readonly claims: ReadonlyMap<number, MilestoneClaim>;
  readonly renamed: ReadonlySet<number>;
}

/** What a milestone says is reached is told by itself; the other uses are left-overs of one decision. */
function findingsFor(dropped: DroppedTerm, uses: readonly PlanLine[], { claims, renamed }: Told): readonly Finding[] {
  const { term, note } = dropped;
  const claimed = uses.flatMap(({ line }) => claims.get(line) ?? []);
  const left = uses.filter(({ line }) => !claims.has(line) && !renamed.has(line));
  const back = relate([note], { key: 'plan-design.note' });
  const ofClaims = claimed.map((claim) =>
    planFinding(planDesign, {
      place: claim,
      message: { key: 'plan-design.claim', args: { claim: claim.text, term } },
      related: back,
    }),
  );
  if (left.length === 0) return ofClaims;
  const related = relate(left.map(placeOf), { key: 'plan-design.use', args: { term } });
  const message = { key: 'plan-design', args: { term, count: left.length } } as const;
  return [...ofClaims, planFinding(planDesign, { place: note, message, related })];
}

/** A picture that names the item after what was given up is told by plan-naming. */
function renamedLines(plan: Plan): ReadonlySet<number> {
  return new Set(
    plan.items.flatMap(({ mentions }) => mentions.filter(({ via }) => via === 'graph').map(({ line }) => line)),
  );
}

function placeOf({ line, span }: PlanLine): Place {
  return { line, span };
}
