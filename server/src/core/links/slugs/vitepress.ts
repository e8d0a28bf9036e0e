// VitePress and VuePress: ASCII punctuation becomes one hyphen, accents go, a digit in front gets an underscore.
import { numberRepeats } from './repeats.ts';

const SPECIAL = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g;

export function vitepressAnchors(texts: readonly string[]): readonly string[] {
  return numberRepeats(texts.map(slugOf));
}

function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036F]|[\u0000-\u001F]/g, '');
  const words = plain.replace(SPECIAL, '-').replace(/-{2,}/g, '-').replace(/^-/, '').replace(/-$/, '');
  return words.replace(/^\d/, '_$&').toLowerCase();
}
