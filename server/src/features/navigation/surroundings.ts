// What navigation looks at: a document's facts, the index of its library, and where links lead in it. Nothing is read here.
import type { DocumentFacts, FactCodePath, FactLink } from '../../core/facts/documentFacts.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { LinkResolution, LinkUse } from '../../core/links/linkResolution.ts';
import { defaultLinkSettings, type LinkSettings } from '../../core/links/linkSettings.ts';
import { referrersOf } from '../../core/links/referrers.ts';
import { resolveLink } from '../../core/links/resolveLink.ts';
import { resolveStatedPath, type PathResolution } from '../../core/roadmap/disk/resolvePath.ts';
import type { Span } from '../../core/sourceText.ts';
import type { DocumentView, EngineView } from '../engineView.ts';

export interface Surroundings {
  readonly root: string;
  readonly index: LibraryIndex;
  readonly settings: LinkSettings;
  /** Where a link of a document leads. */
  readonly resolve: (facts: DocumentFacts, link: FactLink) => LinkResolution;
}

/** A place in a document of the library, which may not be open. */
export interface PlaceInLibrary {
  readonly path: string;
  readonly span: Span;
}

/** Undefined while the library is being read, and outside of libraries. */
export function surroundingsOf(view: EngineView, root: string): Surroundings | undefined {
  const index = view.index(root);
  const library = view.library(root);
  return index && library && surroundingsIn(index, root, library.configuration.links ?? defaultLinkSettings);
}

/** The same for an index as it may become. */
export function surroundingsIn(index: LibraryIndex, root: string, settings: LinkSettings): Surroundings {
  return { root, index, settings, resolve: (facts, link) => resolveLink(link, facts.path, index, settings) };
}

/** Every link of the library that leads to a path or to a place in it, its own document's included. */
export function linksTo(path: string, { index, settings }: Surroundings): readonly LinkUse[] {
  return referrersOf(index, path, settings);
}

export function surroundingsOfDocument({ view, document }: DocumentView): Surroundings | undefined {
  return surroundingsOf(view, document.root);
}

/** The path in the library that a resolution stands for; undefined for what leads out or nowhere. */
export function pathOf(resolution: LinkResolution): string | undefined {
  switch (resolution.kind) {
    case 'document':
    case 'anchor':
    case 'no-anchor':
    case 'file':
    case 'folder':
      return resolution.path;
    default:
      return undefined;
  }
}

/** Code spans name files as plans do: from the own folder, the folders above, the root, or by a telling end. */
export function resolveCodePath({ path }: FactCodePath, from: string, index: LibraryIndex): PathResolution {
  return resolveStatedPath(path, from, index.paths);
}

/** A folder's own document: README.md or index.md, else nothing. */
export function documentOfFolder(folder: string, index: LibraryIndex): string | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  return ['README.md', 'readme.md', 'Readme.md', 'index.md', 'INDEX.md']
    .map((name) => prefix + name)
    .find((path) => index.documents.has(path) || index.paths.has(path));
}
