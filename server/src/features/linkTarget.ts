// What a link inside a library leads to, as text; whether it exists is not asked.
import { folderOf, scopePath } from '../core/library/pathScope.ts';

export interface LinkTarget {
  /** Relative to the library root; the document's own path for a bare anchor. */
  readonly path: string;
  readonly anchor?: string;
}

/** Undefined for links to the outside, and for paths that leave the library. */
export function linkTarget(documentPath: string, url: string): LinkTarget | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return undefined;
  const hash = url.indexOf('#');
  const anchor = hash < 0 ? undefined : decode(url.slice(hash + 1));
  const reference = (hash < 0 ? url : url.slice(0, hash)).split('?')[0] ?? '';
  const path = reference === '' ? documentPath : resolve(documentPath, reference);
  if (path === undefined) return undefined;
  return anchor === undefined ? { path } : { path, anchor };
}

/** A leading slash means the library's root, as in most renderers. */
function resolve(documentPath: string, reference: string): string | undefined {
  const isFromRoot = reference.startsWith('/');
  const scoped = isFromRoot ? scopePath(reference.slice(1)) : scopePath(reference, folderOf(documentPath));
  return scoped.isInside ? scoped.path : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign means itself.
    return text;
  }
}
