// Moves an item's block to the end of another group: the block's own text, its number, and nothing else.
import type { TextEdit } from '../../finding.ts';
import type { Span } from '../../sourceText.ts';
import type { PlanGroup, PlanItem } from '../plan.ts';
import { groupNameEdits } from './groupNameEdits.ts';
import type { ChangeOutcome, ChangeTarget } from './planChange.ts';

/** `group` is a key of the plan's groups. The block gets the number after the last of the group. */
export function moveItem({ plan, model, item }: ChangeTarget, group: string): ChangeOutcome {
  const target = plan.groups.find(({ key }) => key === group);
  if (target === undefined || target.extent.end <= target.extent.start)
    return { refusal: { key: 'roadmap.change.no-group' } };
  if (item.group === group) return { edits: [] };
  const neighbours = blocksOf(plan.items, target);
  const last = neighbours.at(-1);
  const { source } = model;
  const block = linesOf(item.extent, source);
  const isBlock = item.mentions[0]?.via === 'item' && source.slice(block).trim() !== '';
  if (last === undefined || !isBlock) return { refusal: { key: 'roadmap.change.no-place' } };
  const at = linesOf(last.extent, source).end;
  const isSameForm = isList(source.slice(block)) === isList(source.slice(linesOf(last.extent, source)));
  if (!isSameForm) return { refusal: { key: 'roadmap.change.other-form' } };
  const text = renumbered(source.slice(block), item, last).replace(/\s+$/, '');
  const gap = isBlankBetween(neighbours, source) ? source.lineEnding : '';
  const inserted: TextEdit = { span: { start: at, end: at }, newText: `${source.lineEnding}${gap}${text}` };
  const removed: TextEdit = { span: withBlankAfter(block, source.text), newText: '' };
  return { edits: [inserted, removed, ...groupNameEdits({ plan, model, item }, group)] };
}

type Source = ChangeTarget['model']['source'];

function blocksOf(items: readonly PlanItem[], group: PlanGroup): readonly PlanItem[] {
  return items
    .filter(({ extent }) => extent.start >= group.extent.start && extent.end <= group.extent.end)
    .toSorted((a, b) => a.extent.start - b.extent.start);
}

/** Whole lines of a span, without the blank ones at its end. */
function linesOf({ start, end }: Span, source: Source): Span {
  const trimmed = start + source.text.slice(start, end).trimEnd().length;
  return { start: source.lineStart(source.lineAt(start)), end: source.lineSpan(source.lineAt(trimmed)).end };
}

/** The block with its line ending, and the blank lines after it. */
function withBlankAfter({ start, end }: Span, text: string): Span {
  const after = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  return { start, end: end + after };
}

function isList(block: string): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(block);
}

function isBlankBetween(blocks: readonly PlanItem[], source: Source): boolean {
  const [first, second] = blocks;
  if (first === undefined || second === undefined)
    return blocks[0] !== undefined && !isList(source.slice(linesOf(blocks[0].extent, source)));
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(
    source.text.slice(linesOf(first.extent, source).end, second.extent.start),
  );
}

/** The number after the last one of the group, in the same form; a block without number stays as it is. */
function renumbered(block: string, { number }: PlanItem, last: PlanItem): string {
  if (number === undefined || last.number === undefined) return block;
  const next = last.number.replace(/\d+$/, (digits) => String(Number(digits) + 1));
  const at = block.indexOf(number);
  return at < 0 || at > 12 ? block : `${block.slice(0, at)}${next}${block.slice(at + number.length)}`;
}
