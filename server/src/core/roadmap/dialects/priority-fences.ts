// A text fence that sorts groups or items by priority: `P0 (必须完成):`, below it `- 26_name (2 个文档)`.
import { countsIn } from '../counts.ts';
import type { Dialect, ItemFact, PlanFact, TotalFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { Priority, Stated } from '../plan.ts';
import type { FenceLine, PlanText } from '../planText.ts';
import { prioritiesIn } from '../words/priority.ts';

export const priorityFences: Dialect = { name: 'priority-fences', read };

const HEAD = /^(?:[\p{Extended_Pictographic}\uFE0F\u200D\s]*)P[0-4][^:：]{0,40}[:：]$/u;

function read(plan: PlanText): readonly PlanFact[] {
  const facts: PlanFact[] = [];
  let priority: Priority | undefined;
  let block: number | undefined;
  for (const line of plan.lines) {
    if (line.kind !== 'fence') continue;
    if (line.block !== block) priority = undefined;
    ({ block } = line);
    if (HEAD.test(line.text)) priority = prioritiesIn(line.text)[0]?.value;
    else if (priority !== undefined) facts.push(...entryOf(line, priority));
  }
  return facts;
}

function entryOf(line: FenceLine, value: Priority): readonly (ItemFact | TotalFact)[] {
  const bullet = /^(?:[-*•]|\d{1,3}[.、)])\s+/.exec(line.text)?.[0].length;
  if (bullet === undefined) return [];
  const { title, span, brackets } = readTitle(line.text.slice(bullet), line.rawStart + bullet);
  if (title === '') return [];
  const via = 'list' as const;
  const place = { line: line.line, span };
  const priority: Stated<Priority> = { value, text: value, via, ...place };
  const item: ItemFact = { fact: 'item', via, title, isMentionOnly: true, priorities: [priority], ...place };
  const scope = { kind: 'group', of: title, label: title } as const;
  const totals = brackets.flatMap((bracket) => countsIn(bracket, line.line, { scope }));
  return [item, ...totals.filter(({ unit }) => unit !== 'item')];
}
