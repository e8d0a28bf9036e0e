// Makes the trees of both parsers one: whole-file offsets, a position on every node, one start for paragraphs of task
// items, and a bounded depth. Works in place and with a stack, because trees of hostile texts are deeper than the call stack.
import type { Break, Code, Html, Nodes, Paragraph, Parent, Root, Text } from 'mdast';
import type { Point, Position } from 'unist';
import { limits } from '../limits.ts';
import type { ParserProblem } from './markdownParser.ts';
import type { ParserInput } from './parserInput.ts';
import { placeUnpositioned } from './placeNodes.ts';

/** Changes `root` in place and returns it; `input` is the text that was parsed. */
export function normalizeTree(root: Root, input: ParserInput): Root {
  const problems: ParserProblem[] = [];
  const stack: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, depth } = entry;
    if (!('children' in node)) continue;
    if (depth >= limits.treeDepth) {
      cut(node, problems, input.shift);
      continue;
    }
    mendChildren(node, input);
    for (const child of node.children) {
      if ('children' in child) stack.push({ node: child, depth: depth + 1 });
    }
  }
  if (input.shift === 1) shiftTree(root);
  if (problems.length > 0) root.data = { ...root.data, problems };
  return root;
}

function cut(node: Parent, problems: ParserProblem[], shift: number): void {
  if (node.children.length === 0) return;
  if (problems.length === 0) problems.push({ kind: 'depth-cut', offset: (node.position?.start.offset ?? 0) + shift });
  node.children = [];
}

function mendChildren(node: Parent, input: ParserInput): void {
  if (node.children.some((child) => child.position === undefined)) placeUnpositioned(node, input.text);
  if (node.type === 'listItem') mendTaskParagraph(node, input.text);
  let previous: Nodes | undefined;
  let isSplit = false;
  for (const child of node.children) {
    mendNode(child, input.text);
    if (previous !== undefined) {
      isSplit ||= isContinuation(previous, child);
      mendOverlap(previous, child, input.text);
    }
    previous = child;
  }
  if (isSplit) node.children = joinSplit(node.children, input.text);
}

function mendNode(node: Nodes, text: string): void {
  if (node.type === 'code' || node.type === 'html') mendCode(node, text);
  else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') trimEnd(node, text);
  else if (node.type === 'break') mendBreak(node, text);
  else if (node.type === 'text') mendText(node, text);
}

/** An item with an open block in it ends where the next begins; both parsers say that it ends later, each elsewhere. */
function mendOverlap(first: Nodes, second: Nodes, text: string): void {
  if (first.position === undefined || second.position === undefined) return;
  const { start } = second.position;
  if ((first.position.end.offset ?? 0) <= (start.offset ?? 0)) return;
  first.position.end = { ...start };
  trimEnd(first, text);
}

function isContinuation(first: Nodes, second: Nodes): boolean {
  return second.type === 'text'
    ? first.type === 'text'
    : second.type === 'paragraph' && isSplitParagraph(first, second);
}

/** A break ends with its line; remark sometimes counts the marks of the next line's container in. */
function mendBreak(node: Break, text: string): void {
  if (node.position === undefined) return;
  let offset = node.position.start.offset ?? 0;
  while (offset < text.length && text.charAt(offset) !== '\n' && text.charAt(offset) !== '\r') offset += 1;
  offset += text.startsWith('\r\n', offset) ? 2 : 1;
  node.position.end = { line: node.position.start.line + 1, column: 1, offset };
}

/** A blank info string is none; the value of an open fence or comment ends with its last line. */
function mendCode(node: Code | Html, text: string): void {
  if ('meta' in node && typeof node.meta === 'string') node.meta = node.meta.trim() || null;
  if (trimEnd(node, text)) node.value = node.value.replace(/[\r\n]+$/, '');
}

/** Ends a block with an open fence or comment in it at the end of its last line, not somewhere after it. */
function trimEnd(node: Nodes, text: string): boolean {
  if (node.position === undefined) return false;
  const { start, end } = node.position;
  let offset = end.offset ?? 0;
  if (!/[\r\n]/.test(text.charAt(offset - 1))) return false;
  while (/[\r\n]/.test(text.charAt(offset - 1))) offset -= 1;
  const lines = text.slice(start.offset ?? 0, offset).split(/\r\n|\r|\n/);
  const last = lines.at(-1)?.length ?? 0;
  const column = (lines.length === 1 ? start.column : 1) + last;
  node.position.end = { line: start.line + lines.length - 1, column, offset };
  return true;
}

/** Blanks before a line ending, and the marks of a container after it, belong to no text. */
function mendText(node: Text, text: string): void {
  if (node.position === undefined) return;
  const { start, end } = node.position;
  if (/^[\r\n]/.test(node.value)) {
    let blanks = 0;
    while (/[ \t]/.test(text.charAt((start.offset ?? 0) + blanks))) blanks += 1;
    node.position.start = { line: start.line, column: start.column + blanks, offset: (start.offset ?? 0) + blanks };
  }
  if (!/[\r\n]$/.test(node.value)) return;
  let offset = end.offset ?? 0;
  while (offset > 0 && !/[\r\n]/.test(text.charAt(offset - 1))) offset -= 1;
  node.position.end = { line: end.line, column: 1, offset };
}

/** No blank line between: CommonMark knows no two such paragraphs; satteri makes them of a table that is none. */
function isSplitParagraph(first: Nodes, second: Nodes): boolean {
  const end = first.position?.end.line;
  return first.type === 'paragraph' && end !== undefined && second.position?.start.line === end + 1;
}

/** Neighbouring texts become one, as CommonMark has them, and so do the halves of a paragraph. */
function joinSplit(children: Parent['children'], text: string): Parent['children'] {
  const joined: Parent['children'] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      last.value += child.value;
      if (last.position !== undefined && child.position !== undefined) last.position.end = child.position.end;
    } else if (child.type === 'paragraph' && last?.type === 'paragraph' && isSplitParagraph(last, child))
      joinParagraphs(last, child, text);
    else joined.push(child);
  }
  return joined;
}

function joinParagraphs(first: Paragraph, second: Paragraph, text: string): void {
  if (first.position === undefined || second.position === undefined) return;
  const { end } = first.position;
  const offset = end.offset ?? 0;
  const lineEnding = text.startsWith('\r\n', offset) ? '\r\n' : text.charAt(offset);
  const between: Text = {
    type: 'text',
    value: lineEnding,
    position: { start: { ...end }, end: { line: end.line + 1, column: 1, offset: offset + lineEnding.length } },
  };
  first.children = joinSplit([...first.children, between, ...second.children], text) as Paragraph['children']; // phrasing in, phrasing out
  first.position.end = second.position.end;
}

/** The paragraph of a task begins with its first content: remark counts the box where what follows is not plain text. */
function mendTaskParagraph(node: Parent, text: string): void {
  if (!('checked' in node) || typeof node.checked !== 'boolean') return;
  const paragraph = node.children[0];
  if (paragraph?.type !== 'paragraph' || paragraph.position === undefined) return;
  dropLeadingBlank(paragraph);
  const first = paragraph.children[0];
  if (first?.position === undefined) return;
  first.position.start = startAfterBox(first.position.start, text);
  if (first.type === 'text') first.value = first.value.replace(/^[\r\n]+/, '');
  paragraph.position.start = { ...first.position.start };
}

/** Blanks after a box at the end of its line are neither text nor a line break. */
function dropLeadingBlank(paragraph: Paragraph): void {
  const first = paragraph.children[0];
  if (paragraph.children.length < 2) return;
  if (first?.type === 'break' || (first?.type === 'text' && /^[\r\n]*$/.test(first.value))) paragraph.children.shift();
}

/** After a box at the end of its line remark counts on in that line, and may stop inside a CRLF. */
function startAfterBox(start: Point, text: string): Point {
  const { line, column } = start;
  let offset = start.offset ?? 0;
  while (/[\r\n]/.test(text.charAt(offset))) offset += 1;
  const isNextLine = column > 1 && /[\r\n]/.test(text.charAt(offset - 1));
  if (!isNextLine && offset === start.offset) return start;
  const lineStart = offset;
  while (/[ \t]/.test(text.charAt(offset))) offset += 1;
  return { line: isNextLine ? line + 1 : line, column: offset - lineStart + 1, offset };
}

/** Counts the byte order mark, which both parsers drop. Points may be shared between nodes. */
function shiftTree(root: Root): void {
  const done = new Set<Point>();
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.position !== undefined) shiftPosition(node.position, done);
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  if (root.position !== undefined) root.position.start = { line: 1, column: 1, offset: 0 };
}

function shiftPosition(position: Position, done: Set<Point>): void {
  for (const point of [position.start, position.end]) {
    if (done.has(point)) continue;
    done.add(point);
    point.offset = (point.offset ?? 0) + 1;
    if (point.line === 1) point.column += 1;
  }
}
