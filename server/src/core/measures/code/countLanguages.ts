// Languages of a document's code with their numbers of blocks.
import type { Program } from './programs.ts';

/** Blocks by language, the most frequent first. */
export function languageCounts(programs: readonly Program[]): readonly (readonly [language: string, blocks: number])[] {
  const counts = new Map<string, number>();
  for (const { language } of programs) counts.set(language.name, (counts.get(language.name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
}

/** The same as words: `sql 21 · python 4`. */
export function countLanguages(programs: readonly Program[]): string {
  return languageCounts(programs)
    .map(([language, blocks]) => `${language} ${String(blocks)}`)
    .join(' · ');
}
