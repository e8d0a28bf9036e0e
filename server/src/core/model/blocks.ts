// One walk over the tree that collects blocks, links and comments in document order. No meaning is given to them here.
import type { Definition, ListItem, Nodes, Paragraph, Root } from 'mdast';
import type { SourceText } from '../sourceText.ts';
import { readCodeBlock } from './codeBlocks.ts';
import { readComments } from './comments.ts';
import type { Blocks, CodeBlock, Comment, Image, Link, ListBlock, Table, Task } from './documentModel.ts';
import { linkForm, urlSpanOf } from './links.ts';
import { plainText, pushChildren, spanOf } from './plainText.ts';
import { readTable } from './tableCells.ts';

export interface BlockReading {
  readonly blocks: Blocks;
  readonly comments: readonly Comment[];
}

interface Collection {
  readonly source: SourceText;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly code: CodeBlock[];
  readonly tables: Table[];
  readonly lists: ListBlock[];
  readonly tasks: Task[];
  readonly links: Link[];
  readonly images: Image[];
  readonly paragraphs: { span: { start: number; end: number }; text: string }[];
  readonly comments: Comment[];
}

/** Everything but sections, metadata and the table of contents. */
export function readBlocks(root: Root, source: SourceText): BlockReading {
  const collection: Collection = {
    source,
    definitions: readDefinitions(root),
    code: [],
    tables: [],
    lists: [],
    tasks: [],
    links: [],
    images: [],
    paragraphs: [],
    comments: [],
  };
  const nodes: Nodes[] = [root];
  const depths: number[] = [0];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const depth = depths.pop() ?? 0;
    collect(node, depth, collection);
    if (!('children' in node)) continue;
    const below = node.type === 'list' ? depth + 1 : depth;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child === undefined || child.type === 'text') continue;
      nodes.push(child);
      depths.push(below);
    }
  }
  const { comments, code, tables, lists, tasks, links, images, paragraphs } = collection;
  return { blocks: { code, tables, lists, tasks, links, images, paragraphs }, comments };
}

function readDefinitions(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    else if (node.type === 'root' || node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      pushChildren(stack, node.children);
  }
  return definitions;
}

function collect(node: Nodes, depth: number, into: Collection): void {
  switch (node.type) {
    case 'paragraph':
      into.paragraphs.push({ span: spanOf(node), text: plainText(node) });
      return;
    case 'code':
      into.code.push(readCodeBlock(node, into.source));
      return;
    case 'table':
      into.tables.push(readTable(node, into.source));
      return;
    case 'list':
      into.lists.push({
        span: spanOf(node),
        isOrdered: node.ordered === true,
        items: node.children.map(readItem),
        depth,
      });
      return;
    case 'listItem':
      if (typeof node.checked === 'boolean') into.tasks.push(readTask(node, node.checked, into.source));
      return;
    case 'html':
      for (const comment of readComments(into.source, spanOf(node))) into.comments.push(comment);
      return;
    default:
      collectReference(node, into);
  }
}

function collectReference(node: Nodes, into: Collection): void {
  const { source, definitions } = into;
  switch (node.type) {
    case 'link':
      into.links.push({
        span: spanOf(node),
        text: plainText(node),
        url: node.url,
        urlSpan: urlSpanOf(node, source),
        form: linkForm(node, source),
      });
      return;
    case 'image':
      into.images.push({ span: spanOf(node), alt: node.alt ?? '', url: node.url, urlSpan: urlSpanOf(node, source) });
      return;
    case 'definition':
      into.links.push({
        span: spanOf(node),
        text: node.label ?? node.identifier,
        url: node.url,
        urlSpan: urlSpanOf(node, source),
        form: 'definition',
      });
      return;
    case 'linkReference': {
      const url = definitions.get(node.identifier)?.url ?? '';
      into.links.push({ span: spanOf(node), text: plainText(node), url, urlSpan: spanOf(node), form: 'reference' });
      return;
    }
    case 'imageReference':
      into.images.push({
        span: spanOf(node),
        alt: node.alt ?? '',
        url: definitions.get(node.identifier)?.url ?? '',
        urlSpan: spanOf(node),
      });
      return;
    default:
  }
}

/** The item's own words, without those of lists inside it. */
function readItem(item: ListItem): { span: { start: number; end: number }; text: string } {
  const texts = item.children.filter((child): child is Paragraph => child.type === 'paragraph').map(plainText);
  return { span: spanOf(item), text: texts.join('\n') };
}

function readTask(item: ListItem, isChecked: boolean, source: SourceText): Task {
  const { start, end } = spanOf(item);
  const first = item.children[0];
  const box = Math.max(start, source.text.indexOf('[', start));
  const isParagraph = first?.type === 'paragraph';
  return {
    span: { start, end: isParagraph ? spanOf(first).end : Math.min(end, box + 3) },
    text: isParagraph ? plainText(first) : '',
    isChecked,
    boxSpan: { start: box, end: Math.min(end, box + 3) },
  };
}
