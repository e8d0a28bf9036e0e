// One entry of a changelog by its first words: `v2.0 (2025-10-26)`, `**2025-10-24**: …`, `[0.5.0] - 2025-10-23 …`. It knows no document.
import type { Span } from '../sourceText.ts';
import { readDate, type DateForm } from './dateForm.ts';
import { readVersion, type VersionForm } from './versionForm.ts';

export interface EntryWords {
  readonly version?: VersionForm;
  readonly date?: DateForm;
  /** In the words; the version and the date alone. */
  readonly versionSpan?: Span;
  readonly dateSpan?: Span;
}

/** Marks, bullets, brackets and emoji that stand before the first word. */
const LEAD = /^(?:[\s>#*+_[\]`~-]|\p{Extended_Pictographic}|\uFE0F)*/u;
const DATE_BEGINS = /\d{4} ?[-/.年]|[A-Z][a-z]{2,8}\.? \d/g;
/** Where a date is looked for: behind that, prose begins. */
const LONGEST_HEAD = 80;

/** undefined where the words begin with neither a version nor a date. */
export function readEntry(words: string): EntryWords | undefined {
  const text = words.slice(0, LONGEST_HEAD);
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const first = dateAt(text, lead);
  if (first !== undefined) return first;
  const found = versionAt(text, lead);
  if (found === undefined) return undefined;
  for (const { index } of text.matchAll(DATE_BEGINS)) {
    const date = index < found.versionSpan.end ? undefined : dateAt(text, index);
    if (date !== undefined) return { ...found, ...date };
  }
  return found;
}

function dateAt(text: string, at: number): Required<Pick<EntryWords, 'date' | 'dateSpan'>> | undefined {
  const rest = text.slice(at);
  const date = readDate(cutAtMark(rest));
  return date && { date, dateSpan: { start: at + date.start, end: at + date.end } };
}

function versionAt(text: string, at: number): Required<Pick<EntryWords, 'version' | 'versionSpan'>> | undefined {
  const rest = text.slice(at);
  const end = /[\s\]*_`（(:：,，|]/.exec(
    rest.replace(/^(?:版本|第|Version|version) /, (word) => 'x'.repeat(word.length)),
  )?.index;
  const word = rest.slice(0, end ?? rest.length);
  const version = readVersion(word);
  return version && { version, versionSpan: { start: at + version.start, end: at + version.end } };
}

/** `2025-10-26)` and `2025-10-24**: …` end before their marks. */
function cutAtMark(text: string): string {
  const end = /[)）\]*_`:：]/.exec(text)?.index;
  return end === undefined ? text : text.slice(0, end);
}
