// An examined document against the standard of its kind, with every measure there is. The same for editor and command line.
import type { Examination } from '../analysis.ts';
import { isOff } from '../checking/ruleStates.ts';
import type { LibraryContext } from '../library/libraryContext.ts';
import { measures } from '../measures/index.ts';
import { contentPrint } from '../review/sectionPrints.ts';
import { compileRubric } from '../rubric/compileRubric.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { Standard } from '../standard/standard.ts';
import type { ReviewRecord } from '../review/reviewRecord.ts';
import { scoreDocument } from './scoreDocument.ts';
import type { Score } from './score.ts';

export interface ScoredExamination {
  readonly score: Score;
  readonly rubric: Rubric;
}

const rubrics = new WeakMap<Standard, Rubric>();
const unscored = new Set(['template', 'standard', 'plan', 'other']);

/** Compiled once for each standard. */
export function rubricOf(standard: Standard): Rubric {
  const known = rubrics.get(standard) ?? compileRubric(standard, measures);
  rubrics.set(standard, known);
  return known;
}

/** Undefined for documents of kinds without a standard, and for what is no case or topic. */
export function scoreExamination(
  { model, facts, ownFindings, context, bound, kind }: Examination,
  { configuration }: Pick<LibraryContext, 'configuration'>,
  review?: Pick<ReviewRecord, 'events'>,
): ScoredExamination | undefined {
  const standard = context?.standard;
  if (standard === undefined || standard.dimensions.length === 0 || unscored.has(kind.kind)) return undefined;
  const rubric = rubricOf(standard);
  const ground = {
    ...{ model, facts, measures },
    findings: ownFindings,
    language: facts.language,
    content: contentPrint(facts),
    isOff: (code: string) => isOff(code, configuration),
    ...(bound && { bound }),
  };
  return { score: scoreDocument(ground, rubric, review), rubric };
}
