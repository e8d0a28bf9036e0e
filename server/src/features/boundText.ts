// A bound in words: “字数 200 到 500”, “at least 2 code blocks”.
import type { Locale } from '../core/messages/catalog.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Bound } from '../core/template/template.ts';

export function boundText(bound: Bound, locale: Locale): string {
  const measure = renderMessage({ key: `measure.${bound.measure}` }, locale);
  const languages = bound.languages === undefined ? '' : ` (${bound.languages.join(', ')})`;
  const what = `${measure}${languages}`;
  const { min, max } = bound;
  if (min !== undefined && max !== undefined)
    return renderMessage({ key: 'bound.between', args: { what, min, max } }, locale);
  if (min !== undefined) return renderMessage({ key: 'bound.least', args: { what, min } }, locale);
  return renderMessage({ key: 'bound.most', args: { what, max: max ?? 0 } }, locale);
}
