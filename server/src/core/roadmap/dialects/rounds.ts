// Plans in rounds: `## 🚀 第九轮推进计划` holds the groups of the round, `### 第九轮推进（Day 9-10）` says when it is and what it
// does (`- ✅ Profiling 深度实现（2 个文档，7,500 行）`). A single
// round is the plan itself, and one that prose mentions is none.
import { defined } from '../defined.ts';
import type { Dialect, PhaseFact, PlanFact, SlotFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import { planHeadings, type PlanHeading } from '../planHeadings.ts';
import type { StatedStatus, TimeRange } from '../plan.ts';
import type { ListLine, PlanText } from '../planText.ts';
import { labelKindOf } from '../words/labels.ts';
import { leadingMark } from '../words/status.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const rounds: Dialect = {
  name: 'rounds',
  read(plan: PlanText): readonly PlanFact[] {
    const facts = planHeadings(plan).flatMap(factsOf);
    // One round is the plan itself.
    const ids = new Set(facts.flatMap((fact) => (fact.fact === 'phase' ? [fact.id] : [])));
    return ids.size > 1 ? facts : [];
  },
};

const ROUND =
  /^[\p{Extended_Pictographic}\uFE0F\s]*(第[一二三四五六七八九十\d]{1,3}轮|(?:round|wave|iteration)[ \t]*\d{1,3})(?![\d.]*\d)/iu;

function factsOf({ line, body, hasChildren }: PlanHeading): readonly PlanFact[] {
  const id = ROUND.exec(line.raw)?.[1];
  const range = rangeInBracket(line.raw);
  if (line.level === 1 || line.section === undefined) return [];
  const slots = range === undefined ? [] : slotsOf(body, range);
  // The last stretch of a schedule by rounds often has a name of its own.
  if (id === undefined) return slots;
  if (!hasChildren && slots.length === 0) return [];
  const phase: PhaseFact = {
    fact: 'phase',
    via: hasChildren ? 'phase' : 'schedule',
    id,
    title: readTitle(line.raw, line.rawStart).title,
    line: line.line,
    span: { start: line.rawStart, end: line.span.end },
    extent: hasChildren ? line.section.span : { start: line.rawStart, end: line.rawStart },
    ...defined({ range }),
  };
  return [phase, ...slots];
}

function rangeInBracket(text: string): TimeRange | undefined {
  const inside = /[（(]([^（()）]{1,40})[）)]\s*$/.exec(text)?.[1];
  const found = inside === undefined ? undefined : timeRangeIn(inside);
  return found?.index === 0 && found.text.length === inside?.trim().length ? found.value : undefined;
}

/** Lines below a label of tasks. */
function slotsOf(body: PlanHeading['body'], range: TimeRange): readonly SlotFact[] {
  const slots: SlotFact[] = [];
  let isOpen = false;
  for (const line of body) {
    if (line.kind === 'text' && line.label !== undefined) isOpen = labelKindOf(line.label.text) === 'tasks';
    else if (isOpen && line.kind === 'list' && line.depth === 0) slots.push(slotOf(line, range));
  }
  return slots;
}

function slotOf(line: ListLine, range: TimeRange): SlotFact {
  const { title, span, mark } = readTitle(line.raw, line.rawStart);
  const found = mark && leadingMark(mark.text);
  const status: StatedStatus | undefined = mark &&
    found && { line: line.line, span: mark.span, value: found.status, text: mark.text, via: 'schedule' };
  return { fact: 'slot', line: line.line, span, range, text: title, isBlock: false, ...defined({ status }) };
}
