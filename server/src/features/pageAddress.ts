// Addresses and names in pages of Markdown that are no files: links that the preview of VS Code follows.

/** Two slashes, and whatever stands between them. */
const SCHEME_PARTS = 3;

/**
 * Previews follow no `file:` address; one that begins with a slash they look for below the first folder, also in pages that
 * are no files. Brackets would end an address in Markdown.
 */
export function addressIn(folder: string, uri: string): string {
  const from = folder.split('/');
  const to = uri.split('/');
  const differs = to.findIndex((part, index) => part !== from[index]);
  const up = '../'.repeat(from.length - differs);
  const address = differs < SCHEME_PARTS ? uri : `/${up}${to.slice(differs).join('/')}`;
  return address.replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
}

/** The last part of the address, as people know the folder. */
export function nameOf(root: string): string {
  const part = root.slice(root.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // percent signs that encode nothing
  }
}
