// Batches that take the items of one priority: `- **第一批**: P0 主题（最重要的 5 个）`, `- **Batch 2**: P1 topics (4)`.
import { countsIn } from '../counts.ts';
import type { Dialect, PhaseFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { ListLine, PlanText } from '../planText.ts';
import { prioritiesIn } from '../words/priority.ts';

export const batches: Dialect = {
  name: 'batches',
  read(plan: PlanText): readonly PlanFact[] {
    return plan.lines.flatMap((line) => (line.kind === 'list' ? batchOf(line) : []));
  },
};

const BATCH = /^(?:第[一二三四五六七八九十\d]{1,3}[批轮期波]次?|(?:batch|wave|round)\s*\d{1,2})$/i;

function batchOf({ label, line }: ListLine): readonly PlanFact[] {
  if (label?.hasColon !== true || !BATCH.test(label.text)) return [];
  const [priority, ...more] = prioritiesIn(label.value);
  if (priority === undefined || more.length > 0) return [];
  const title = readTitle(label.rawValue, label.valueSpan.start);
  const phase: PhaseFact = {
    fact: 'phase',
    via: 'phase',
    line,
    span: title.span,
    id: label.text,
    title: title.title,
    extent: { start: title.span.start, end: title.span.start },
    priorities: [{ line, span: title.span, value: priority.value, text: priority.text, via: 'phase' }],
    ofPriority: priority.value,
  };
  const scope = { kind: 'phase' as const, of: label.text, label: label.text };
  return [phase, ...title.brackets.flatMap((bracket) => countsIn(bracket, line, { scope, noun: title.title }))];
}
