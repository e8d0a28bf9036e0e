// Which schemes the ids of a document may have, by its folder, else by its kind.
import type { Kind } from '../library/configuration.ts';
import type { IdScheme } from './idScheme.ts';

const placesOf = new WeakMap<IdScheme, readonly string[]>();

/** The schemes of the nearest folder that has some; else those of the kind; none where nothing is said of either. */
export function schemesFor(path: string, kind: Kind, schemes: readonly IdScheme[]): readonly IdScheme[] {
  const near = schemes.map((scheme) => ({ scheme, depth: depthOfFolder(path, scheme) }));
  const deepest = Math.max(0, ...near.map(({ depth }) => depth));
  const ofKind = schemes.filter((scheme) => scheme.kind === kind);
  if (deepest === 0) return ofKind;
  const ofFolder = near.filter(({ depth }) => depth === deepest).map(({ scheme }) => scheme);
  const both = ofFolder.filter((scheme) => scheme.kind === undefined || scheme.kind === kind);
  return both.length > 0 ? both : ofFolder;
}

/** Whether a document lies in a folder of the scheme. */
export function isInFolderOf(path: string, scheme: IdScheme): boolean {
  return depthOfFolder(path, scheme) > 0;
}

/** Folders of a scheme, relative to the root: as written, or from a folder in which the standard lies. */
export function foldersOf(scheme: IdScheme): readonly string[] {
  const known = placesOf.get(scheme);
  if (known !== undefined) return known;
  const above = scheme.origin.path.split('/').slice(0, -1);
  const bases = ['', ...above.map((_, index) => `${above.slice(0, index + 1).join('/')}/`)];
  const places = scheme.folders.flatMap((folder) => bases.map((base) => `${base}${folder}`));
  placesOf.set(scheme, places);
  return places;
}

function depthOfFolder(path: string, scheme: IdScheme): number {
  const found = foldersOf(scheme).filter((folder) => path.startsWith(`${folder}/`));
  return Math.max(0, ...found.map((folder) => folder.length));
}
