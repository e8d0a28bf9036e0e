// Text that was meant for a link and is shown as it stands: an address with blanks, a label that nothing defines. Only what
// can hardly be anything else is taken: indexes of arrays, footnotes of numbers and prose in brackets are not.
import type { Nodes, Text } from 'mdast';
import type { DocumentModel } from '../model/documentModel.ts';
import { pushChildren, spanOf } from '../model/plainText.ts';
import type { SourceText } from '../sourceText.ts';
import type { FactMissedLink } from './documentFacts.ts';

/** `](a b.md)`: the text before may hold code and marks, so that it is not looked at. */
const WITH_ADDRESS = /\]\(([^()<>\n]{1,500})\)/g;
const FILE_WITH_BLANK = /^(?!https?:)[^"']*\S [^"']*\.(?:md|markdown|png|svg|jpe?g|gif|webp|pdf)(?:#\S*)?$/i;
/** `[words][label]`, not behind a word (`array[i][j]`) and not before a definition's colon. */
const WITH_LABEL = /(?<![\p{L}\p{N}_\])])\[([^[\]\n]{2,200})\]\[([^[\]\n]{1,100})\](?![:[(])/gu;

/** In document order. */
export function readMissedLinks({ tree, source }: Pick<DocumentModel, 'tree' | 'source'>): readonly FactMissedLink[] {
  const found: FactMissedLink[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') for (const missed of missedIn(node, source)) found.push(missed);
    else if ('children' in node && node.type !== 'link') pushChildren(stack, node.children);
  }
  return found;
}

function missedIn(node: Text, source: SourceText): readonly FactMissedLink[] {
  if (!node.value.includes('](') && !node.value.includes('][')) return [];
  const { start, end } = spanOf(node);
  const written = source.slice({ start, end });
  const missed = (reason: FactMissedLink['reason'], text: string, at: number): FactMissedLink => ({
    reason,
    text,
    span: { start: start + at, end: start + at + text.length },
  });
  const blanks = [...written.matchAll(WITH_ADDRESS)].flatMap((match) => {
    const text = match[1] ?? '';
    return FILE_WITH_BLANK.test(text) ? [missed('blank', text, match.index + 2)] : [];
  });
  const labels = [...written.matchAll(WITH_LABEL)].flatMap((match) => {
    const [whole, words = '', label = ''] = match;
    const isNumber = /^\d+$/.test(words) || label.startsWith('^') || words.startsWith('\\');
    return isNumber ? [] : [missed('label', label, match.index + whole.length - 1 - label.length)];
  });
  return [...blanks, ...labels].sort((a, b) => a.span.start - b.span.start);
}
