// Gitea and Forgejo: letters, numbers, `_` and `-` stay, each blank becomes a hyphen; marks such as U+FE0F go.
import { numberRepeats } from './repeats.ts';

export function giteaAnchors(texts: readonly string[]): readonly string[] {
  return numberRepeats(texts.map(slugOf));
}

function slugOf(text: string): string {
  return text
    .trim()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
    .toLowerCase();
}
