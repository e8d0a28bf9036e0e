// Criteria of a review standard that tell nothing apart: never met, always met, the same as those of the level below, or
// nothing that could be measured or asked. Each is found in the compiled rubric, so that it is about what the tool does.
import type { Message, Origin, Severity } from '../finding.ts';
import { implies, subjectOf, type Atom, type CountRange } from './atoms.ts';
import { readCount } from './amounts.ts';
import { isGroup } from './phrases.ts';
import type { Condition, Question, Rubric, RubricDimension, RubricLevel } from './rubric.ts';

export interface RubricProblem {
  readonly severity: Severity;
  /** The code is its key without the variant. */
  readonly message: Message;
  readonly origin: Origin;
  /** The words in that line that it is about; empty: the line. */
  readonly text: string;
}

export function rubricProblems(rubric: Rubric): readonly RubricProblem[] {
  return rubric.dimensions.flatMap((dimension) => [
    ...unmeasured(dimension),
    ...dimension.levels.flatMap((level) => level.conditions.flatMap((one) => conditionProblems(one, level.origin))),
    ...dimension.levels.flatMap((level) => contradictions(level)),
    ...dimension.checks.flatMap(({ condition, origin }) =>
      condition === undefined ? [] : conditionProblems(condition, origin),
    ),
    ...levelProblems(dimension),
    ...uncounted(dimension),
  ]);
}

/** No level and no check of it can be measured, and nothing is asked either. */
function unmeasured({ name, levels, checks, origin }: RubricDimension): readonly RubricProblem[] {
  const isEmpty = levels.every(({ conditions, questions }) => conditions.length + questions.length === 0);
  if (!isEmpty || checks.length > 0) return [];
  const message = { key: 'standard-dimension-unmeasured', args: { name } } as const;
  return [{ severity: 'information', message, origin, text: name }];
}

// ---- one condition

function conditionProblems(condition: Condition, origin: Origin): readonly RubricProblem[] {
  const { text } = condition;
  if (condition.kind === 'some-of') {
    const { least, conditions } = condition;
    const inner = conditions.flatMap((one) => conditionProblems(one, origin));
    if (least <= conditions.length) return inner;
    const args = { text, least, of: conditions.length };
    return [{ severity: 'warning', message: { key: 'standard-criterion-impossible.some-of', args }, origin, text }];
  }
  if (condition.kind !== 'count' && condition.kind !== 'bound') return [];
  const { min = 0, max = Infinity } = condition;
  if (min > max) {
    const message = { key: 'standard-criterion-impossible.range', args: { text, min, max } } as const;
    return [{ severity: 'warning', message, origin, text }];
  }
  if (min > 0 || max < Infinity) return [];
  return [{ severity: 'warning', message: { key: 'standard-criterion-always', args: { text } }, origin, text }];
}

/** 引用10条以上，引用最多5条 in one row. */
function contradictions({ conditions, origin }: RubricLevel): readonly RubricProblem[] {
  const counted = conditions.filter((one) => one.kind === 'count' || one.kind === 'bound');
  return counted.flatMap((one, index) => {
    const other = counted
      .slice(0, index)
      .find((before) => subjectOf(before) === subjectOf(one) && !overlap(before, one));
    if (other === undefined) return [];
    const args = { text: one.text, other: other.text };
    return [
      {
        severity: 'warning' as const,
        message: { key: 'standard-criterion-impossible' as const, args },
        origin,
        text: one.text,
      },
    ];
  });
}

function overlap(one: CountRange, other: CountRange): boolean {
  return Math.max(one.min ?? 0, other.min ?? 0) <= Math.min(one.max ?? Infinity, other.max ?? Infinity);
}

// ---- rows against each other

/** Rows that can be measured, each with the next one below it. */
function levelProblems({ levels }: RubricDimension): readonly RubricProblem[] {
  const measured = levels.filter(({ conditions }) => conditions.length > 0);
  return measured.flatMap((upper, index) => {
    const lower = measured[index + 1];
    if (lower === undefined || !demandsAll(lower.conditions, upper.conditions)) return [];
    const isSame = demandsAll(upper.conditions, lower.conditions);
    // A reviewer can tell them apart where the upper one asks for more.
    if (isSame && asksMore(upper.questions, lower.questions)) return [];
    const args = { upper: upper.score, lower: lower.score };
    const { origin, text } = upper;
    const found: RubricProblem = isSame
      ? { severity: 'information', message: { key: 'standard-level-same', args }, origin, text }
      : { severity: 'warning', message: { key: 'standard-level-weaker', args }, origin, text };
    return [found];
  });
}

function asksMore(upper: readonly Question[], lower: readonly Question[]): boolean {
  const keys = new Set(lower.map(({ key }) => key));
  return upper.some(({ key }) => !keys.has(key));
}

/** Whoever meets all of `given` meets all of `wanted`. */
function demandsAll(given: readonly Condition[], wanted: readonly Condition[]): boolean {
  return wanted.every((one) => follows(given, one));
}

function follows(given: readonly Condition[], wanted: Condition): boolean {
  const atoms = given.filter((one): one is Atom => one.kind !== 'some-of');
  if (wanted.kind !== 'some-of') return atoms.some((one) => implies(one, wanted));
  const met = wanted.conditions.filter((part) => follows(atoms, part)).length;
  if (met >= wanted.least) return true;
  return given.some((one) => one.kind === 'some-of' && guaranteed(one, wanted.conditions) >= wanted.least);
}

/** How many of `wanted` are there at least where the group is met. */
function guaranteed(
  { least, conditions }: Extract<Condition, { kind: 'some-of' }>,
  wanted: readonly Condition[],
): number {
  const useful = conditions.filter((part) => wanted.some((one) => follows([part], one))).length;
  return least - (conditions.length - useful);
}

// ---- numbers that nothing counts

function uncounted({ levels, checks }: RubricDimension): readonly RubricProblem[] {
  const asked = [
    ...levels.flatMap(({ questions }) => questions),
    ...checks.filter(({ condition }) => condition === undefined),
  ];
  return asked
    .filter(({ text }) => readCount(text) !== undefined && !isGroup(text))
    .map(({ text, origin }) => ({
      ...{ severity: 'information' as const, origin, text },
      message: { key: 'standard-criterion-unmeasured' as const, args: { text } },
    }));
}
