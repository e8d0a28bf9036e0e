// Schedules in a text fence: a line with a day or week (`Day 1:`), below it what is done then (`- ⏳ libraries: Web框架文档`).
// Times behind names, bars and charts are no schedule of this form.
import { defined } from '../defined.ts';
import type { Dialect, PlanFact, SlotFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { StatedStatus, TimeRange } from '../plan.ts';
import type { FenceLine, PlanText } from '../planText.ts';
import { splitGroup } from '../words/groupPrefix.ts';
import { leadingMark } from '../words/status.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const scheduleFences: Dialect = {
  name: 'schedule-fences',
  read(plan: PlanText): readonly PlanFact[] {
    const facts: SlotFact[] = [];
    let range: TimeRange | undefined;
    let block = -1;
    for (const line of plan.lines) {
      if (line.kind !== 'fence') continue;
      if (line.block !== block) range = undefined;
      block = line.block;
      const head = rangeOf(line);
      if (head !== undefined) range = head;
      else if (range !== undefined) facts.push(...slotOf(line, range));
    }
    return facts;
  },
};

function rangeOf({ raw }: FenceLine): TimeRange | undefined {
  const found = timeRangeIn(raw.slice(0, 60));
  if (found?.index !== 0) return undefined;
  const rest = raw.slice(found.text.length);
  return /^[ \t]*(?:[（(][^（()）]{0,60}[）)][ \t]*)?[:：]$/.test(rest) ? found.value : undefined;
}

const POINT = /^[-*•][ \t]+/;

function slotOf(line: FenceLine, range: TimeRange): readonly SlotFact[] {
  const lead = POINT.exec(line.raw)?.[0].length;
  if (lead === undefined) return [];
  const title = readTitle(line.raw.slice(lead), line.rawStart + lead);
  if (title.title === '') return [];
  const { rest, restStart } = splitGroup(title.title);
  return [
    {
      fact: 'slot',
      line: line.line,
      span: { start: title.span.start + restStart, end: title.span.end },
      range,
      text: rest,
      isBlock: false,
      ...defined({ status: markStatus(title, line.line) }),
    },
  ];
}

function markStatus({ mark }: ReturnType<typeof readTitle>, line: number): StatedStatus | undefined {
  const found = mark && leadingMark(mark.text);
  if (mark === undefined || found === undefined) return undefined;
  return { line, span: mark.span, value: found.status, text: mark.text, via: 'schedule' };
}
