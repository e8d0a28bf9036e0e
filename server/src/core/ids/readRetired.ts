// A list of retired ids, Markdown or JSON: every id that stands in it, with its line. Never throws.
import { visit, type JSONPath } from 'jsonc-parser';
import { SourceText } from '../sourceText.ts';
import type { RetiredId } from './idScheme.ts';
import { idsInValue, isIdLike } from './idTokens.ts';

const MOST_IDS = 20_000;

/**
 * Of JSON every text that is an id, or else every key whose value says more of it (`{"CASE-001": "merged into CASE-002"}`).
 * Of Markdown the first id of each line of a list or a table; what stands behind it says why, or what came in its place.
 */
export function readRetired(path: string, text: string): readonly RetiredId[] {
  const source = new SourceText(text);
  const found = /^\uFEFF?\s*[[{]/.test(text) && /\.jsonc?$/i.test(path) ? inJson(text) : inLines(source);
  const known = new Set<string>();
  return found
    .filter(({ id }) => !known.has(id) && known.add(id))
    .slice(0, MOST_IDS)
    .map(({ id, offset }) => ({ id, origin: { path, line: source.lineAt(offset) } }));
}

interface Place {
  readonly id: string;
  readonly offset: number;
}

function inJson(text: string): readonly Place[] {
  const found: Place[] = [];
  const isOfId = (path: JSONPath): boolean => {
    const key = path.at(-1);
    return typeof key === 'number' || /^(?:id|编号|文档编号)$/i.test(String(key));
  };
  visit(text, {
    onObjectProperty: (id, offset) => {
      if (isIdLike(id)) found.push({ id, offset });
    },
    onLiteralValue: (value: unknown, ...[offset, , , , path]) => {
      if (typeof value === 'string' && isIdLike(value, true) && isOfId(path())) found.push({ id: value, offset });
    },
  });
  return found;
}

function inLines(source: SourceText): readonly Place[] {
  const found: Place[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    const text = source.lineText(line);
    if (!/^\s*(?:[-*+|>]|\d{1,9}[.)])/.test(text)) continue;
    const first = idsInValue(text.replace(/^(\s*)[-*+>]/, '$1 '))[0];
    if (first !== undefined) found.push({ id: first.id, offset: source.lineStart(line) });
  }
  return found;
}
