// Schedules as a line with a day or week and nothing else (`Day 1:`), in a text fence or on its own, with what is done then
// below it (`- ⏳ libraries: Web框架文档`). Times with words behind them, bars and charts are no schedule of this form.
import { defined } from '../defined.ts';
import type { Dialect, PlanFact, SlotFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { StatedStatus, TimeRange } from '../plan.ts';
import type { PlanLine, PlanText } from '../planText.ts';
import { splitGroup } from '../words/groupPrefix.ts';
import { leadingMark } from '../words/status.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const dayBlocks: Dialect = {
  name: 'day-blocks',
  read(plan: PlanText): readonly PlanFact[] {
    const facts: SlotFact[] = [];
    let range: TimeRange | undefined;
    let block: number | undefined;
    for (const line of plan.lines) {
      const head = rangeOf(line);
      if (head !== undefined) {
        range = head;
        block = blockOf(line);
      } else if (range !== undefined) {
        const slot = blockOf(line) === block ? slotOf(line, range) : undefined;
        if (slot === undefined) range = undefined;
        else facts.push(slot);
      }
    }
    return facts;
  },
};

/** Of a fence; lines of prose have none. */
function blockOf(line: PlanLine): number | undefined {
  return line.kind === 'fence' ? line.block : undefined;
}

function rangeOf(line: PlanLine): TimeRange | undefined {
  if (line.kind !== 'fence' && (line.kind !== 'text' || line.label !== undefined || line.isQuoted)) return undefined;
  const found = timeRangeIn(line.raw.slice(0, 60));
  if (found?.index !== 0) return undefined;
  const rest = line.raw.slice(found.text.length);
  return /^[ \t]*(?:[（(][^（()）]{0,60}[）)][ \t]*)?[:：]$/.test(rest) ? found.value : undefined;
}

const POINT = /^[-*•][ \t]+/;

function slotOf(line: PlanLine, range: TimeRange): SlotFact | undefined {
  const lead = line.kind === 'list' ? 0 : POINT.exec(line.raw)?.[0].length;
  if (lead === undefined || line.kind === 'heading' || line.kind === 'row') return undefined;
  const title = readTitle(line.raw.slice(lead), line.rawStart + lead);
  if (title.title === '') return undefined;
  const { rest, restStart } = splitGroup(title.title);
  return {
    fact: 'slot',
    line: line.line,
    span: { start: title.span.start + restStart, end: title.span.end },
    range,
    text: rest,
    isBlock: false,
    ...defined({ status: markStatus(title, line.line) }),
  };
}

function markStatus({ mark }: ReturnType<typeof readTitle>, line: number): StatedStatus | undefined {
  const found = mark && leadingMark(mark.text);
  if (mark === undefined || found === undefined) return undefined;
  return { line, span: mark.span, value: found.status, text: mark.text, via: 'schedule' };
}
