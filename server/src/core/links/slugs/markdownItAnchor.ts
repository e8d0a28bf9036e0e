// markdown-it-anchor as it comes: everything stays, in lower case, one hyphen for blanks in a row.
import { numberRepeats } from './repeats.ts';

export function markdownItAnchors(texts: readonly string[]): readonly string[] {
  return numberRepeats(texts.map((text) => text.trim().toLowerCase().replace(/\s+/g, '-')));
}
