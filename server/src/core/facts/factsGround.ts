// What facts depend on besides the text and its path: how the library tells kinds and stages. Facts read on one ground are
// read anew on another.
import { contentHash } from '../schema/contentHash.ts';
import type { LibraryContext } from '../library/libraryContext.ts';
import { FACTS_VERSION } from './documentFacts.ts';

/** The same for libraries in which every text gives the same facts. */
export function factsGround({ configuration, kinds }: LibraryContext): string {
  const { kinds: configured, chosenKind, draftStatus, readyStatus } = configuration;
  const templates = [...kinds].map(([kind, { template }]) => [
    kind,
    template?.name,
    template?.sections.map(({ name, aliases, required, isPlaceholder }) => [name, aliases, required, isPlaceholder]),
  ]);
  return contentHash(JSON.stringify([FACTS_VERSION, configured, chosenKind, draftStatus, readyStatus, templates]));
}
