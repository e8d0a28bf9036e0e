// Schedules by week, month or quarter: bold blocks (`**Week 1-19: name**:`), headings (`#### Week 1-2: name ✅`), lines
// (`- Week 11: name`, `- [ ] **Week 1**: name`, `1. **name**（Week 1-8）`) and rows (`| W1 | TASK-001 |`). Days are read elsewhere
// where they are headings.
import type { Dialect, SlotFact } from '../facts.ts';
import { flattenInline } from '../inlineText.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import type { StatedStatus, TimeRange } from '../plan.ts';
import type { HeadingLine, ListLine, PlanLine, RowLine, TextLine } from '../planText.ts';
import { labelKindOf } from '../words/labels.ts';
import { leadingPhase } from '../words/references.ts';
import { leadingMark } from '../words/status.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const weekSchedules: Dialect = {
  name: 'week-schedules',
  read: (plan) => plan.lines.flatMap((line): readonly SlotFact[] => slotsOf(line)),
};

function slotsOf(line: PlanLine): readonly SlotFact[] {
  switch (line.kind) {
    case 'row':
      return rowSlots(line);
    case 'heading':
      return headingSlots(line);
    case 'list':
      return listSlots(line);
    case 'text':
      return textSlots(line);
    default:
      return [];
  }
}

interface Timed {
  readonly range: TimeRange;
  /** Words behind the time, and where they begin. */
  readonly words: string;
  readonly start: number;
}

const LEAD = /^(?:[\p{Extended_Pictographic}\uFE0F\u200D\s]|\*\*|__)+/u;
const DATES = /^[ \t]*[（(][^（()）]{0,60}[）)]/;
const SEPARATOR = /^(?:\*\*|__)?[ \t]*(?:[:：]|[—–-]{1,2}(?=[ \t])|\*\*|__)+[ \t]*(?:\*\*|__)?[ \t]*/;

/** The text begins with a time and a separator: `Week 1-2: name`. */
function timedWords(raw: string, rawStart: number): Timed | undefined {
  const mark = leadingMark(raw)?.length ?? 0;
  const lead = mark + (LEAD.exec(raw.slice(mark))?.[0].length ?? 0);
  const head = raw.slice(lead, lead + 60);
  const found = timeRangeIn(head);
  if (found?.index !== 0) return undefined;
  const behind = raw.slice(lead + found.text.length);
  const dates = DATES.exec(behind)?.[0].length ?? 0;
  const separator = SEPARATOR.exec(behind.slice(dates))?.[0].length ?? 0;
  if (separator === 0 && behind.slice(dates).trim() !== '') return undefined;
  const skip = lead + found.text.length + dates + separator;
  return { range: found.value, words: raw.slice(skip), start: rawStart + skip };
}

function headingSlots(line: HeadingLine): readonly SlotFact[] {
  const timed = timedWords(line.raw, line.rawStart);
  if (timed === undefined || timed.range.unit === 'day') return [];
  const title = readTitle(timed.words, timed.start);
  return [slot(line, timed, { title, isBlock: true })];
}

/** A bold line over a list, or a label line of one week. */
function textSlots(line: TextLine): readonly SlotFact[] {
  if (line.label === undefined) return [];
  const timed = timedWords(line.raw, line.rawStart);
  if (timed === undefined) return [];
  const isWhole = line.label.value === '';
  const words = isWhole ? timed.words.replace(/(?:\*\*|__)?[ \t]*[:：]?[ \t]*$/, '') : timed.words;
  return [slot(line, timed, { title: readTitle(words, timed.start), isBlock: isWhole })];
}

function listSlots(line: ListLine): readonly SlotFact[] {
  const timed = timedWords(line.raw, line.rawStart);
  if (timed !== undefined) {
    const title = readTitle(timed.words, timed.start);
    return title.title === '' ? [] : [slot(line, timed, { title, isBlock: false })];
  }
  return behindTitle(line);
}

/** `1. **name**（Week 1-8）`: the time stands in the bracket. */
function behindTitle(line: ListLine): readonly SlotFact[] {
  if (line.label === undefined || leadingPhase(line.label.text) !== undefined) return [];
  const title = readTitle(line.raw, line.rawStart);
  for (const { text } of title.brackets) {
    const found = timeRangeIn(text);
    if (found?.index !== 0 || found.text.length < text.trim().length) continue;
    return [slot(line, { range: found.value, words: line.raw, start: line.rawStart }, { title, isBlock: false })];
  }
  return [];
}

const TIME_COLUMN = /^(?:周次?|周数|时间|阶段时间|week|weeks|when|月份?|month|quarter|季度|日期)$/i;
const WORK_COLUMN = /任务|内容|工作|事项|活动|主题|案例|task|work|item|activity|topic|content/i;

function rowSlots({ isHeader, header, cells, line }: RowLine): readonly SlotFact[] {
  if (isHeader) return [];
  const time = cells.find(
    (cell, index) => index < 2 && TIME_COLUMN.test(header[index]?.trim() ?? '') && timeRangeIn(cell.text)?.index === 0,
  );
  const work = cells.find((cell, index) => cell !== time && WORK_COLUMN.test(header[index] ?? ''));
  const range = time && timeRangeIn(time.text)?.value;
  if (range === undefined || work === undefined || work.text === '') return [];
  const status = cells.find((_, index) => labelKindOf(header[index] ?? '') === 'status');
  const stated = status && statusAt(status.text, status.span, line);
  return [
    { fact: 'slot', line, span: work.span, range, text: work.text, isBlock: false, ...(stated && { status: stated }) },
  ];
}

function slot(
  line: PlanLine,
  { range }: Timed,
  { title, isBlock }: { readonly title: ItemTitle; readonly isBlock: boolean },
): SlotFact {
  const status = title.status && statusAt(title.status.text, title.status.span, line.line);
  const text = flattenInline(title.title).replace(/[:：]$/, '');
  const stated = status ?? markOf(line) ?? boxOf(line);
  return {
    fact: 'slot',
    line: line.line,
    span: text === '' ? line.span : title.span,
    range,
    text,
    isBlock,
    ...(stated && { status: stated }),
  };
}

function statusAt(text: string, span: SlotFact['span'], line: number): StatedStatus | undefined {
  const found = leadingMark(text);
  return found && { line, span, value: found.status, text, via: 'schedule' };
}

/** A mark at the head of a line of a schedule is its state. */
function markOf({ kind, raw, rawStart, line }: PlanLine): StatedStatus | undefined {
  const mark = kind === 'list' ? leadingMark(raw) : undefined;
  if (mark === undefined) return undefined;
  return {
    line,
    span: { start: rawStart, end: rawStart + mark.length },
    value: mark.status,
    text: mark.mark,
    via: 'schedule',
  };
}

function boxOf(line: PlanLine): StatedStatus | undefined {
  if (line.kind !== 'list' || line.box === undefined) return undefined;
  const at = { line: line.line, span: line.box, via: 'schedule' } as const;
  return line.isChecked === true ? { ...at, value: 'done', text: '[x]' } : { ...at, value: 'open', text: '[ ]' };
}
