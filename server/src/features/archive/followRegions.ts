// Generated regions that were up to date before a change and are not after it. Those that differed already are left alone:
// nobody asked for them.
import { applyEdits } from '../../core/applyEdits.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { TextEdit } from '../../core/finding.ts';
import { regionDifference } from '../../core/regions/regionDifference.ts';
import type { LibraryTexts } from './libraryTexts.ts';

/** Regions may speak of each other's documents; they come to rest long before. */
const MOST_ROUNDS = 4;

/** `pathAfter`: where a document of before is now. The documents with other texts, by their paths after the change. */
export function textsWithRegions(
  before: LibraryTexts,
  after: LibraryTexts,
  pathAfter: (path: string) => string,
): ReadonlyMap<string, string> {
  const current = [...before.index.documents.values()].flatMap((facts) => {
    const regions = currentRegions(facts, before);
    return regions.size === 0 ? [] : [{ path: pathAfter(facts.path), regions }];
  });
  const texts = new Map<string, string>();
  let now = after;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changed = new Map<string, string>();
    for (const { path, regions } of current) {
      const text = updated(now, path, regions);
      if (text !== undefined) changed.set(path, text);
    }
    if (changed.size === 0) break;
    for (const [path, text] of changed) texts.set(path, text);
    now = now.with(changed);
  }
  return texts;
}

/** Positions of the regions that are as they should be. */
function currentRegions(facts: DocumentFacts, { fields }: LibraryTexts): ReadonlySet<number> {
  if (facts.regions.length === 0 || facts.limit !== undefined) return new Set();
  const found = new Set<number>();
  facts.regions.forEach((region, at) => {
    if (regionDifference({ region, facts, ground: fields }) === undefined) found.add(at);
  });
  return found;
}

function updated(now: LibraryTexts, path: string, regions: ReadonlySet<number>): string | undefined {
  const facts = now.index.documents.get(path);
  if (facts === undefined || facts.limit !== undefined) return undefined;
  const edits = facts.regions.flatMap((region, at): readonly TextEdit[] =>
    regions.has(at) ? (regionDifference({ region, facts, ground: now.fields })?.edits ?? []) : [],
  );
  const text = edits.length === 0 ? undefined : now.textOf(path);
  return text === undefined ? undefined : applyEdits(text, edits);
}
