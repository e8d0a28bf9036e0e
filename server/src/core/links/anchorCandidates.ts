// Which headings a wrong anchor probably means: the same words with another emoji, number or case, else a near spelling.
import { distance } from 'fastest-levenshtein';
import type { DocumentFacts, FactHeading } from '../facts/documentFacts.ts';
import { identifyHeading } from '../model/headingIdentity.ts';
import { normalKey } from '../model/normalKey.ts';

const MAX_CANDIDATES = 5;
/** Longer anchors are compared by their words only. */
const MAX_LENGTH = 120;
/** Share of an anchor that may be misspelled. */
const MAX_DIFFERENCE = 0.34;

const namesOf = new WeakMap<DocumentFacts, ReadonlyMap<string, readonly number[]>>();

/** Positions in the headings of the document, best first. `anchor` is decoded. */
export function anchorCandidates(anchor: string, facts: DocumentFacts): readonly number[] {
  const wanted = keysOfAnchor(anchor);
  const names = headingsByKey(facts);
  for (const key of wanted) {
    const same = names.get(key);
    if (same !== undefined) return same.slice(0, MAX_CANDIDATES);
  }
  const [first] = wanted;
  return first === undefined ? [] : nearest(first, facts);
}

/** True where heading and anchor differ in nothing but emoji, number, case and signs. */
export function isSameWords(anchor: string, { text, key }: Pick<FactHeading, 'text' | 'key'>): boolean {
  const names = [keyOf(text), keyOf(key), keyOf(identifyHeading(text).name)];
  return keysOfAnchor(anchor).some((wanted) => names.includes(wanted));
}

/** The anchor's words, then its words without a number in front, then without a counter of repeats at the end. */
function keysOfAnchor(anchor: string): readonly string[] {
  const words = anchor
    .replace(/^user-content-/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const counted = words.replace(/ \d{1,2}$/, '');
  const bare = words.replace(/^[\d\s.]+/, '');
  const keys = [words, bare, counted, counted.replace(/^[\d\s.]+/, '')].map(keyOf);
  return [...new Set(keys)].filter((key) => key !== '');
}

/** Anchors keep no punctuation, so keys of headings must not either. */
function keyOf(text: string): string {
  return normalKey(text).replace(/[+#]/g, '');
}

function headingsByKey(facts: DocumentFacts): ReadonlyMap<string, readonly number[]> {
  const before = namesOf.get(facts);
  if (before !== undefined) return before;
  const names = new Map<string, number[]>();
  facts.headings.forEach(({ text, key }, index) => {
    // The key is that of the name: without emoji, number and mark.
    for (const name of new Set([keyOf(text), keyOf(key)])) {
      const others = names.get(name);
      if (others === undefined) names.set(name, [index]);
      else others.push(index);
    }
  });
  namesOf.set(facts, names);
  return names;
}

function nearest(wanted: string, { headings }: DocumentFacts): readonly number[] {
  if (wanted.length > MAX_LENGTH) return [];
  const most = Math.floor(wanted.length * MAX_DIFFERENCE);
  return headings
    .map(({ key }, index) => ({ index, cost: costOf(wanted, keyOf(key), most) }))
    .filter(({ cost }) => cost <= most)
    .sort((a, b) => a.cost - b.cost || a.index - b.index)
    .slice(0, MAX_CANDIDATES)
    .map(({ index }) => index);
}

function costOf(wanted: string, name: string, most: number): number {
  return Math.abs(wanted.length - name.length) > most ? Number.POSITIVE_INFINITY : distance(wanted, name);
}
