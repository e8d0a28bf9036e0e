// Stated figures against recounted ones: whether they disagree, and the figure as the document would write it.
import type { Fix } from '../../finding.ts';
import type { DocumentModel } from '../../model/documentModel.ts';
import type { FigureUnit, Plan, StatedTotal } from '../plan.ts';
import { plainNumber } from '../words/size.ts';

const EFFORT_UNITS: ReadonlySet<FigureUnit> = new Set<FigureUnit>(['hour', 'day', 'week', 'month']);
const ROUNDING = 0.05;
/** What "about" covers: of lines and hours less than of things that one can count. */
const ABOUT = 0.05;
const ABOUT_COUNTED = 0.25;

/** Things that are counted, not added up. */
const COUNTED: ReadonlySet<FigureUnit> = new Set<FigureUnit>([
  'document',
  'case',
  'topic',
  'task',
  'gap',
  'milestone',
  'module',
  'phase',
  'example',
  'api',
  'crate',
  'item',
]);

export function isCounted({ unit }: StatedTotal): boolean {
  return COUNTED.has(unit);
}

function isEffort({ unit }: StatedTotal): boolean {
  return EFFORT_UNITS.has(unit);
}

/** Authors miscount by some; a figure that is off by more than this factor speaks of something else. */
const PLAUSIBLE_FACTOR = 3;
/** 1个月内完成 is a deadline. */
const DEADLINE = /^.{0,3}?(?:以内|之内|内)/;

/** The stated figure and the recounted one have nothing in common. */
export function disagrees({ min, max, bound, computed, unit, scope }: StatedTotal): boolean {
  if (computed === undefined) return false;
  const isFarOff = computed.min > max * PLAUSIBLE_FACTOR || computed.max * PLAUSIBLE_FACTOR < min;
  // The items of a phase are sure; what another figure speaks of is found by its words.
  if (isFarOff && scope.kind !== 'phase') return false;
  if (bound === 'at-least') return computed.max < min - ROUNDING;
  const slack =
    (bound === 'about' ? min * (COUNTED.has(unit) ? ABOUT_COUNTED : ABOUT) : 0) + (unit === 'percent' ? 1 : ROUNDING);
  return computed.max < min - slack || computed.min > max + slack;
}

export function isDeadline(total: StatedTotal, { source }: DocumentModel): boolean {
  const { end } = total.span;
  return (
    /(?:以内|之内|月内|周内|天内)/.test(source.slice(total.span)) || DEADLINE.test(source.text.slice(end, end + 4))
  );
}

/**
 * The whole effort stated as the end of the schedule, while the efforts add up to more: the author may mean calendar time
 * with work side by side.
 */
export function isCalendarTime(total: StatedTotal, plan: Plan): boolean {
  if (!isEffort(total) || total.scope.kind !== 'all' || total.computed === undefined) return false;
  const end = plan.slots.reduce((last, { range }) => (range.unit === total.unit ? Math.max(last, range.to) : last), 0);
  return total.min === end && total.max === end && total.computed.min > end;
}

/** Faults that state one thing several times are one: the first, with the others. */
export function mergeSame(totals: readonly StatedTotal[]): readonly (readonly StatedTotal[])[] {
  const merged = new Map<string, StatedTotal[]>();
  for (const total of totals) {
    const { scope, unit, min, max, computed } = total;
    const parts = computed?.parts.map(({ span }) => span.start) ?? [];
    const key = JSON.stringify([scope.kind, scope.of ?? parts, unit, min, max, computed?.min, computed?.max]);
    merged.set(key, [...(merged.get(key) ?? []), total]);
  }
  return [...merged.values()];
}

const NUMBER = String.raw`\d{1,3}(?:[,，]\d{3})+|\d+(?:\.\d+)?`;
const FIGURE = new RegExp(
  String.raw`(${NUMBER})(?:([ \t]*(?:-|–|—|~|～|至|到)[ \t]*)(${NUMBER}))?([+＋]?[ \t]*(?:个?\p{Script=Han}{1,2}|%|[A-Za-z]{1,12})?)`,
  'gu',
);

export interface WrittenFigure {
  /** 20周 */
  readonly stated: string;
  /** 31周 */
  readonly computed: string;
  readonly fix?: Fix;
}

/** The figure in the words of the document, and the edit that puts the recounted one in its place. */
export function writtenFigure(total: StatedTotal, { source }: DocumentModel): WrittenFigure {
  const computed = total.computed ?? { min: total.min, max: total.max };
  const written = source.slice(total.span);
  const matches = [...written.matchAll(FIGURE)].filter(
    ([, low = '', , high]) =>
      plainNumber(low) === total.min && (high === undefined ? total.min : plainNumber(high)) === total.max,
  );
  const match = matches[0];
  if (match === undefined) return { stated: plain(total.min, total.max), computed: plain(computed.min, computed.max) };
  const [whole, low = '', dash = '-', , unit = ''] = match;
  const style = (value: number): string => numberLike(low, value);
  const figure =
    computed.min === computed.max ? style(computed.min) : `${style(computed.min)}${dash}${style(computed.max)}`;
  const start = total.span.start + match.index;
  const span = { start, end: start + whole.length - unit.length };
  const isWhole = Number.isInteger(computed.min) && Number.isInteger(computed.max);
  const texts = { stated: whole.trim(), computed: `${figure}${unit}`.trim() };
  if (matches.length !== 1 || !isWhole) return texts;
  const title = { key: 'plan-sum.fix', args: { figure: texts.computed } } as const;
  return { ...texts, fix: { title, edits: [{ span, newText: figure }] } };
}

function plain(min: number, max: number): string {
  return min === max ? numberLike('', min) : `${numberLike('', min)}-${numberLike('', max)}`;
}

function numberLike(model: string, value: number): string {
  const rounded = Math.round(value * 10) / 10;
  const hasCommas = /[,，]/.test(model) || (model === '' && rounded >= 10_000);
  return hasCommas ? String(rounded).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : String(rounded);
}
