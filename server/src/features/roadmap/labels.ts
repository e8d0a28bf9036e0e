// Words for states, statuses, efforts and sizes as the roadmap shows them.
import type { Locale, MessageKey } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Effort, EffortUnit, PlanItem, ScheduleSlot, Size, Status, TimeRange } from '../../core/roadmap/plan.ts';
import type { TrueState } from '../../core/roadmap/trueState.ts';

export function stateLabel(state: TrueState, locale: Locale): string {
  return renderMessage({ key: `state-name.${state}` }, locale);
}

export function statusLabel(status: Status, locale: Locale): string {
  return renderMessage({ key: `status-name.${status}` }, locale);
}

const UNITS: Readonly<Record<EffortUnit, MessageKey>> = {
  hour: 'unit.hours',
  day: 'unit.days',
  week: 'unit.weeks',
  month: 'unit.months',
};

export function effortText({ min, max, unit }: Effort, locale: Locale): string {
  return renderMessage({ key: UNITS[unit], args: { count: rangeText(min, max) } }, locale);
}

/** Working days, rounded to halves. */
export function daysText(min: number, max: number, locale: Locale): string {
  const half = (days: number): number => Math.round(days * 2) / 2;
  return renderMessage({ key: 'unit.days', args: { count: rangeText(half(min), half(max)) } }, locale);
}

const SIZES: Readonly<Record<Size['unit'], MessageKey>> = {
  line: 'unit.lines',
  page: 'unit.pages',
  character: 'unit.characters',
  word: 'unit.words',
};

export function sizeText({ min, max, unit, isApproximate }: Size, locale: Locale): string {
  const count = `${isApproximate === true ? '~' : ''}${rangeText(min, max ?? min)}`;
  return renderMessage({ key: SIZES[unit], args: { count } }, locale);
}

function rangeText(min: number, max: number): string {
  return min === max ? grouped(min) : `${grouped(min)}-${grouped(max)}`;
}

/** 1330 as 1,330. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Week 1-2, Day 1. */
export function rangeLabel({ unit, from, to }: TimeRange): string {
  const name = { week: 'Week', day: 'Day', month: 'Month', quarter: 'Q' }[unit];
  const count = from === to ? String(from) : `${String(from)}-${String(to)}`;
  return unit === 'quarter' ? `Q${count}` : `${name} ${count}`;
}

/** The slots that name the item itself; blocks only where nothing else does. */
export function slotsOf(item: PlanItem, slots: readonly ScheduleSlot[]): readonly ScheduleSlot[] {
  const named = item.slots.flatMap((index) => slots[index] ?? []);
  const lines = named.filter((slot) => !slot.isBlock);
  return lines.length > 0 ? lines : named;
}
