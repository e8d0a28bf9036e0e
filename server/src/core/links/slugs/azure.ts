// Azure DevOps: everything stays, in lower case, with hyphens for blanks; links write the rest percent-encoded.
import { numberRepeats } from './repeats.ts';

export function azureAnchors(texts: readonly string[]): readonly string[] {
  return numberRepeats(texts.map((text) => text.trim().toLowerCase().replace(/\s/g, '-')));
}
