// Places that HTML gives a name: `<a id="x"></a>`, `<a name="x">`, `<h2 id="x">`.
import type { Nodes } from 'mdast';
import type { DocumentModel } from '../model/documentModel.ts';
import { pushChildren } from '../model/plainText.ts';

const named = /<[a-z][a-z0-9]{0,10}\s[^<>]{0,500}?\b(?:id|name)\s*=\s*["']([^"'<>]{1,200})["']/gi;

/** In document order, once each. */
export function readNamedAnchors({ tree }: DocumentModel): readonly string[] {
  const found = new Set<string>();
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'html') for (const match of node.value.matchAll(named)) found.add(match[1] ?? '');
    else if ('children' in node) pushChildren(stack, node.children);
  }
  return [...found];
}
