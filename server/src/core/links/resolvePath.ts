// Where the path of a link leads in the list of the library's paths. No file is touched; nothing outside is looked up.
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { pathIndexOf, type PathIndex } from '../library/pathIndex.ts';
import { folderOf, scopePath, type ScopedPath } from '../library/pathScope.ts';
import { decodeAddress, isFileWithLine } from './linkAddress.ts';
import type { LinkRefusal, PathTarget } from './linkResolution.ts';
import type { LinkSettings } from './linkSettings.ts';
import { pathCandidates } from './pathCandidates.ts';

const EXTENSIONS = ['.md', '.markdown'];

export type ResolvedPath = PathTarget | { readonly kind: 'refused'; readonly refusal: LinkRefusal };

/** `path` as written in the link, without query and fragment; `from`: the document that it stands in. */
export function resolvePath(path: string, from: string, index: LibraryIndex, settings: LinkSettings): ResolvedPath {
  const isFromRoot = path.startsWith('/');
  const base = isFromRoot ? settings.root : folderOf(from);
  const reference = decodeAddress(isFromRoot ? path.replace(/^\/+/, '') : path);
  if (reference.includes('\\')) return { kind: 'refused', refusal: 'backslash' };
  const scoped = scopeOf(reference, base);
  if (!scoped.isInside) {
    // `..` up to the root, or `/` alone.
    return scoped.refusal === 'empty' ? { kind: 'folder', path: '' } : { kind: 'refused', refusal: scoped.refusal };
  }
  const wanted = scoped.path;
  const paths = pathIndexOf(index.paths);
  const found = exactly(wanted, index, paths) ?? withExtension(wanted, { index, paths, settings, path });
  if (found !== undefined) return found;
  // A file whose name really holds `%20`.
  const raw = reference === path || isFromRoot ? undefined : rawName(path, base, index);
  return raw ?? spelledOtherwise(wanted, index, paths) ?? nothing(wanted, paths);
}

/** The reference is decoded already; what still looks encoded is part of the name. */
function scopeOf(reference: string, base: string): ScopedPath {
  const text = isFileWithLine(reference) ? `./${reference}` : reference;
  return scopePath(text.replaceAll('%', '%25'), base);
}

function exactly(wanted: string, { documents, paths: set }: LibraryIndex, paths: PathIndex): PathTarget | undefined {
  if (documents.has(wanted)) return { kind: 'document', path: wanted };
  if (set.has(wanted)) return { kind: 'file', path: wanted };
  return paths.folder(wanted) === wanted ? { kind: 'folder', path: wanted } : undefined;
}

interface Ground {
  readonly index: LibraryIndex;
  readonly paths: PathIndex;
  readonly settings: LinkSettings;
  /** As written. */
  readonly path: string;
}

function withExtension(wanted: string, { index, paths, settings, path }: Ground): PathTarget | undefined {
  if (!settings.withoutExtension || path.endsWith('/')) return undefined;
  for (const extension of EXTENSIONS) {
    const found = exactly(wanted + extension, index, paths);
    if (found !== undefined) return found;
  }
  return undefined;
}

function rawName(path: string, base: string, index: LibraryIndex): PathTarget | undefined {
  const scoped = scopeOf(path, base);
  return scoped.isInside ? exactly(scoped.path, index, pathIndexOf(index.paths)) : undefined;
}

/** Another Unicode form, or another case where only one path answers to it. */
function spelledOtherwise(wanted: string, index: LibraryIndex, paths: PathIndex): PathTarget | undefined {
  const file = paths.file(wanted);
  const folder = file === undefined ? paths.folder(wanted) : undefined;
  if (file !== undefined) return { ...fileTarget(file, index), differs: 'normal-form' };
  if (folder !== undefined) return { kind: 'folder', path: folder, differs: 'normal-form' };
  const { files, folders } = paths.alike(wanted);
  const [only] = files.length > 0 ? files : folders;
  if (only === undefined || files.length + folders.length > 1) return undefined;
  return files.length > 0
    ? { ...fileTarget(only, index), differs: 'case' }
    : { kind: 'folder', path: only, differs: 'case' };
}

function fileTarget(path: string, { documents }: LibraryIndex): { kind: 'document' | 'file'; path: string } {
  return { kind: documents.has(path) ? 'document' : 'file', path };
}

function nothing(wanted: string, paths: PathIndex): PathTarget {
  return {
    kind: 'no-target',
    path: wanted,
    get candidates() {
      return pathCandidates(wanted, paths);
    },
  };
}
