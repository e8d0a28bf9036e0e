// Find Case: documents of all libraries that fit what was typed, best first.
import { renderMessage } from '../../core/messages/render.ts';
import { searchLibrary } from '../../core/search/searchLibrary.ts';
import type { EngineView } from '../engineView.ts';
import { searchGrounds } from '../searchGrounds.ts';
import { documentEntry, type DocumentEntry } from './documentEntry.ts';

export interface FindDocumentsParams {
  readonly text: string;
  /** At most so many hits. */
  readonly limit: number;
}

export interface FoundDocument extends DocumentEntry {
  readonly reasons: readonly string[];
  /** Where to open it: the heading that fits best, zero-based line. */
  readonly heading?: { readonly text: string; readonly anchor: string; readonly offset: number };
}

export interface FoundDocuments {
  readonly hits: readonly FoundDocument[];
  readonly total: number;
  /** False while a library is being read: there may be more. */
  readonly isReady: boolean;
}

export function findDocuments(view: EngineView, { text, limit }: FindDocumentsParams): FoundDocuments {
  const { grounds, isReady } = searchGrounds(view);
  const found = grounds.flatMap((ground) => searchLibrary(text, ground).map((hit) => ({ ground, hit })));
  // Each library is sorted already; the sort is stable.
  if (grounds.length > 1) found.sort((a, b) => b.hit.score - a.hit.score);
  const hits = found.slice(0, limit).map(({ ground, hit }): FoundDocument => ({
    ...documentEntry(hit.facts, hit.facets, ground),
    reasons: hit.reasons.map((reason) => renderMessage(reason, view.locale)),
    ...(hit.heading && {
      heading: { text: hit.heading.text, anchor: hit.heading.anchor, offset: hit.heading.span.start },
    }),
  }));
  return { hits, total: found.length, isReady };
}
