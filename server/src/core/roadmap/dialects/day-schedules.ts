// Schedules by day: `### Day 1 (P0 - 必须完成)`, halves of the day as labels (`**上午**:`), one piece of work a line with a mark
// (`- ⏳ 26_name/01 (4,500 行)`). A day with a list of its own tasks in prose is read the same way; week schedules are read elsewhere.
import type { Section } from '../../model/documentModel.ts';
import type { Dialect, PhaseFact, PlanFact, SlotFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { TimeRange } from '../plan.ts';
import type { HeadingLine, ListLine, PlanLine, PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { labelKindOf, type LabelKind } from '../words/labels.ts';
import { sizeIn } from '../words/size.ts';
import { leadingMark } from '../words/status.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const daySchedules: Dialect = {
  name: 'day-schedules',
  read: (plan) =>
    plan.lines.flatMap((line) => {
      if (line.kind !== 'heading' || line.section === undefined) return [];
      const day = dayOf(line);
      return day === undefined ? [] : dayFacts(plan, line, line.section, day);
    }),
};

interface Day {
  readonly range: TimeRange;
  readonly id: string;
  /** Words behind the day: 晚上, 环境搭建. */
  readonly words: string;
  readonly wordsStart: number;
}

const DAY = /^[\p{Extended_Pictographic}\uFE0F\u200D\s]*(?:day[ \t]*\d{1,3}|第[ \t]*\d{1,3}[^（(:：]{0,8}天)/iu;
const SEPARATOR = /^[\s:：—–-]*/;

function dayOf({ raw, rawStart }: HeadingLine): Day | undefined {
  const match = DAY.exec(raw);
  const found = match === null ? undefined : timeRangeIn(raw.slice(0, 40));
  if (match === null || found?.value.unit !== 'day') return undefined;
  const end = found.index + found.text.length;
  const at = end + (SEPARATOR.exec(raw.slice(end))?.[0].length ?? 0);
  const { from, to } = found.value;
  return {
    range: found.value,
    id: from === to ? `Day ${from}` : `Day ${from}-${to}`,
    words: raw.slice(at),
    wordsStart: rawStart + at,
  };
}

const HALF = /^(?:上午|下午|晚上|中午|早上|傍晚|全天|morning|afternoon|evening|night|am|pm)(?![\p{L}])/iu;

function dayFacts(plan: PlanText, line: HeadingLine, section: Section, day: Day): readonly PlanFact[] {
  if (isDocument(plan, section)) return [];
  const half = HALF.exec(day.words)?.[0];
  const slots = slotsOf(plan, section, day, half);
  if (slots.length === 0) return [];
  // An evening of its own is a phase only where the day has no other heading.
  return [{ ...phaseOf(line, section, day), via: half === undefined ? 'phase' : 'schedule' }, ...slots];
}

/** A day with a file of its own is one thing to write, and its lists are about that. */
function isDocument(plan: PlanText, section: Section): boolean {
  return plan.linesOf(section).some(({ section: own, label }) => {
    return own === section && label?.hasColon === true && label.value !== '' && labelKindOf(label.text) === 'file';
  });
}

function phaseOf(line: HeadingLine, section: Section, { id, range, words, wordsStart }: Day): PhaseFact {
  const title = readTitle(words, wordsStart);
  const isBracket = /^[（(]/.test(words);
  const remark = isBracket ? words.replace(/^[（(]\s*|\s*[)）].*$/g, '') : title.title;
  const { priorities, statuses } = headValues(
    line,
    isBracket ? readTitle(`-${words}`, wordsStart - 1) : title,
    'phase',
  );
  return {
    fact: 'phase',
    id,
    title: remark === '' ? id : remark,
    via: 'phase',
    extent: section.span,
    range,
    line: line.line,
    span: remark === '' ? line.span : { start: wordsStart, end: line.span.end },
    ...(priorities && { priorities }),
    ...(statuses && { statuses }),
  };
}

function slotsOf(plan: PlanText, section: Section, { range }: Day, half: string | undefined): readonly SlotFact[] {
  const own = plan.linesOf(section).filter((line) => line.section === section);
  // A day that names its one document is read as that document.
  if (own.some((line) => isLabelOf('file', line))) return [];
  const slots: SlotFact[] = [];
  let part = half;
  let isWork = true;
  for (const line of own) {
    if (line.kind === 'list' && line.depth === 0 && isWork) slots.push(slotOf(line, range, part));
    if (line.kind !== 'text') continue;
    const named = HALF.exec(line.label?.text ?? line.text)?.[0];
    part = named ?? part;
    // What stands under another label (交付物, 依赖库) is said of the work and is not the work.
    if (named !== undefined) isWork = true;
    else if (line.label?.hasColon === true) isWork = isLabelOf('tasks', line);
  }
  return slots;
}

function isLabelOf(kind: LabelKind, { kind: line, label }: PlanLine): boolean {
  return line !== 'list' && label?.hasColon === true && labelKindOf(label.text) === kind;
}

function slotOf(line: ListLine, range: TimeRange, half: string | undefined): SlotFact {
  const { title, mark, status, brackets, span } = readTitle(line.raw, line.rawStart);
  const { statuses } = headValues(line, { title, span, brackets, ...(status && { status }) }, 'schedule');
  const size = brackets
    .map(({ text, span: at }) => ({ size: sizeIn(text), at }))
    .find((each) => each.size !== undefined);
  const leading = mark === undefined ? undefined : markStatus(line, mark);
  const stated = statuses?.[0] ?? leading ?? boxStatus(line);
  return {
    fact: 'slot',
    range,
    text: title,
    isBlock: false,
    line: line.line,
    span,
    ...(half !== undefined && { half }),
    ...(stated && { status: stated }),
    ...(size?.size && {
      size: { value: size.size.value, text: size.size.text, via: 'schedule', line: line.line, span: size.at },
    }),
  };
}

function markStatus(
  line: ListLine,
  { text, span }: { readonly text: string; readonly span: SlotFact['span'] },
): SlotFact['status'] {
  const found = leadingMark(text);
  return found && { value: found.status, text, via: 'schedule', line: line.line, span };
}

function boxStatus({ box, isChecked, line }: ListLine): SlotFact['status'] {
  if (box === undefined) return undefined;
  return isChecked === true
    ? { value: 'done', text: '[x]', via: 'schedule', line, span: box }
    : { value: 'open', text: '[ ]', via: 'schedule', line, span: box };
}
