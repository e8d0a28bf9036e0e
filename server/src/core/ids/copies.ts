// Whether two documents with one id are one document in two places: what they are about and how they are built is compared.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { normalKey } from '../model/normalKey.ts';

/** Copies drift: a few sections more or less are still the same document. */
const SAME_HEADINGS = 0.6;
/** Without the same title nearly everything else must be the same. */
const NEARLY_ALL = 0.9;
const FEW_HEADINGS = 4;

export function areCopies(a: DocumentFacts, b: DocumentFacts): boolean {
  const shared = sharedHeadings(a, b);
  const hasHeadings = Math.min(a.headings.length, b.headings.length) >= FEW_HEADINGS;
  if (!hasHeadings) return isSameTitle(a, b) && isSameSize(a, b);
  return shared >= (isSameTitle(a, b) ? SAME_HEADINGS : NEARLY_ALL);
}

function isSameTitle({ title: a }: DocumentFacts, { title: b }: DocumentFacts): boolean {
  return a !== undefined && b !== undefined && normalKey(a.text) === normalKey(b.text);
}

function isSameSize({ sizes: a }: DocumentFacts, { sizes: b }: DocumentFacts): boolean {
  return Math.abs(a.text - b.text) <= 0.2 * Math.max(a.text, b.text);
}

/** Headings that both have, as part of all that one of them has; titles left aside. */
function sharedHeadings(a: DocumentFacts, b: DocumentFacts): number {
  const [ofA, ofB] = [keysOf(a), keysOf(b)];
  const common = [...ofA].filter((key) => ofB.has(key)).length;
  const all = ofA.size + ofB.size - common;
  return all === 0 ? 0 : common / all;
}

function keysOf({ headings }: DocumentFacts): ReadonlySet<string> {
  return new Set(headings.filter(({ level }) => level > 1).map(({ key }) => key));
}
