// Pictures in text fences: phases one below the other with arrows between (`│`, `▼`), their tasks as branches
// (`├─ 1.1 name`). Lines are drawn by hand: only order from top to bottom is taken from them, not every stroke.
import type { Dialect, DependencyFact, ItemFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { FenceLine, PlanText } from '../planText.ts';
import { placeOfLine, placeOfWords } from '../statedValues.ts';
import { leadingPhase } from '../words/references.ts';

export const dependencyGraphs: Dialect = {
  name: 'dependency-graphs',
  read: (plan) => [...blocksOf(plan)].flatMap((block) => blockFacts(plan, block)),
};

function blocksOf(plan: PlanText): Iterable<readonly FenceLine[]> {
  const blocks = new Map<number, FenceLine[]>();
  for (const line of plan.lines) {
    if (line.kind !== 'fence') continue;
    const block = blocks.get(line.block);
    if (block === undefined) blocks.set(line.block, [line]);
    else block.push(line);
  }
  return blocks.values();
}

const DOWN = /[▼↓⬇]/u;
const BRANCH = /^[│|┃\s]*(?:├|└|┣|┗|\+|\|)[─━-]+[>▶►→]?\s*/u;
const STROKES = /[\s─━│┃┐┘┤┌└├┬┴┼▶►◄<>→←-]/u;

/** Without what is drawn behind a name: ──┐, ◄──, │. */
function withoutStrokes(text: string): string {
  let end = text.length;
  while (end > 0 && STROKES.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function blockFacts(plan: PlanText, block: readonly FenceLine[]): readonly PlanFact[] {
  const facts: PlanFact[] = [];
  let above: string | undefined;
  let hasArrow = false;
  for (const line of block) {
    const words = line.text.replace(BRANCH, '');
    const isBranch = words.length < line.text.length;
    const phase = isBranch ? undefined : leadingPhase(words);
    if (phase !== undefined) {
      if (above !== undefined && hasArrow) facts.push(arrow(plan, line, phase.id, above));
      above = phase.id;
      hasArrow = false;
    } else if (isBranch) facts.push(...branchItem(plan, line, words));
    else hasArrow ||= DOWN.test(line.text) && !/[\p{L}\p{N}]/u.test(line.text);
  }
  return above === undefined ? [] : facts;
}

function arrow(plan: PlanText, line: FenceLine, from: string, on: string): DependencyFact {
  const text = withoutStrokes(line.text);
  return { fact: 'dependency', from, on: [on], text, form: 'chain', via: 'graph', ...placeOfWords(plan, line, text) };
}

/** `1.1 name ───┐` names a task by its number; other words are steps of the picture. */
function branchItem(plan: PlanText, line: FenceLine, words: string): readonly ItemFact[] {
  const name = readTitle(withoutStrokes(words), line.rawStart);
  const { number, title } = name;
  const id = name.id ?? (number?.includes('.') === true ? number : undefined);
  if (id === undefined || title === '') return [];
  const place = title === '' ? placeOfLine(line) : placeOfWords(plan, line, title);
  return [
    { fact: 'item', via: 'graph', title, id, isMentionOnly: true, ...(number !== undefined && { number }), ...place },
  ];
}
