// What types of relations are called in messages: the catalog for the built-in ones, the team's words for its own.
import type { Message } from '../finding.ts';
import type { Locale, MessageKey } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import type { RelationType } from './relation.ts';
import { isBuiltIn } from './relationTypes.ts';

/** Name of a type as text of one language. */
export function labelOf(type: RelationType, locale: Locale): string {
  if (type.label !== undefined) return type.label[locale];
  return isBuiltIn(type.name) ? renderMessage({ key: `relation.${type.name}` }, locale) : type.name;
}

/** The same read from the other end: 前置 is 后续 there. */
export function inverseLabelOf(type: RelationType, locale: Locale): string {
  if (type.inverseLabel !== undefined) return type.inverseLabel[locale];
  return isBuiltIn(type.name)
    ? renderMessage({ key: `relation.${type.name}.inverse` }, locale)
    : `← ${labelOf(type, locale)}`;
}

/** A message is rendered in one language only, so it carries the name in both: `{zh}` and `{en}` in the catalog. */
export function withLabel(
  key: MessageKey,
  type: RelationType,
  args: Readonly<Record<string, string | number>> = {},
): Message {
  return { key, args: { ...args, zh: labelOf(type, 'zh'), en: labelOf(type, 'en') } };
}
