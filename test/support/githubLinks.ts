// Links and contents as GitHub shows them, written from its rules alone: nothing of the product is used but the parser's tree.
// The product is measured against it (test/corpus/links.test.ts).
import { posix } from 'node:path';
import type { Nodes, Root } from 'mdast';

export interface PlainLink {
  readonly url: string;
  readonly isImage: boolean;
  readonly start: number;
}

export interface PlainHeading {
  readonly text: string;
  readonly level: number;
  readonly anchor: string;
  readonly start: number;
  /** Stands in a quote or a list. */
  readonly isNested: boolean;
}

export interface PlainDocument {
  readonly path: string;
  readonly links: readonly PlainLink[];
  readonly headings: readonly PlainHeading[];
  /** Anchors of headings, and names that HTML gives. */
  readonly anchors: ReadonlySet<string>;
  readonly contents: PlainContents | undefined;
}

export interface PlainContents {
  readonly entries: readonly { readonly text: string; readonly anchor: string }[];
  readonly heading: PlainHeading;
}

export type Verdict = 'external' | 'outside' | 'missing' | 'no-anchor' | 'found';

export function readPlain(path: string, root: Root): PlainDocument {
  const links: PlainLink[] = [];
  const headings: PlainHeading[] = [];
  const names = new Set<string>();
  const counts = new Map<string, number>();
  visit(root, (node, depth) => {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      links.push({ url: node.url, isImage: node.type === 'image', start });
    if (node.type === 'heading') {
      const text = wordsOf(node);
      headings.push({ text, level: node.depth, anchor: unique(slugOf(text), counts), start, isNested: depth > 1 });
    }
    if (node.type === 'html')
      for (const match of node.value.matchAll(/\b(?:id|name)=["']([^"']+)["']/g)) names.add(match[1] ?? '');
  });
  const anchors = new Set([...headings.map(({ anchor }) => anchor), ...names]);
  return { path, links, headings, anchors, contents: contentsOf(root, headings) };
}

/** What GitHub does with a link of `from`. */
export function verdictOf(
  url: string,
  from: string,
  { documents, files }: { readonly documents: ReadonlyMap<string, PlainDocument>; readonly files: ReadonlySet<string> },
): Verdict {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return 'external';
  const [address = '', ...fragments] = url.split('#');
  const path = decodeURIComponent((address.split('?')[0] ?? '').replace(/%(?![0-9a-f]{2})/gi, '%25'));
  const anchor = decodeURIComponent(fragments.join('#').replace(/%(?![0-9a-f]{2})/gi, '%25'));
  const joined = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
  const target = path === '' ? from : posix.normalize(joined).replace(/\/$/, '');
  if (target.startsWith('..')) return 'outside';
  const document = documents.get(target);
  const isThere = target === '.' || target === '' || files.has(target) || foldersOf(files).has(target);
  if (!isThere) return 'missing';
  if (document === undefined || anchor === '' || document.anchors.has(anchor)) return 'found';
  return 'no-anchor';
}

const knownFolders = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = knownFolders.get(files);
  if (known !== undefined) return known;
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) folders.add(folder);
  knownFolders.set(files, folders);
  return folders;
}

/** Lower case; letters, marks, digits, `_` and `-` stay; each blank becomes a hyphen. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function unique(slug: string, counts: Map<string, number>): string {
  const count = counts.get(slug) ?? 0;
  counts.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function visit(root: Nodes, each: (node: Nodes, depth: number) => void, depth = 0): void {
  each(root, depth);
  if ('children' in root) for (const child of root.children) visit(child, each, depth + 1);
}

/** The first list of anchors under a heading that says contents. */
function contentsOf(root: Root, headings: readonly PlainHeading[]): PlainContents | undefined {
  for (const [index, node] of root.children.entries()) {
    if (node.type !== 'heading' || !/目录|contents|导航/i.test(wordsOf(node))) continue;
    for (const next of root.children.slice(index + 1)) {
      if (next.type === 'heading') break;
      if (next.type !== 'list') continue;
      const entries: { text: string; anchor: string }[] = [];
      visit(next, (inner) => {
        if (inner.type === 'link' && inner.url.startsWith('#'))
          entries.push({ text: wordsOf(inner), anchor: decodeURIComponent(inner.url.slice(1)) });
      });
      const heading = headings.find(({ start }) => start === node.position?.start.offset);
      if (entries.length > 0 && heading !== undefined) return { entries, heading };
    }
  }
  return undefined;
}

export interface ContentsFaults {
  readonly broken: readonly string[];
  readonly unlisted: readonly string[];
  readonly disordered: boolean;
  readonly reworded: readonly string[];
}

/** What a reader who clicks through the contents finds wrong: of H2 all must be listed, of a deeper level all where half are. */
export function contentsFaults(document: PlainDocument, contents: PlainContents): ContentsFaults {
  const { entries } = contents;
  const headings = document.headings.filter(({ isNested }) => !isNested);
  const byAnchor = new Map(headings.map((heading) => [heading.anchor, heading]));
  const listed = new Set(entries.map(({ anchor }) => anchor));
  const found = entries.map(({ anchor }) => byAnchor.get(anchor));
  const levels = [2, 3, 4, 5, 6].filter((level) => {
    const all = headings.filter((heading) => heading.level === level && heading !== contents.heading);
    return level === 2 || (all.length > 0 && all.filter(({ anchor }) => listed.has(anchor)).length * 2 >= all.length);
  });
  const places = found.flatMap((heading) => (heading === undefined ? [] : [heading.start]));
  return {
    broken: entries.filter((_, index) => found[index] === undefined).map(({ anchor }) => anchor),
    unlisted: headings
      .filter((heading) => heading.level <= Math.max(0, ...levels) && heading.level > 1 && heading !== contents.heading)
      .filter(({ anchor }) => !listed.has(anchor))
      .map(({ text }) => text),
    disordered: places.some((place, index) => place < (places[index - 1] ?? 0)),
    reworded: entries
      .filter(({ text, anchor }) => byAnchor.has(anchor) && plain(byAnchor.get(anchor)?.text ?? '') !== plain(text))
      .map(({ text }) => text),
  };
}

function plain(text: string): string {
  return text.replace(/[\s\uFE0F]+/g, '').toLowerCase();
}
