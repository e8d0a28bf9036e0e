// The places of a document that an anchor can name: its headings, by the way the documents are shown, and what HTML names.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { SlugProfile } from './linkSettings.ts';
import { anchorsByProfile } from './slugs/profiles.ts';

export interface Place {
  readonly anchor: string;
  /** Position in the document's headings; absent for a place that HTML names. */
  readonly heading?: number;
}

const known = new WeakMap<DocumentFacts, Map<SlugProfile, ReadonlyMap<string, Place>>>();

/** By anchor. A heading goes before a named place of the same name. */
export function placesOf(facts: DocumentFacts, profile: SlugProfile): ReadonlyMap<string, Place> {
  const byProfile = known.get(facts) ?? new Map<SlugProfile, ReadonlyMap<string, Place>>();
  known.set(facts, byProfile);
  const before = byProfile.get(profile);
  if (before !== undefined) return before;
  const places = readPlaces(facts, profile);
  byProfile.set(profile, places);
  return places;
}

/** Anchors of all headings, in their order. */
export function headingAnchors({ headings }: DocumentFacts, profile: SlugProfile): readonly string[] {
  if (profile === 'github') return headings.map(({ anchor }) => anchor);
  return anchorsByProfile[profile](headings.map(({ text }) => text));
}

function readPlaces(facts: DocumentFacts, profile: SlugProfile): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  headingAnchors(facts, profile).forEach((anchor, heading) => {
    if (anchor !== '' && !places.has(anchor)) places.set(anchor, { anchor, heading });
  });
  for (const anchor of facts.namedAnchors) if (!places.has(anchor)) places.set(anchor, { anchor });
  return places;
}
