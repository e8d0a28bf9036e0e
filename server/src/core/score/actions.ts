// What would bring most: for each dimension what the next level lacks, how much the total grows by it, and what can be done at
// once. Gains are computed by scoring again as if it were met, never estimated.
import type { SectionSpec } from '../template/template.ts';
import type { Finding, Message } from '../finding.ts';
import type { Evidence, Measure } from '../measures/measure.ts';
import type { Condition, Rubric, RubricDimension } from '../rubric/rubric.ts';
import { createVocabulary, tokensOf } from '../rubric/vocabulary.ts';
import { rulesNamed } from '../rubric/compilePhrase.ts';
import type { SectionBinding } from '../binding/boundDocument.ts';
import type { Atom } from '../rubric/atoms.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { reach, type Reached } from './levels.ts';
import type { JudgedCondition, NextAction } from './score.ts';
import { maxOf, meanOf } from './totals.ts';

export interface Ground {
  readonly rubric: Rubric;
  readonly judge: Judge;
  readonly context: JudgeContext;
  /** In the order of the dimensions. */
  readonly reached: readonly Reached[];
}

/** Those that bring something, the one that brings most first; then the one that takes less. */
export function nextActions(ground: Ground): readonly NextAction[] {
  const { rubric } = ground;
  const found = rubric.dimensions.flatMap((dimension, index) => wantedIn(dimension, index, ground));
  return found
    .flatMap(({ dimension, index, lacking }) => actionOf(dimension, index, { lacking, ground }))
    .toSorted((a, b) => b.gain - a.gain || a.together.length - b.together.length);
}

interface Wanted {
  readonly dimension: RubricDimension;
  readonly index: number;
  readonly lacking: readonly JudgedCondition[];
}

function wantedIn(dimension: RubricDimension, index: number, ground: Ground): readonly Wanted[] {
  const reached = ground.reached[index];
  if (reached?.level === undefined) return [];
  if (dimension.levels.length > 0) {
    const lacking = (reached.next?.judged ?? []).filter(({ outcome }) => outcome === 'unmet');
    return lacking.length === 0 ? [] : [{ dimension, index, lacking: lacking.flatMap((one) => chosen(one, ground)) }];
  }
  // Without rows each check counts by itself.
  return dimension.checks.flatMap(({ condition }) => {
    const judged = condition && ground.judge.judge(condition);
    return judged?.outcome === 'unmet' ? [{ dimension, index, lacking: chosen(judged, ground) }] : [];
  });
}

/** Of a group as many as it takes, those first that can be mended at once. */
function chosen(judged: JudgedCondition, ground: Ground): readonly JudgedCondition[] {
  const { condition, parts } = judged;
  if (condition.kind !== 'some-of' || parts === undefined) return [judged];
  const applicable = parts.filter(({ outcome }) => outcome !== 'not-applicable');
  const met = applicable.filter(({ outcome }) => outcome === 'met').length;
  const missing = Math.min(condition.least, applicable.length) - met;
  const unmet = applicable.filter(({ outcome }) => outcome === 'unmet');
  const quick = new Set(unmet.filter((one) => fixOf(one, ground.context) !== undefined));
  const sorted = [...unmet.filter((one) => quick.has(one)), ...unmet.filter((one) => !quick.has(one))];
  return sorted.slice(0, missing).flatMap((one) => chosen(one, ground));
}

interface Choice {
  readonly lacking: readonly JudgedCondition[];
  readonly ground: Ground;
}

function actionOf(dimension: RubricDimension, index: number, { lacking, ground }: Choice): readonly NextAction[] {
  const { rubric, judge, context, reached } = ground;
  const [first, ...others] = lacking;
  const from = reached[index]?.level;
  if (first === undefined || from === undefined) return [];
  const after = levelsWith(rubric, judge.assuming(lacking.map(({ condition }) => condition).filter(isAtom)));
  const before = reached.map(({ level }) => level);
  const gain = (meanOf(rubric, after) ?? 0) - (meanOf(rubric, before) ?? 0);
  const to = after[index] ?? from;
  if (gain <= 1e-9) return [];
  const place = lacking.flatMap(({ missing }) => missing)[0];
  const fix = lacking.map((one) => fixOf(one, context)).find((one) => one !== undefined);
  return [
    {
      dimension: dimension.name,
      condition: first.condition,
      together: others.map(({ condition }) => condition),
      from,
      to,
      text: textOf(lacking.map(({ condition }) => condition)),
      gain: Math.round(gain * 10_000) / 10_000,
      ...(place && { span: place.span }),
      ...(fix && { fix }),
    },
  ];
}

function isAtom(condition: Condition): condition is Atom {
  return condition.kind !== 'some-of';
}

function levelsWith(rubric: Rubric, judge: Judge): readonly (number | undefined)[] {
  return rubric.dimensions.map((dimension) => reach(dimension, judge, maxOf(dimension, rubric)).level);
}

/** In the words of the standard. */
function textOf(conditions: readonly Condition[]): Message {
  const [first = '', second = ''] = conditions.map(({ text }) => text.trim());
  if (conditions.length === 1) return { key: 'score.action', args: { first } };
  if (conditions.length === 2) return { key: 'score.action.two', args: { first, second } };
  return { key: 'score.action.more', args: { first, second, count: conditions.length - 2 } };
}

// ---- what can be done with one click

function fixOf(judged: JudgedCondition, context: JudgeContext): NextAction['fix'] {
  const code = ruleOf(judged, context);
  if (code !== undefined) return { kind: 'rule', code };
  const measure = measureOf(judged.condition, context);
  const name = measure && missingSection(measure, context);
  return name === undefined ? undefined : { kind: 'section', name };
}

function measureOf(condition: Condition, { measures }: JudgeContext): Measure | undefined {
  if (condition.kind !== 'measure' && condition.kind !== 'count') return undefined;
  return measures.find(({ id }) => id === condition.measure);
}

/** A rule that has a fix for a place where something is missing, or that checks what the words name. */
function ruleOf({ condition, missing }: JudgedCondition, context: JudgeContext): string | undefined {
  const fixable = context.findings.filter(({ fixes }) => (fixes ?? []).length > 0);
  if (condition.kind === 'rule') return fixable.find(({ code }) => code === condition.rule)?.code;
  const same = fixable.find((finding) => missing.some((place) => isSame(finding, place)));
  if (same !== undefined) return same.code;
  const named = measureOf(condition, context)?.names.zh.flatMap((name) => rulesNamed(`包含${name}`)) ?? [];
  return fixable.find(({ code }) => named.includes(code))?.code;
}

/** Measures that stand on a rule point at what it found. */
function isSame(finding: Finding, { span }: Evidence): boolean {
  return finding.span.start === span.start && finding.span.end === span.end;
}

/** A section of the template whose name says what the measure looks for, and that is not there. */
function missingSection(measure: Measure, { bound }: JudgeContext): string | undefined {
  if (bound === undefined) return undefined;
  const there = new Set(allBound(bound.bindings));
  const vocabulary = createVocabulary([measure]);
  const isAbout = ({ name, aliases }: SectionSpec): boolean =>
    [name, ...aliases].some((one) => vocabulary.find(tokensOf(one)) !== undefined);
  return allSpecs(bound.template.sections).find((spec) => !spec.isPlaceholder && !there.has(spec) && isAbout(spec))
    ?.name;
}

function allBound(bindings: readonly SectionBinding[]): readonly SectionSpec[] {
  return bindings.flatMap(({ spec, children }) => [spec, ...allBound(children)]);
}

function allSpecs(specs: readonly SectionSpec[]): readonly SectionSpec[] {
  return specs.flatMap((spec) => [spec, ...allSpecs(spec.children)]);
}
