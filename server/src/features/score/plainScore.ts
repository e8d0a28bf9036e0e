// A score as plain data for clients: ranges instead of spans, texts in the reader's language, URIs instead of paths.
import type { Message, Origin } from '../../core/finding.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Evidence } from '../../core/measures/measure.ts';
import type { Rubric } from '../../core/rubric/rubric.ts';
import type { DimensionScore, JudgedCheck, JudgedCondition, NextAction, Score } from '../../core/score/score.ts';
import type { Range, SourceText } from '../../core/sourceText.ts';
import { demandText, fixTitle, gainText, totalText, type TotalText } from './scoreText.ts';

/** Places of one condition that are listed. */
const MOST_PLACES = 50;
const LONGEST_EXCERPT = 120;

export interface PlainStandard {
  readonly name: string;
  readonly path: string;
  readonly uri: string;
  readonly version?: string;
}

export interface PlainOrigin {
  readonly uri: string;
  readonly line: number;
}

export interface PlainPlace {
  readonly range: Range;
  readonly excerpt: string;
  readonly message?: string;
}

export interface PlainCondition {
  readonly text: string;
  readonly demand: string;
  readonly outcome: JudgedCondition['outcome'];
  readonly summary?: string;
  readonly evidence: readonly PlainPlace[];
  readonly missing: readonly PlainPlace[];
  readonly measure?: string;
  readonly parts?: readonly PlainCondition[];
}

export interface PlainCheck {
  readonly key: string;
  readonly text: string;
  readonly origin: PlainOrigin;
  readonly outcome: JudgedCheck['outcome'];
  readonly by: JudgedCheck['by'];
  readonly condition?: PlainCondition;
}

export interface PlainNext {
  readonly level: number;
  readonly label?: string;
  readonly text: string;
  readonly origin: PlainOrigin;
  readonly lacking: readonly PlainCondition[];
}

export interface PlainDimension {
  readonly name: string;
  readonly parent?: string;
  readonly weight: number;
  readonly max: number;
  readonly origin: PlainOrigin;
  readonly level?: number;
  readonly label?: string;
  readonly reason?: string;
  readonly held: readonly PlainCondition[];
  readonly next?: PlainNext;
  readonly checks: readonly PlainCheck[];
  readonly questions: readonly PlainCheck[];
  readonly given?: NonNullable<DimensionScore['given']>;
}

export interface PlainAction {
  readonly text: string;
  readonly dimension: string;
  readonly from: number;
  readonly to: number;
  readonly gain: number;
  readonly gainText: string;
  readonly range?: Range;
  readonly fix?: NonNullable<NextAction['fix']> & { readonly title: string };
}

export interface PlainScore {
  readonly standard: PlainStandard;
  readonly measured?: TotalText;
  readonly reviewed?: TotalText;
  readonly dimensions: readonly PlainDimension[];
  readonly actions: readonly PlainAction[];
  readonly questions: { readonly total: number; readonly open: number };
}

export interface ScoreRendering {
  /** Address of a file of the library, or of a built-in one. */
  readonly uriOf: (path: string) => string;
  readonly locale: Locale;
  readonly source: SourceText;
}

export function plainScore(score: Score, rubric: Rubric, rendering: ScoreRendering): PlainScore {
  const { measured, reviewed, dimensions, actions } = score;
  return {
    standard: plainStandard(rubric, rendering),
    ...(measured && { measured: totalText(measured, rubric) }),
    ...(reviewed && { reviewed: totalText(reviewed, rubric) }),
    dimensions: dimensions.map((dimension) => plainDimension(dimension, rendering)),
    actions: actions.map((action) => plainAction(action, rendering)),
    questions: questionCounts(score),
  };
}

export function plainStandard(
  { name, path, version }: Rubric,
  { uriOf }: Pick<ScoreRendering, 'uriOf'>,
): PlainStandard {
  return { name, path, uri: uriOf(path), ...(version !== undefined && { version }) };
}

/** Questions to people, and how many nobody has answered. */
function questionCounts({ dimensions }: Score): { readonly total: number; readonly open: number } {
  const asked = dimensions.flatMap(({ checks, questions }) => [...checks, ...questions]);
  const questions = asked.filter(({ by }) => by === 'answered');
  return { total: questions.length, open: questions.filter(({ outcome }) => outcome === 'asked').length };
}

function plainDimension(dimension: DimensionScore, rendering: ScoreRendering): PlainDimension {
  const { name, parent, weight, max, origin, level, label, reason, held, next, checks, questions, given } = dimension;
  return {
    ...{ name, weight, max },
    origin: plainOrigin(origin, rendering),
    ...(parent !== undefined && { parent }),
    ...(level !== undefined && { level }),
    ...(label !== undefined && { label }),
    ...(reason && { reason: text(reason, rendering) }),
    held: held.map((one) => plainCondition(one, rendering)),
    ...(next && { next: plainNext(next, rendering) }),
    checks: checks.map((one) => plainCheck(one, rendering)),
    questions: questions.map((one) => plainCheck(one, rendering)),
    ...(given && { given }),
  };
}

function plainNext(next: NonNullable<DimensionScore['next']>, rendering: ScoreRendering): PlainNext {
  const { level, label, origin, lacking } = next;
  return {
    level,
    ...(label !== '' && { label }),
    text: next.text,
    origin: plainOrigin(origin, rendering),
    lacking: lacking.map((one) => plainCondition(one, rendering)),
  };
}

function plainCondition(judged: JudgedCondition, rendering: ScoreRendering): PlainCondition {
  const { condition, outcome, summary, evidence, missing, parts } = judged;
  const measure = condition.kind === 'measure' || condition.kind === 'count' ? condition.measure : undefined;
  return {
    text: condition.text,
    demand: demandText(condition, rendering.locale),
    outcome,
    ...(summary && { summary: text(summary, rendering) }),
    evidence: evidence.slice(0, MOST_PLACES).map((one) => plainPlace(one, rendering)),
    missing: missing.slice(0, MOST_PLACES).map((one) => plainPlace(one, rendering)),
    ...(measure !== undefined && { measure }),
    ...(parts && { parts: parts.map((one) => plainCondition(one, rendering)) }),
  };
}

function plainCheck(
  { key, text: words, origin, outcome, by, judged }: JudgedCheck,
  rendering: ScoreRendering,
): PlainCheck {
  return {
    ...{ key, text: words, outcome, by },
    origin: plainOrigin(origin, rendering),
    ...(judged && { condition: plainCondition(judged, rendering) }),
  };
}

function plainPlace({ span, message }: Evidence, rendering: ScoreRendering): PlainPlace {
  const { source } = rendering;
  const line = source.lineText(source.lineAt(span.start)).trim();
  return {
    range: source.rangeOf(span),
    excerpt: line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT - 1)}…`,
    ...(message && { message: text(message, rendering) }),
  };
}

function plainAction(action: NextAction, rendering: ScoreRendering): PlainAction {
  const { dimension, from, to, gain, span, fix } = action;
  return {
    ...{ dimension, from, to, gain },
    text: text(action.text, rendering),
    gainText: gainText(gain),
    ...(span && { range: rendering.source.rangeOf(span) }),
    ...(fix && { fix: { ...fix, title: fixTitle(fix, rendering.locale) } }),
  };
}

export function plainOrigin({ path, line }: Origin, { uriOf }: Pick<ScoreRendering, 'uriOf'>): PlainOrigin {
  return { uri: uriOf(path), line };
}

function text(message: Message, { locale }: ScoreRendering): string {
  return renderMessage(message, locale);
}
