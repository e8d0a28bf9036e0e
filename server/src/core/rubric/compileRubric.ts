// A review standard to a rubric: each row of a level table and each check item taken apart into what measures can tell and
// what a reviewer is asked. Pure; the same standard and measures give the same rubric.
import type { Measure } from '../measures/measure.ts';
import { normalKey } from '../model/normalKey.ts';
import { contentHash } from '../schema/contentHash.ts';
import type { Dimension, Level, Standard } from '../standard/standard.ts';
import type { CheckItem } from '../template/template.ts';
import { compilePhrase, distinct, type PhraseContext } from './compilePhrase.ts';
import { splitPhrases } from './phrases.ts';
import type { Condition, Question, Rubric, RubricCheck, RubricDimension, RubricLevel } from './rubric.ts';
import { createVocabulary, tokensOf, type Vocabulary } from './vocabulary.ts';

/** The parts of a standard that a rubric is made of. */
type Compilable = Pick<Standard, 'path' | 'name' | 'version' | 'dimensions' | 'grades'>;

export function compileRubric(standard: Compilable, measures: readonly Measure[]): Rubric {
  const vocabulary = createVocabulary(measures);
  const { path, name, version, dimensions, grades } = standard;
  return {
    path,
    name,
    ...(version !== undefined && { version }),
    dimensions: dimensions.map((dimension) => compileDimension(dimension, vocabulary)),
    grades,
  };
}

function compileDimension(dimension: Dimension, vocabulary: Vocabulary): RubricDimension {
  const { name, parent, weight, origin, checks } = dimension;
  const seen = new Set<number>();
  const rows = dimension.levels
    .toSorted((a, b) => b.score - a.score)
    .filter(({ score }) => !seen.has(score) && seen.add(score));
  return {
    name,
    ...(parent !== undefined && { parent }),
    ...(weight !== undefined && { weight }),
    levels: withoutUpperEnds(
      rows.map((level, index) => compileLevel(level, { dimension: name, isTop: index === 0, vocabulary })),
    ),
    checks: checks.map((check) => compileCheck(check, name, vocabulary)),
    origin,
  };
}

interface Row {
  readonly dimension: string;
  readonly isTop: boolean;
  readonly vocabulary: Vocabulary;
}

/** 5-10篇 below a row that asks for more of the same only says where that row begins: more is no worse. */
function withoutUpperEnds(levels: readonly RubricLevel[]): readonly RubricLevel[] {
  return levels.map((level, index) => {
    const above = new Set(levels.slice(0, index).flatMap(({ conditions }) => conditions.map(measureOf)));
    const conditions = level.conditions.map((condition): Condition => {
      if (condition.kind !== 'count' || condition.min === undefined || condition.max === undefined) return condition;
      if (condition.min > condition.max || !above.has(condition.measure)) return condition;
      const { kind, measure, min, text } = condition;
      return { kind, measure, min, text };
    });
    return { ...level, conditions };
  });
}

function measureOf(condition: Condition): string | undefined {
  return condition.kind === 'measure' || condition.kind === 'count' ? condition.measure : undefined;
}

/** The description says what the row asks for; the short form of the standard's column where there is none, or none to measure. */
function compileLevel({ score, label, standard, description, origin }: Level, row: Row): RubricLevel {
  const text = description === '' ? standard : description;
  const read = readText(text, row.dimension, row);
  const short = description !== '' && read.conditions.length === 0 ? readText(standard, '', row) : undefined;
  const conditions = short === undefined ? read.conditions : short.conditions;
  const questions = read.questions.map((words) => questionOf(words, row.dimension, origin));
  return { score, label, text, conditions, questions, origin };
}

/** `dimension` empty: words of amount alone speak of nothing. */
function readText(
  text: string,
  dimension: string,
  { vocabulary, isTop }: Pick<Row, 'vocabulary' | 'isTop'>,
): { readonly conditions: readonly Condition[]; readonly questions: readonly string[] } {
  const subject = subjectOf(dimension, vocabulary);
  const conditions: Condition[] = [];
  const questions: string[] = [];
  let before: Measure | undefined;
  for (const phrase of splitPhrases(text, vocabulary)) {
    const compiled = compilePhrase(phrase, {
      vocabulary,
      lackIsDemand: isTop,
      ...(subject && { subject }),
      ...(before && { before }),
    });
    conditions.push(...compiled.conditions);
    questions.push(...compiled.questions);
    before = compiled.measure ?? before;
  }
  return { conditions: distinct(conditions), questions: [...new Set(questions)] };
}

/** 代码完整性 is about code, and not about whether code is complete. */
function subjectOf(name: string, vocabulary: Vocabulary): PhraseContext['subject'] {
  const tokens = tokensOf(name.replace(/(?:完整性|完整度|质量|深度)$/, ''));
  const named = vocabulary.find(tokens);
  return named && { ...named, words: tokens.map(({ word }) => word).join(' ') };
}

// ---- checks

function compileCheck(check: CheckItem, dimension: string, vocabulary: Vocabulary): RubricCheck {
  const condition = measuredCheck(check, dimension, vocabulary) ?? statedCheck(check);
  return { ...questionOf(check.text, dimension, check.origin), ...(condition && { condition }) };
}

/** Only where all of its words are measured: half of a check is not the check. */
function measuredCheck({ text, rule }: CheckItem, dimension: string, vocabulary: Vocabulary): Condition | undefined {
  if (rule !== undefined) return undefined;
  const { conditions, questions } = readText(text, dimension, { vocabulary, isTop: true });
  const [only] = conditions;
  if (only === undefined || questions.length > 0) return undefined;
  return conditions.length === 1 ? only : { kind: 'some-of', least: conditions.length, conditions, text };
}

/** What was read from the words as a demand of the checker. */
function statedCheck({ text, bound, requiresSection, requiresField, rule }: CheckItem): Condition | undefined {
  if (bound !== undefined) {
    const { measure: counts, languages, min, max } = bound;
    return {
      kind: 'bound',
      counts,
      ...(languages !== undefined && { languages }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      text,
    };
  }
  if (requiresSection !== undefined) return { kind: 'section', name: requiresSection, text };
  if (requiresField !== undefined) return { kind: 'field', key: requiresField, text };
  return rule === undefined ? undefined : { kind: 'rule', rule, text };
}

/** Longer keys would make records hard to read. */
const longestKey = 60;

/** The words make the key, not the place: an answer stays with its question when lines move. */
function questionOf(text: string, dimension: string, origin: Question['origin']): Question {
  const words = normalKey(text);
  const short = words.length <= longestKey ? words : `${words.slice(0, longestKey)}-${contentHash(words).slice(0, 8)}`;
  const key = dimension === '' ? short : `${normalKey(dimension)}/${short}`;
  return { key, text: text.trim(), origin };
}
