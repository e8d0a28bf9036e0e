// The address of a link taken apart, as text: what is looked up, and what never is. It knows no library.
import type { LinkRefusal } from './linkResolution.ts';

export type LinkAddress =
  | { readonly kind: 'external' }
  | { readonly kind: 'refused'; readonly refusal: LinkRefusal }
  /** `path`: as written, without query and fragment; empty where the document itself is meant. */
  | { readonly kind: 'local'; readonly path: string; readonly fragment?: string };

/** Longer addresses name no file and no heading. */
const MAX_ADDRESS_LENGTH = 2000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** `C:\x`, `C:/x`: a drive, no scheme. */
const DRIVE = /^[a-z]:(?:[\\/]|$)/i;
const FILE_WITH_LINE = /^[^:/?#]{1,200}\.[a-z]{1,10}:\d/i;

export function parseAddress(url: string): LinkAddress {
  if (DRIVE.test(url)) return { kind: 'refused', refusal: 'absolute' };
  if (/^file:/i.test(url)) return { kind: 'refused', refusal: 'scheme' };
  if (url.startsWith('\\\\')) return { kind: 'refused', refusal: 'absolute' };
  if (url.startsWith('//') || (SCHEME.test(url) && !isFileWithLine(url))) return { kind: 'external' };
  if (url.length > MAX_ADDRESS_LENGTH) return { kind: 'refused', refusal: 'too-long' };
  const hash = url.indexOf('#');
  const beforeHash = hash < 0 ? url : url.slice(0, hash);
  const query = beforeHash.indexOf('?');
  const path = query < 0 ? beforeHash : beforeHash.slice(0, query);
  if (path.includes('\\')) return { kind: 'refused', refusal: 'backslash' };
  return hash < 0 ? { kind: 'local', path } : { kind: 'local', path, fragment: url.slice(hash + 1) };
}

/** `guide.md:12`, which browsers take for a scheme. */
export function isFileWithLine(url: string): boolean {
  return FILE_WITH_LINE.test(url);
}

/** Percent-decoded once; broken sequences are left as they are, the rest around them is decoded. */
export function decodeAddress(text: string): string {
  if (!text.includes('%')) return text;
  const decoded = decodedWhole(text);
  return decoded ?? text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodedWhole(run) ?? run);
}

function decodedWhole(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
