// The short texts beside a node or item: counts, effort, states that differ.
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { RollUp } from '../../core/roadmap/rollUp.ts';
import { daysText, stateLabel } from './labels.ts';
import type { RoadmapRow } from './rows.ts';

/** Beside the title: true state, what the plan says where that differs, priority, effort. */
export function itemText(row: RoadmapRow, locale: Locale): string {
  const { state, stated, hasDrift, priority, effort } = row;
  const name = stateLabel(state.state, locale);
  const differs = hasDrift && stated !== undefined;
  const states = differs
    ? renderMessage({ key: 'roadmap.drift', args: { stated: stated.status.text, state: name } }, locale)
    : name;
  const parts = [states, priority, effort?.text].filter((part) => part !== undefined && part !== '');
  return parts.join(' · ');
}

/** `3/10 · 20 天 · 2 处不符`. */
export function sumText({ items, complete, effort, drift }: RollUp, locale: Locale): string {
  const parts = [
    `${String(complete)}/${String(items)}`,
    effort.max > 0 ? daysText(effort.min, effort.max, locale) : '',
    drift > 0 ? renderMessage({ key: 'roadmap.drifts', args: { count: drift } }, locale) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
