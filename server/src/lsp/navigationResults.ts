// Targets of definitions and links as LSP objects. Where a place has a span in a document, its range is made of the text.
import type { DocumentLink, Location, LocationLink } from 'vscode-languageserver';
import type { Range } from '../core/sourceText.ts';
import type { DefinitionTarget } from '../features/definition.ts';
import type { FollowableLink } from '../features/documentLinks.ts';
import type { PlaceInLibrary } from '../features/navigation/surroundings.ts';
import type { ServerContext } from './context.ts';
import { lineRange, type Conversion } from './convert.ts';
import * as read from './parameters.ts';
import { rangesOf } from './placesInFiles.ts';

export async function toDefinition(
  context: ServerContext,
  targets: readonly DefinitionTarget[],
  { root, client }: Conversion,
): Promise<LocationLink[] | Location[]> {
  const rangeOf = await rangesByPlace(context, root, targets);
  const rangeOfTarget = (target: DefinitionTarget): Range => rangeOf(target.place) ?? lineRange(target.line);
  if (!client.hasLinkSupport) return targets.map((target) => ({ uri: target.uri, range: rangeOfTarget(target) }));
  return targets.map((target) => ({
    targetUri: target.uri,
    targetRange: rangeOfTarget(target),
    targetSelectionRange: rangeOfTarget(target),
    originSelectionRange: target.origin,
  }));
}

/** Links into other documents are resolved when they are followed: their lines stand in texts that would have to be read. */
export function toDocumentLinks(links: readonly FollowableLink[], { root, client }: Conversion): DocumentLink[] {
  return links.map(({ range, target, tooltip, place }): DocumentLink => {
    const data: LinkData | undefined = place && { root, target, path: place.path, ...place.span };
    return {
      range,
      ...(data === undefined ? { target } : { data }),
      ...(tooltip !== undefined && client.hasLinkTooltips && { tooltip }),
    };
  });
}

interface LinkData {
  readonly root: string;
  readonly target: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** `documentLink/resolve`: editors follow the line after `#L`. Data comes from outside; files are read inside libraries only. */
export async function resolveDocumentLink(context: ServerContext, params: unknown): Promise<unknown> {
  const link = read.record(params);
  const data = read.record(link['data'], 'data');
  const [root, path, target] = ['root', 'path', 'target'].map((name) => read.text(data[name], name));
  const { start, end } = data;
  if (root === undefined || path === undefined || !context.session.snapshot.engine.libraries.has(root))
    throw read.invalid('data.root is no library');
  if (typeof start !== 'number' || typeof end !== 'number') throw read.invalid('data has no span');
  const [range] = await rangesOf(context, [{ root, path, span: { start, end } }]);
  return { ...link, target: range === undefined ? target : `${String(target)}#L${String(range.start.line + 1)}` };
}

/** Looks up a place among those that were read; undefined for none, and for a document that can not be read. */
async function rangesByPlace(
  context: ServerContext,
  root: string,
  things: readonly { readonly place?: PlaceInLibrary }[],
): Promise<(place: PlaceInLibrary | undefined) => Range | undefined> {
  const places = things.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const ranges = await rangesOf(
    context,
    places.map((place) => ({ root, ...place })),
  );
  const known = new Map(places.map((place, index) => [place, ranges[index]]));
  return (place) => (place === undefined ? undefined : known.get(place));
}
