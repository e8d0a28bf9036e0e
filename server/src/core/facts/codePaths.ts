// Code spans that name files: the usual way plans and guides speak of documents. Words and code are left out.
import type { Nodes, Root } from 'mdast';
import type { SourceText } from '../sourceText.ts';
import { pushChildren, spanOf } from '../model/plainText.ts';
import type { FactCodePath } from './documentFacts.ts';

const LONGEST_PATH = 300;
/** A name with an extension of documents, data or code; blanks only inside names of Chinese or English words. */
const fileName =
  /[^\s/\\*?"<>|:]\.(?:md|markdown|txt|csv|json|ya?ml|toml|sql|py|rs|go|java|ts|js|sh|c|cc|cpp|h|hpp|png|svg|jpe?g|pdf)$/i;

/** In document order. */
export function readCodePaths(root: Root, source: SourceText): readonly FactCodePath[] {
  const found: FactCodePath[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'inlineCode') {
      const path = node.value.trim();
      if (isPath(path)) found.push({ path, span: innerSpan(node, path, source) });
    } else if ('children' in node) pushChildren(stack, node.children);
  }
  return found;
}

function isPath(text: string): boolean {
  if (text.length > LONGEST_PATH || /[\n\r{}()=;,$]|\s{2}|:\/\//.test(text)) return false;
  if (/^[-@]/.test(text)) return false;
  return fileName.test(text) || /^(?:\.{0,2}\/)?(?:[^\s/\\*?"<>|:]+\/){1,20}$/.test(text);
}

function innerSpan(node: Nodes, path: string, source: SourceText): FactCodePath['span'] {
  const span = spanOf(node);
  const at = source.text.indexOf(path, span.start);
  return at < 0 || at + path.length > span.end ? span : { start: at, end: at + path.length };
}
