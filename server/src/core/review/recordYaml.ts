// YAML nodes of a review record as plain values with places. Aliases are never followed: a record that people write by hand
// has none, and followed ones could grow without end.
import { isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Span } from '../sourceText.ts';

export interface YamlPair {
  readonly name: string;
  readonly key: unknown;
  readonly value: unknown;
}

/** Span of a node without the blanks and line endings behind it; undefined for what nobody wrote. */
export function nodeSpan(node: unknown, text: string): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const start = Math.min(node.range[0], text.length);
  let end = Math.min(Math.max(node.range[1], start), text.length);
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** As it was written where it is a number or a flag: `1.0` stays 1.0. Undefined for whatever is no text. */
export function yamlText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value } = node;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? (node.source ?? String(value)) : undefined;
}

/** A finite number; undefined for whatever is none. */
export function yamlNumber(node: unknown): number | undefined {
  if (!isScalar(node)) return undefined;
  const value: unknown = node.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function yamlItems(node: unknown): readonly unknown[] | undefined {
  return isSeq(node) ? node.items : undefined;
}

/** Pairs whose key is a text, in order; undefined for whatever is no mapping. */
export function yamlPairs(node: unknown): readonly YamlPair[] | undefined {
  return isMap(node) ? pairsOfMap(node) : undefined;
}

function pairsOfMap(map: YAMLMap): readonly YamlPair[] {
  return map.items.flatMap(({ key, value }) => {
    const name = yamlText(key);
    return name === undefined ? [] : [{ name, key, value }];
  });
}
