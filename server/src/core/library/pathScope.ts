// Says whether a path written by a person stays inside the library, from its text alone: no file is ever touched here,
// so nothing outside can be probed. Hosts check the real path besides (links may still lead out).

/** Longer references are nobody's file name. */
const MAX_PATH_LENGTH = 1000;

export type PathRefusal = 'empty' | 'too-long' | 'control' | 'scheme' | 'absolute' | 'outside';

export type ScopedPath =
  | { readonly isInside: true; /** Relative to the root, forward slashes, no `.` or `..`. */ readonly path: string }
  | { readonly isInside: false; readonly refusal: PathRefusal };

/**
 * Normalises a reference once (one percent-decoding, backslash to slash) and resolves it against `base`, a folder
 * relative to the root ('' for the root itself). The root itself is not a file and counts as `empty`.
 */
export function scopePath(reference: string, base = ''): ScopedPath {
  if (reference.trim() === '') return refuse('empty');
  if (reference.length > MAX_PATH_LENGTH) return refuse('too-long');
  const text = decodeOnce(reference).replace(/\\/g, '/');
  if (/[\u0000-\u001F\u007F]/.test(text)) return refuse('control');
  if (/^[A-Za-z]:(\/|$)/.test(text) || text.startsWith('/') || /^~[^/]*(\/|$)/.test(text)) return refuse('absolute');
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)) return refuse('scheme');
  return resolve([...base.split('/'), ...text.split('/')]);
}

/** Folder part of a path relative to the root; '' for a file in the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Last segment of a path. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** From a folder ('' for the root) to a file, both relative to the root. */
export function relativePath(folder: string, to: string): string {
  const base = folder === '' ? [] : folder.split('/');
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared += 1;
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

function resolve(segments: readonly string[]): ScopedPath {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return refuse('outside');
  }
  return kept.length === 0 ? refuse('empty') : { isInside: true, path: kept.join('/') };
}

function refuse(refusal: PathRefusal): ScopedPath {
  return { isInside: false, refusal };
}

/** One decoding only: what is still encoded afterwards is part of the name. Broken sequences are left as they are. */
function decodeOnce(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
