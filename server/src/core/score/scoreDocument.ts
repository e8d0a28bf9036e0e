// A document against a rubric: levels with the places that earn them, what the next level lacks, the total, what would bring
// most, and what people said. Pure; the machine's part and the people's part never mix but in `reviewed`.
import { normalKey } from '../model/normalKey.ts';
import type { ReviewEvent, ReviewRecord } from '../review/reviewRecord.ts';
import type { Question, Rubric, RubricCheck, RubricDimension, RubricLevel } from '../rubric/rubric.ts';
import { nextActions } from './actions.ts';
import { createJudge, type Judge, type JudgeContext } from './judge.ts';
import { reach, type Reached } from './levels.ts';
import type { DimensionScore, GivenLevel, JudgedCheck, NextLevel, Score } from './score.ts';
import { maxOf, totalOf, weightsOf } from './totals.ts';

export interface ScoreContext extends JudgeContext {
  /** Fingerprint of the content, as review records keep it; absent: whether it changed is not known. */
  readonly content?: string;
}

/** What people said of the document. */
type Reviews = Pick<ReviewRecord, 'events'>;

export function scoreDocument(context: ScoreContext, rubric: Rubric, review: Reviews = { events: [] }): Score {
  const judge = createJudge(context);
  const reached = rubric.dimensions.map((dimension) => reach(dimension, judge, maxOf(dimension, rubric)));
  const answers = answersOf(review);
  const weights = weightsOf(rubric);
  const dimensions = rubric.dimensions.map((dimension, index) =>
    dimensionScore(dimension, reached[index] ?? {}, {
      ...{ rubric, judge, answers },
      weight: weights[index] ?? 0,
      given: givenLevel(dimension.name, review, context.content),
    }),
  );
  const measured = totalOf(
    rubric,
    reached.map(({ level }) => level),
  );
  const given = dimensions.map((dimension) => dimension.given?.level ?? dimension.level);
  const reviewed = dimensions.some((dimension) => dimension.given !== undefined) ? totalOf(rubric, given) : undefined;
  return {
    standard: rubric.path,
    ...(rubric.version !== undefined && { standardVersion: rubric.version }),
    dimensions,
    ...(measured && { measured }),
    ...(reviewed && { reviewed }),
    actions: nextActions({ rubric, judge, context, reached }),
  };
}

interface Parts {
  readonly rubric: Rubric;
  readonly judge: Judge;
  readonly answers: Answers;
  readonly weight: number;
  readonly given: GivenLevel | undefined;
}

function dimensionScore(dimension: RubricDimension, reached: Reached, parts: Parts): DimensionScore {
  const { rubric, judge, answers, weight, given } = parts;
  const { name, parent, origin, levels } = dimension;
  const { level, reason, row, next } = reached;
  const checks = dimension.checks.map((check) => judgedCheck(check, judge, answers));
  const seen = new Set(checks.map(({ key }) => key));
  const asked = questionsAt(levels, row?.level).filter(({ key }) => !seen.has(key) && seen.add(key));
  return {
    name,
    ...(parent !== undefined && { parent }),
    weight,
    origin,
    max: maxOf(dimension, rubric),
    ...(level !== undefined && { level }),
    ...(reason !== undefined && { reason }),
    ...(row !== undefined && row.level.label !== '' && { label: row.level.label }),
    held: levels.length === 0 ? [] : (row?.judged ?? []).filter(({ outcome }) => outcome === 'met'),
    ...(next && { next: nextLevel(next.level, next.judged) }),
    checks,
    questions: asked.map((question) => answered(question, answers)),
    ...(given && { given }),
  };
}

function nextLevel({ score, label, text, origin }: RubricLevel, judged: NextLevel['lacking']): NextLevel {
  return { level: score, label, text, origin, lacking: judged.filter(({ outcome }) => outcome === 'unmet') };
}

/** Of the row that is reached, and of the one above it. Without a reached row those of the highest: somebody has to judge. */
function questionsAt(levels: readonly RubricLevel[], reached: RubricLevel | undefined): readonly Question[] {
  if (reached === undefined) return levels[0]?.questions ?? [];
  const index = levels.indexOf(reached);
  return [...reached.questions, ...(levels[index - 1]?.questions ?? [])];
}

// ---- people

type Answers = ReadonlyMap<string, 'met' | 'unmet' | 'not-applicable'>;
const outcomes = { yes: 'met', no: 'unmet', 'not-applicable': 'not-applicable' } as const;

/** By key of the question; events are in order, the last one counts. */
function answersOf({ events }: Reviews): Answers {
  return new Map(
    events.flatMap((event) => (event.kind === 'answer' ? [[event.question, outcomes[event.answer]] as const] : [])),
  );
}

type LevelEvent = Extract<ReviewEvent, { readonly kind: 'level' }>;

function givenLevel(dimension: string, { events }: Reviews, content: string | undefined): GivenLevel | undefined {
  const key = normalKey(dimension);
  const last = events.findLast(
    (event): event is LevelEvent => event.kind === 'level' && normalKey(event.dimension) === key,
  );
  if (last === undefined) return undefined;
  const { level, by, at, reason } = last;
  const isOutdated = content !== undefined && last.content !== content;
  return { level, by, at, ...(reason !== undefined && { reason }), isOutdated };
}

function judgedCheck(check: RubricCheck, judge: Judge, answers: Answers): JudgedCheck {
  const { key, text, origin, condition } = check;
  if (condition === undefined) return answered(check, answers);
  const judged = judge.judge(condition);
  return { key, text, origin, outcome: judged.outcome, by: 'measured', judged };
}

function answered({ key, text, origin }: Question, answers: Answers): JudgedCheck {
  return { key, text, origin, outcome: answers.get(key) ?? 'asked', by: 'answered' };
}
