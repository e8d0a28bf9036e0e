// Edits of the address of a link: as little as possible, in the way in which it was written (encoded or raw, with or
// without `./` and `.md`, query and anchor kept). It needs no text: spans and addresses of the facts say enough.
import type { FactLink } from '../facts/documentFacts.ts';
import type { Fix } from '../finding.ts';
import { folderOf, relativePath } from '../library/pathScope.ts';
import type { Span } from '../sourceText.ts';
import type { LinkSettings } from './linkSettings.ts';

type Written = Pick<FactLink, 'url' | 'urlSpan'>;

/** Makes the link of a document `from` lead to `path`. */
export function targetFix(link: Written, path: string, from: string, settings: LinkSettings): Fix {
  const { url } = link;
  const written = url.slice(0, pathLength(url));
  const newPath = addressOf(path, { written, from, settings });
  return {
    title: { key: 'link.fix', args: { path: newPath } },
    edits: [partEdit(link, { start: 0, end: written.length }, newPath)],
  };
}

/** Makes the link lead to another place of the same document. */
export function anchorFix(link: Written, anchor: string, heading: string): Fix {
  const { url } = link;
  const hash = url.indexOf('#');
  const isEncoded = /%[0-9a-f]{2}/i.test(url.slice(hash + 1));
  const newAnchor = isEncoded ? encodeURIComponent(anchor) : encodeSigns(anchor);
  return {
    title: { key: 'link-anchor.fix', args: { anchor, heading } },
    edits: [partEdit(link, { start: hash + 1, end: url.length }, newAnchor)],
  };
}

/** Writes an address anew with the same length of what stands before and behind the changed part. */
function partEdit({ url, urlSpan }: Written, part: Span, newText: string): Fix['edits'][number] {
  const isVerbatim = urlSpan.end - urlSpan.start === url.length;
  if (!isVerbatim) return { span: urlSpan, newText: url.slice(0, part.start) + newText + url.slice(part.end) };
  return { span: { start: urlSpan.start + part.start, end: urlSpan.start + part.end }, newText };
}

/** Of the part before query and anchor. */
function pathLength(url: string): number {
  const end = url.search(/[?#]/);
  return end < 0 ? url.length : end;
}

interface Manner {
  readonly written: string;
  readonly from: string;
  readonly settings: LinkSettings;
}

function addressOf(path: string, { written, from, settings }: Manner): string {
  const named = isWithoutExtension(written, path, settings) ? path.replace(/\.(?:md|markdown)$/i, '') : path;
  const isFolder = written.endsWith('/');
  const plain = `${fromWhere(named, { written, from, settings })}${isFolder && !named.endsWith('.md') ? '/' : ''}`;
  const isEncoded = /%[0-9a-f]{2}/i.test(written);
  // An address with a raw blank stands in pointed brackets, where blanks and brackets are fine.
  const hasRawBlank = written.includes(' ');
  if (isEncoded) return plain.split('/').map(encodeURIComponent).join('/');
  return hasRawBlank ? plain.replace(/[%#?<>]/g, encodeURIComponent) : encodeSigns(plain);
}

function fromWhere(path: string, { written, from, settings }: Manner): string {
  const { root } = settings;
  if (written.startsWith('/') && (root === '' || path.startsWith(`${root}/`))) {
    return `/${root === '' ? path : path.slice(root.length + 1)}`;
  }
  const relative = relativePath(folderOf(from), path);
  return written.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative;
}

function isWithoutExtension(written: string, path: string, { withoutExtension }: LinkSettings): boolean {
  return withoutExtension && /\.(?:md|markdown)$/i.test(path) && !written.endsWith('/') && !/\.[^./]+$/.test(written);
}

/** What would end an address, or mean something else in it. */
function encodeSigns(text: string): string {
  return text.replace(/[\s%#?<>()\\]/g, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  );
}
