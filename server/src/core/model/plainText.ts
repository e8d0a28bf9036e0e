// Plain text of mdast nodes. Loops, no recursion: hostile trees are deep.
import type { Nodes } from 'mdast';
import type { Span } from '../sourceText.ts';

/**
 * The words of a node as a reader sees them: code, emphasis and links flattened, escapes resolved.
 * Images and HTML give nothing, because they are no part of what GitHub makes an anchor of.
 */
export function plainText(node: Nodes): string {
  if ('children' in node && node.children.length === 1) {
    const only = node.children[0];
    if (only !== undefined && only.type === 'text') return only.value;
  }
  const stack: Nodes[] = [node];
  let text = '';
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    if (current.type === 'text' || current.type === 'inlineCode') text += current.value;
    else if (current.type === 'break') text += '\n';
    else if ('children' in current) pushChildren(stack, current.children);
  }
  return text;
}

/** The first child comes off the stack first. No spread: hundreds of thousands of children are too many arguments. */
export function pushChildren(stack: Nodes[], children: readonly Nodes[]): void {
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child !== undefined) stack.push(child);
  }
}

/** Span of a node in the whole file; parsers of the port give every node a position. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Span from the first to the last child; `fallback` where there is none. */
export function contentSpanOf(node: Nodes, fallback: Span): Span {
  if (!('children' in node)) return fallback;
  const first = node.children[0];
  const last = node.children.at(-1);
  return first === undefined || last === undefined ? fallback : { start: spanOf(first).start, end: spanOf(last).end };
}
