// Where a link of a document leads: a document, a place in it, a file, a folder, the outside, or nowhere. Pure: it looks at
// the index alone, so that whole libraries are resolved without reading, and nothing outside the library is ever looked up.
import type { DocumentFacts, FactLink } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { anchorCandidates } from './anchorCandidates.ts';
import { decodeAddress, parseAddress } from './linkAddress.ts';
import type { LinkResolution, PathTarget } from './linkResolution.ts';
import { defaultLinkSettings, type LinkSettings } from './linkSettings.ts';
import { placesOf, type Place } from './places.ts';
import { resolvePath } from './resolvePath.ts';

/** Lines of a file as code hosts name them, and text that browsers look for. */
const LINE_ANCHOR = /^(?:L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|:~:.*)$/;

/** `from`: path of the document that the link stands in, relative to the root. Never throws. */
export function resolveLink(
  link: Pick<FactLink, 'url' | 'form'>,
  from: string,
  index: LibraryIndex,
  settings: LinkSettings = defaultLinkSettings,
): LinkResolution {
  if (link.url === '' && link.form === 'reference') return { kind: 'undefined-reference' };
  const address = parseAddress(link.url);
  if (address.kind === 'external') return { kind: 'external', url: link.url };
  if (address.kind === 'refused') return address;
  const target = address.path === '' ? ownDocument(from) : resolvePath(address.path, from, index, settings);
  if (target.kind !== 'document' || address.fragment === undefined) return target;
  return resolveAnchor(address.fragment, target, index, settings);
}

function ownDocument(path: string): PathTarget {
  return { kind: 'document', path };
}

function resolveAnchor(
  fragment: string,
  target: PathTarget,
  { documents }: LibraryIndex,
  { slug }: LinkSettings,
): LinkResolution {
  const facts = documents.get(target.path);
  const anchor = decodeAddress(fragment);
  // Of a text that was not read to the end nothing can be missing.
  if (facts === undefined || anchor === '' || anchor === 'top' || LINE_ANCHOR.test(anchor)) return target;
  const common = { path: target.path, ...('differs' in target && { differs: target.differs }) };
  const place = placeOf(facts, [anchor, fragment], slug);
  if (place !== undefined) return { ...common, kind: 'anchor', ...place };
  if (facts.limit !== undefined) return target;
  return {
    ...common,
    kind: 'no-anchor',
    anchor,
    get candidates() {
      return anchorCandidates(anchor, facts);
    },
  };
}

/** GitHub puts `user-content-` before every anchor and takes links with and without it. */
function placeOf(facts: DocumentFacts, spellings: readonly string[], slug: LinkSettings['slug']): Place | undefined {
  const places = placesOf(facts, slug);
  for (const spelling of spellings) {
    const place = places.get(spelling) ?? places.get(spelling.replace(/^user-content-/, ''));
    if (place !== undefined) return place;
  }
  return undefined;
}
