// Constraints that check nothing: they name a facet that nobody has, or select nothing in the whole library. A constraint
// that can never match must not look like one that holds.
import { classificationOf, findFacet } from '../classification/classificationOf.ts';
import type { Finding, Message } from '../finding.ts';
import type { Constraint } from './constraint.ts';
import type { ConstraintGround } from './constraintNode.ts';
import { evaluationOf } from './evaluation.ts';

/** Findings in the configuration file, for a library that has been read to the end. */
export function idleConstraints(ground: ConstraintGround): readonly Finding[] {
  const { constraints = [] } = ground.configuration;
  return constraints.flatMap((constraint): readonly Finding[] => {
    const { id, span } = constraint;
    const facet = unknownFacet(constraint, ground);
    if (facet !== undefined) {
      const message: Message = { key: 'constraint-idle.facet', args: { id, facet } };
      return [{ code: 'constraint-idle', severity: 'warning', message, span }];
    }
    if (selectsSomething(constraint, ground)) return [];
    const message: Message = { key: `constraint-idle.${constraint.select.of}`, args: { id } };
    return [{ code: 'constraint-idle', severity: 'information', message, span }];
  });
}

function unknownFacet({ select }: Constraint, { configuration }: ConstraintGround): string | undefined {
  const classification = classificationOf(configuration);
  return Object.keys(select.facets ?? {}).find((name) => findFacet(classification, name) === undefined);
}

function selectsSomething(constraint: Constraint, ground: ConstraintGround): boolean {
  const evaluation = evaluationOf(ground);
  const { of } = constraint.select;
  const paths = of === 'document' ? ground.index.documents.keys() : (ground.plans ?? []).map(({ path }) => path);
  for (const path of paths) {
    if (evaluation.nodesIn(path, of).some((node) => evaluation.isSelected(constraint, node))) return true;
  }
  return false;
}
