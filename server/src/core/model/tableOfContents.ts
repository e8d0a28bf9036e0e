// Finds the table of contents: a list of anchor links under a heading such as 目录. Whether it is right is a rule's question.
import type { List, Nodes, Root } from 'mdast';
import type { SourceText, Span } from '../sourceText.ts';
import type { Section, TableOfContents, TocEntry } from './documentModel.ts';
import { plainText, spanOf } from './plainText.ts';

const NAMES = new Set([
  '目录',
  '完整目录',
  '文档目录',
  '内容目录',
  '文章目录',
  '章节目录',
  '详细目录',
  '目次',
  '目录导航',
  '目录结构导航',
  'contents',
  'tableofcontents',
  'toc',
  'tableofcontent',
  '目录tableofcontents',
  '目录contents',
  '目录toc',
]);

/** The first section named like one that holds anchor links, else the first named exactly so. */
export function readTableOfContents(
  root: Root,
  sections: readonly Section[],
  source: SourceText,
): TableOfContents | undefined {
  let withoutLinks: TableOfContents | undefined;
  for (const section of sections) {
    const { key } = section.heading.identity;
    if (!NAMES.has(key) && !(key.endsWith('目录') && key.length <= 8)) continue;
    const toc = readFrom(root, section, source);
    if (toc.entries.length > 0) return toc;
    if (NAMES.has(key)) withoutLinks ??= toc;
  }
  return withoutLinks;
}

function readFrom(root: Root, section: Section, source: SourceText): TableOfContents {
  const { start, end } = section.bodySpan;
  const lists = root.children.filter(
    (node): node is List => node.type === 'list' && spanOf(node).start >= start && spanOf(node).start < end,
  );
  const linked = lists
    .map((list) => ({ list, entries: readEntries(list) }))
    .filter(({ entries }) => entries.length > 0);
  const first = linked[0]?.list ?? lists[0];
  const last = linked.at(-1)?.list ?? lists[0];
  const lineEnd = source.lineSpan(source.lineAt(section.heading.span.end)).end;
  const listSpan: Span =
    first === undefined || last === undefined
      ? { start: lineEnd, end: lineEnd }
      : { start: spanOf(first).start, end: spanOf(last).end };
  return { section, listSpan, entries: linked.flatMap(({ entries }) => entries) };
}

/** The first anchor link of every item, with its nesting. */
function readEntries(list: List): TocEntry[] {
  const entries: TocEntry[] = [];
  const stack: { node: Nodes; depth: number }[] = [{ node: list, depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, depth } = entry;
    if (node.type === 'link') {
      if (node.url.startsWith('#'))
        entries.push({ text: plainText(node), anchor: decode(node.url.slice(1)), span: spanOf(node), depth });
      continue;
    }
    if (!('children' in node)) continue;
    const below = node.type === 'listItem' ? depth + 1 : depth;
    for (const child of node.children.toReversed())
      stack.push({ node: child, depth: child.type === 'list' ? below : depth });
  }
  return entries;
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    // A stray percent sign: the anchor is what is written.
    return anchor;
  }
}
