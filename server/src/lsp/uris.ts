// URIs as keys: one spelling for each file, and where a file stands below a root. Text only; no file is touched.
import { URI, Utils } from 'vscode-uri';

/** The one spelling of a URI that is used as a key (encoding and drive letters as vscode-uri writes them). */
export function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}

/** Key of a folder: without a slash at the end. */
export function folderKeyOf(uri: string): string {
  const key = keyOf(uri);
  return key.endsWith('/') && !key.endsWith('//') ? key.slice(0, -1) : key;
}

/** Key of a file below a root; `path` has forward slashes and must not lead out of the root. */
export function uriBelow(root: string, path: string): string {
  return Utils.joinPath(URI.parse(root), ...path.split('/')).toString();
}

/** Path of a file relative to a root, by segments; undefined where it is not below it. */
export function pathBelow(root: string, uri: string): string | undefined {
  const folder = URI.parse(root);
  const file = URI.parse(uri);
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  return file.path.startsWith(prefix) ? file.path.slice(prefix.length) : undefined;
}

/** Everything that is opened is Markdown but the configuration. */
export function isMarkdown(uri: string): boolean {
  return !/\.jsonc?$/i.test(uri);
}

/** Key of the folder that a file is in. */
export function parentOf(uri: string): string {
  return folderKeyOf(Utils.dirname(URI.parse(uri)).toString());
}

export interface Place {
  readonly root: string;
  readonly path: string;
}

/** The deepest root that holds the file; root '' and the file's name where none does. */
export function placeOf(uri: string, roots: readonly string[]): Place {
  const places = roots
    .filter((root) => root !== '')
    .map((root) => ({ root, path: pathBelow(root, uri) }))
    .filter((place): place is Place => place.path !== undefined)
    .toSorted((a, b) => b.root.length - a.root.length);
  return places[0] ?? { root: '', path: Utils.basename(URI.parse(uri)) };
}
