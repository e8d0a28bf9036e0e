// The score of one document as a row of a table: what is compared between documents, without texts and evidence. Plain data,
// small enough to be kept for every document of a library.
import type { Examination, Stage } from '../analysis.ts';
import type { Message } from '../finding.ts';
import type { Kind } from '../library/configuration.ts';
import type { Range } from '../sourceText.ts';
import type { DimensionScore, JudgedCondition, Score, Total } from './score.ts';

export interface ScoreRow {
  readonly path: string;
  readonly title: string;
  readonly kind: Kind;
  readonly stage: Stage;
  /** Path of the standard. */
  readonly standard: string;
  readonly measured?: Total;
  readonly reviewed?: Total;
  /** In the order of the rubric's dimensions. */
  readonly levels: readonly RowLevel[];
  /** Questions that nobody has answered. */
  readonly open: number;
  /** What would bring most. */
  readonly best?: { readonly text: Message; readonly gain: number; readonly range?: Range };
}

export interface RowLevel {
  readonly level?: number;
  readonly label?: string;
  /** Of a reviewer. */
  readonly given?: number;
  readonly isOutdated?: boolean;
  /** What the next level lacks, each once. */
  readonly lacking: readonly Lacking[];
}

/** One thing that is lacking: by its measure, else in the words of the standard. */
export interface Lacking {
  readonly measure?: string;
  readonly text: string;
}

export function scoreRow({ path, model, kind, stage }: Examination, score: Score): ScoreRow {
  const { measured, reviewed, dimensions, actions } = score;
  const [best] = actions;
  return {
    path,
    title: model.title?.heading.text ?? path.slice(path.lastIndexOf('/') + 1),
    kind: kind.kind,
    stage,
    standard: score.standard,
    ...(measured && { measured }),
    ...(reviewed && { reviewed }),
    levels: dimensions.map(rowLevel),
    open: dimensions
      .flatMap(({ checks, questions }) => [...checks, ...questions])
      .filter(({ outcome }) => outcome === 'asked').length,
    ...(best && {
      best: { text: best.text, gain: best.gain, ...(best.span && { range: model.source.rangeOf(best.span) }) },
    }),
  };
}

function rowLevel({ level, label, given, next }: DimensionScore): RowLevel {
  const lacking = new Map<string, Lacking>();
  for (const one of (next?.lacking ?? []).flatMap(unmetParts)) lacking.set(one.measure ?? one.text, one);
  return {
    ...(level !== undefined && { level }),
    ...(label !== undefined && { label }),
    ...(given && { given: given.level, isOutdated: given.isOutdated }),
    lacking: [...lacking.values()],
  };
}

function unmetParts({ condition, parts }: JudgedCondition): readonly Lacking[] {
  if (parts !== undefined) return parts.filter(({ outcome }) => outcome === 'unmet').flatMap(unmetParts);
  const measure = condition.kind === 'measure' || condition.kind === 'count' ? condition.measure : undefined;
  return [{ text: condition.text, ...(measure !== undefined && { measure }) }];
}
