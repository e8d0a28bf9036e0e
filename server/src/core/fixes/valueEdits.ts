// Edits to single metadata values: a near allowed value, a date in its normal form. Builds edits only.
import { distance } from 'fastest-levenshtein';
import type { TextEdit } from '../finding.ts';
import type { MetadataField } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';
import { readDate } from '../versions/dateForm.ts';

const LONGEST_COMPARED = 80;

/** The value that was probably meant: equal but for marks, contained as a word, or a slip of the pen away. */
export function nearestValue(found: string, values: readonly string[]): string | undefined {
  if (found.length > LONGEST_COMPARED) return undefined;
  const key = normalKey(found);
  const contained = values.filter((value) => normalKey(value) !== '' && key.includes(normalKey(value)));
  const longest = contained.toSorted((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return longest;
  const ranked = values
    .map((value) => ({ value, slips: distance(key, normalKey(value)) }))
    .toSorted((a, b) => a.slips - b.slips);
  const [best, second] = ranked;
  if (best === undefined || best.slips > Math.max(1, Math.floor(key.length / 3))) return undefined;
  return second?.slips === best.slips ? undefined : best.value;
}

/** `2025/1/5`, `2025.1.5`, `20250105`, `5 Jan 2025` as `2025-01-05`; undefined where the words are no certain date. */
export function normalDate(found: string): string | undefined {
  const text = found.trim().slice(0, LONGEST_COMPARED);
  const date = readDate(text);
  return date?.precision === 'day' && date.end === text.length ? date.day : undefined;
}

/** The field with another value; where it has none, one blank is put before it. */
export function replaceValue(field: MetadataField, newText: string): TextEdit {
  const isEmpty = field.valueSpan.start === field.valueSpan.end;
  const needsBlank = isEmpty && !/\s$/.test(field.separator);
  return { span: field.valueSpan, newText: needsBlank ? ` ${newText}` : newText };
}
