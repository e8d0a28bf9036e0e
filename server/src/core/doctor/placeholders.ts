// What documents link to and is not there: either a broken link or a document that somebody still has to write.
import { compareText } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { resolveLink } from '../links/resolveLink.ts';
import type { LinkSettings } from '../links/linkSettings.ts';
import type { Placeholder } from './diagnosis.ts';

/** Templates are full of links that lead nowhere by design. */
const examples: ReadonlySet<string> = new Set(['template', 'standard']);

export function findPlaceholders(index: LibraryIndex, settings?: LinkSettings): readonly Placeholder[] {
  const found = new Map<string, { links: number; from: Set<string>; candidates: readonly string[] }>();
  for (const { path: from, kind, links, limit } of index.documents.values()) {
    if (examples.has(kind) || limit !== undefined) continue;
    for (const link of links) {
      const target = resolveLink(link, from, index, settings);
      if (target.kind !== 'no-target') continue;
      const entry = found.get(target.path) ?? { links: 0, from: new Set<string>(), candidates: target.candidates };
      found.set(target.path, entry);
      entry.links += 1;
      entry.from.add(from);
    }
  }
  return [...found]
    .map(([path, { links, from, candidates }]) => ({ path, links, from: [...from].sort(compareText), candidates }))
    .sort((a, b) => b.links - a.links || compareText(a.path, b.path));
}
