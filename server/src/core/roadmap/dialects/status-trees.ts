// Trees in text fences whose names carry a mark: `├── 🚧 Tier 3: name (2/5) - 40%` over `│   ├── ⏳ 3.3 name (规划中)`. Names that hold
// others are groups, the outermost names are items. Trees of folders carry no marks and are left alone.
import type { Dialect, GroupFact, ItemFact, PlanFact } from '../facts.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import type { FenceLine, PlanText } from '../planText.ts';
import { sizeIn } from '../words/size.ts';
import { leadingMark, percentIn, statusOf } from '../words/status.ts';

export const statusTrees: Dialect = {
  name: 'status-trees',
  read: (plan) => [...blocksOf(plan)].flatMap((block) => blockFacts(plan, block)),
};

interface Node {
  readonly line: FenceLine;
  readonly depth: number;
  readonly mark: string;
  readonly title: ItemTitle;
}

/** Fewer marked names are decoration. */
const LEAST_MARKED = 3;
const BRANCH = /^([│|┃ \t\u00A0]{0,60})(?:├|└|┣|┗)[─━-]+[ \t]*/u;

function blocksOf(plan: PlanText): Iterable<readonly FenceLine[]> {
  const blocks = new Map<number, FenceLine[]>();
  for (const line of plan.lines) {
    if (line.kind !== 'fence') continue;
    const block = blocks.get(line.block) ?? [];
    blocks.set(line.block, block);
    block.push(line);
  }
  return blocks.values();
}

function blockFacts(plan: PlanText, block: readonly FenceLine[]): readonly PlanFact[] {
  const nodes = block.flatMap((line) => nodeOf(plan, line));
  if (nodes.length < LEAST_MARKED) return [];
  return nodes.map((node, index): PlanFact => {
    const next = nodes[index + 1];
    if (next === undefined || next.depth <= node.depth) return itemFact(node);
    const after = nodes.slice(index + 1).find(({ depth }) => depth <= node.depth);
    const end = after?.line.span.start ?? block.at(-1)?.span.end ?? node.line.span.end;
    return groupFact(node, end);
  });
}

function nodeOf({ model: { source } }: PlanText, line: FenceLine): readonly Node[] {
  const branch = BRANCH.exec(line.raw);
  if (branch === null) return [];
  const rest = line.raw.slice(branch[0].length);
  const mark = leadingMark(rest);
  if (mark === undefined) return [];
  const words = rest.slice(mark.length);
  const title = readTitle(
    words.replace(/[ \t]+[-–—][ \t]+\d{1,3}%$/, ''),
    line.rawStart + branch[0].length + mark.length,
  );
  if (title.title === '') return [];
  const depth = line.rawStart - source.lineStart(line.line) + (branch[1] ?? '').length;
  return [{ line, depth, mark: mark.mark, title }];
}

/** What the tree says of the state: the words in brackets before the mark, ⏳ (规划中) is planned. */
function statusFact({ line, mark, title }: Node): NonNullable<ItemFact['statuses']>[number] | undefined {
  const words = title.brackets
    .map(({ text }) => text)
    .find((text) => text.length <= 8 && /^\D+$/.test(text) && statusOf(text));
  const text = words === undefined ? mark : `${mark} ${words}`;
  const found = statusOf(text);
  const percent = percentIn(line.raw);
  const at = line.rawStart + line.raw.indexOf(mark);
  const span = { start: at, end: at + mark.length };
  return (
    found && { value: found.value, text, via: 'item', line: line.line, span, ...(percent !== undefined && { percent }) }
  );
}

function itemFact(node: Node): ItemFact {
  const { line, title } = node;
  const status = statusFact(node);
  const sized = title.brackets.find(({ text }) => sizeIn(text) !== undefined);
  const size = sized && sizeIn(sized.text);
  const stated = size && {
    value: size.value,
    text: size.text,
    via: 'item' as const,
    line: line.line,
    span: sized.span,
  };
  const isDone = status?.value === 'done';
  return {
    fact: 'item',
    via: 'list',
    kind: 'document',
    title: title.title,
    line: line.line,
    span: title.span,
    extent: line.span,
    ...(title.number !== undefined && { number: title.number, id: title.number }),
    ...(title.id !== undefined && { id: title.id }),
    ...(status && { statuses: [status] }),
    // What is done has its size, what is planned is expected to have it.
    ...(stated && (isDone ? { actualSize: stated } : { expectedSize: stated })),
  };
}

function groupFact(node: Node, end: number): GroupFact {
  const { line, title } = node;
  const status = statusFact(node);
  return {
    fact: 'group',
    via: 'group',
    title: title.title,
    line: line.line,
    span: title.span,
    extent: { start: line.span.start, end },
    ...(status && { statuses: [{ ...status, via: 'group' }] }),
  };
}
