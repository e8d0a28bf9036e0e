// GitLab: as GitHub, but hyphens in a row become one, and an anchor of digits alone gets a word in front.
import { numberRepeats } from './repeats.ts';

export function gitlabAnchors(texts: readonly string[]): readonly string[] {
  return numberRepeats(texts.map(slugOf));
}

function slugOf(text: string): string {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc} -]/gu, '');
  return words.replace(/[ -]+/g, '-').replace(/^\d+$/, 'anchor-$&');
}
