// Edits to single metadata values: a near allowed value, a date in its normal form. Builds edits only.
import { distance } from 'fastest-levenshtein';
import type { TextEdit } from '../finding.ts';
import type { MetadataField } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';

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
  const numeric =
    /^(\d{4})\s*[-/.年_]\s*(\d{1,2})\s*[-/.月_]\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (numeric !== null) return dateOf(numeric[1], numeric[2], numeric[3]);
  const dayFirst = /^(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(text);
  if (dayFirst !== null) return dateOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(text);
  return monthFirst === null ? undefined : dateOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(name = ''): string {
  return String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dateOf(year = '', month = '', day = ''): string | undefined {
  const monthValue = Number(month);
  const dayValue = Number(day);
  if (monthValue < 1 || monthValue > 12 || dayValue < 1 || dayValue > 31) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The field with another value; where it has none, one blank is put before it. */
export function replaceValue(field: MetadataField, newText: string): TextEdit {
  const isEmpty = field.valueSpan.start === field.valueSpan.end;
  const needsBlank = isEmpty && !/\s$/.test(field.separator);
  return { span: field.valueSpan, newText: needsBlank ? ` ${newText}` : newText };
}
