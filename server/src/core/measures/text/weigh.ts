// Finds the places of a measure from its words: parts of the document about a topic, and pieces of text that say it. Words
// of one measure stand in its own file, none here.
import type { DocumentModel, Table } from '../../model/documentModel.ts';
import type { Message } from '../../finding.ts';
import type { Span } from '../../sourceText.ts';
import type { Evidence } from '../measure.ts';
import { isApparatus } from './apparatus.ts';
import type { Place } from './places.ts';
import { hasSubstance, substanceOf, tablesAbout, topicsAbout, type Topic } from './topics.ts';
import { textUnits, type TextUnit, type UnitKind } from './textUnits.ts';

export interface TopicWords {
  /** Words of headings and labels. */
  readonly words: RegExp;
  /** What a topic weighs; none where it is not what it is called. */
  readonly weight: number | ((topic: Topic) => number);
}

export interface UnitWords {
  readonly words: RegExp;
  readonly kinds: ReadonlySet<UnitKind>;
  readonly weight: number;
  /** All of them together weigh at most this: many slogans are no advice. */
  readonly atMost?: number;
  readonly leastSize?: number;
}

export const TEXT: ReadonlySet<UnitKind> = new Set<UnitKind>(['sentence', 'item', 'row']);
/** What stands in fences and is meant for readers. */
export const FENCED: ReadonlySet<UnitKind> = new Set<UnitKind>(['comment', 'figure']);
export const COMMENTS: ReadonlySet<UnitKind> = new Set<UnitKind>(['comment']);

/** Sections and labels about the topics, each part of the document once. */
export function topicPlaces(model: DocumentModel, topics: readonly TopicWords[]): readonly Place[] {
  const places: Place[] = [];
  for (const { words, weight } of topics) {
    for (const topic of topicsAbout(model, words)) {
      const weighs = typeof weight === 'number' ? weight : weight(topic);
      if (weighs > 0 && !places.some(({ span }) => overlaps(span, topic.span)))
        places.push({ kind: 'part', span: topic.span, weight: weighs, message: titled(topic.title) });
    }
  }
  return places;
}

/** Pieces that say it, outside of `parts`, which count as a whole. */
export function unitPlaces(
  model: DocumentModel,
  words: readonly UnitWords[],
  parts: readonly Place[] = [],
): readonly Place[] {
  const covered = parts.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const free = outside(textUnits(model), covered).filter(({ text }) => !isNoStatement(text));
  const taken = new Set<TextUnit>();
  return words.flatMap(({ words: pattern, kinds, weight, atMost = Number.POSITIVE_INFINITY, leastSize = 1 }) => {
    const matching = free.filter(
      (unit) => kinds.has(unit.kind) && unit.size >= leastSize && !taken.has(unit) && pattern.test(unit.text),
    );
    for (const unit of matching) taken.add(unit);
    const each = Math.min(weight, atMost / Math.max(1, matching.length));
    return matching.map(({ span }): Place => ({ kind: 'line', span, weight: each }));
  });
}

/** Questions, words about the document itself, and words that send the reader elsewhere say nothing of the subject. */
const NO_STATEMENT =
  /[?？]$|^本(?:文档?|章|节|案例|指南|主题)|^(?:[^:：]{0,30}[:：]\s*)?(?:阅读|参考|参见|详见|查看)|^(?:this (?:document|guide|chapter|section|page)|see (?:also )?|read )/i;

export function isNoStatement(text: string): boolean {
  return NO_STATEMENT.test(text);
}

/** Tables with a column about it and at least two rows. */
export function tablePlaces(
  model: DocumentModel,
  words: RegExp,
  weight: number,
  accept: (table: Table) => boolean = () => true,
): readonly Place[] {
  return tablesAbout(model, words)
    .filter((table) => table.rows.length >= 2 && accept(table))
    .map(({ span }) => ({ kind: 'part', span, weight }));
}

/** Places outside of all places of `others`. */
export function without(places: readonly Place[], others: readonly Place[]): readonly Place[] {
  return places.filter(({ span }) => !others.some((other) => overlaps(other.span, span)));
}

const MAXIMUM_EMPTY = 5;

/** Headings that name the topic and hold nothing, or a slogan. */
export function emptySections(model: DocumentModel, words: RegExp): readonly Evidence[] {
  return model.sections
    .filter(
      (section) =>
        section.level > 1 &&
        !isApparatus(section) &&
        words.test(section.heading.identity.name) &&
        !hasSubstance(substanceOf(model, section.span)),
    )
    .slice(0, MAXIMUM_EMPTY)
    .map(({ heading }) => ({ span: heading.span, message: { key: 'measure.text.empty' } }));
}

export function titled(title: string): Message {
  return { key: 'measure.text.part', args: { title: title.length > 60 ? `${title.slice(0, 59)}…` : title } };
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function outside(units: readonly TextUnit[], spans: readonly Span[]): readonly TextUnit[] {
  let index = 0;
  return units.filter(({ span }) => {
    while (index < spans.length && (spans[index]?.end ?? 0) <= span.start) index += 1;
    return (spans[index]?.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
}
