// Parts of a score in words: what a condition demands, totals, gains. Rendering only.
import { renderMessage } from '../../core/messages/render.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import type { Message } from '../../core/finding.ts';
import { measures } from '../../core/measures/index.ts';
import type { Condition, Rubric } from '../../core/rubric/rubric.ts';
import type { NextAction, Total } from '../../core/score/score.ts';
import { decimalsOf } from '../../core/score/totals.ts';
import { boundText } from '../boundText.ts';

export interface TotalText extends Total {
  readonly text: string;
}

/** With as many decimals as the grades of the standard have. */
export function totalText(total: Total, rubric: Rubric): TotalText {
  return { ...total, text: total.value.toFixed(decimalsOf(rubric)) };
}

/** `+0.25`. */
export function gainText(gain: number): string {
  return `+${gain.toFixed(2)}`;
}

/** The proper name of a measure: the first of its names. */
function measureName(id: string, locale: Locale): string {
  return measures.find((measure) => measure.id === id)?.names[locale][0] ?? id;
}

/** What the tool made of the words: 注释：多数, 引用：至少 10. */
export function demandText(condition: Condition, locale: Locale): string {
  const render = (message: Message): string => renderMessage(message, locale);
  switch (condition.kind) {
    case 'measure': {
      const name = measureName(condition.measure, locale);
      return render({ key: `score.demand.${condition.least}`, args: { name } });
    }
    case 'count':
      return rangeText(measureName(condition.measure, locale), condition, locale);
    case 'bound': {
      const { counts, languages, min, max } = condition;
      const ends = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
      const origin = { path: '', line: 0 };
      return boundText({ measure: counts, ...(languages && { languages }), ...ends, origin, text: '' }, locale);
    }
    case 'some-of': {
      const names = condition.conditions.map((one) => demandText(one, locale)).join(locale === 'zh' ? '；' : '; ');
      return render({ key: 'score.demand.some-of', args: { least: condition.least, names } });
    }
    case 'rule':
      return render({ key: 'score.demand.rule', args: { code: condition.rule } });
    case 'section':
      return render({ key: 'score.demand.section', args: { name: condition.name } });
    case 'field':
      return render({ key: 'score.demand.field', args: { name: condition.key } });
  }
}

function rangeText(what: string, { min, max }: { min?: number; max?: number }, locale: Locale): string {
  if (min !== undefined && max !== undefined)
    return renderMessage({ key: 'bound.between', args: { what, min, max } }, locale);
  if (min !== undefined) return renderMessage({ key: 'bound.least', args: { what, min } }, locale);
  return renderMessage({ key: 'bound.most', args: { what, max: max ?? 0 } }, locale);
}

export function fixTitle(fix: NonNullable<NextAction['fix']>, locale: Locale): string {
  return fix.kind === 'rule'
    ? renderMessage({ key: 'score.fix.rule', args: { code: fix.code } }, locale)
    : renderMessage({ key: 'score.fix.section', args: { name: fix.name } }, locale);
}
