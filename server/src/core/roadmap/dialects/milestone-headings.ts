// Milestones with a number as headings or points: `### M1: 10月31日 - name`, `### Milestone 2: name (v0.2.0) - 2025年12月`,
// `- **M1 — name:** words`, with the date, the state and the promises below. The marks before the promises stay marks.
import { readBlockFields } from '../blockFields.ts';
import type { Dialect, MilestoneFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { Stated } from '../plan.ts';
import type { ListLine, PlanLine, PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { dateIn } from '../words/date.ts';
import { labelKindOf } from '../words/labels.ts';
import { timeRangeIn } from '../words/timeRange.ts';
import { claimsIn } from './phase-milestones.ts';

export const milestoneHeadings: Dialect = {
  name: 'milestone-headings',
  read: (plan) =>
    plan.lines.flatMap((line) => {
      if (line.kind === 'heading') return headingMilestone(plan, line);
      return line.kind === 'list' ? listMilestone(plan, line) : [];
    }),
};

const HEAD =
  /^[\p{Extended_Pictographic}\uFE0F\u200D\s]*(?:M|milestone[ \t]*|里程碑[ \t]*)(\d{1,3}(?:\.\d{1,2})?)(?![\w.%])[ \t]*[:：.、—–-]*[ \t]*(?=\S)/iu;

interface MilestoneHead extends Pick<MilestoneFact, 'id' | 'title' | 'span' | 'due' | 'dueText' | 'statuses'> {
  readonly id: string;
}

/** `words` begin at `start`; the date may stand before or behind the name, or in brackets. */
function headOf(line: PlanLine, words: string, start: number): MilestoneHead | undefined {
  const lead = HEAD.exec(words);
  if (lead?.[1] === undefined) return undefined;
  const title = readTitle(words.slice(lead[0].length), start + lead[0].length);
  const { statuses } = headValues(line, title, 'milestone');
  const bracket = title.brackets.map(({ text }) => text).find((text) => isTime(text));
  const split = withoutDate(title.title);
  const dueText = bracket ?? split.date;
  const due = dueText === undefined ? undefined : timeRangeIn(dueText)?.value;
  return {
    id: `M${lead[1]}`,
    title: split.name,
    span: title.span,
    ...(dueText !== undefined && { dueText }),
    ...(due && { due }),
    ...(statuses && { statuses }),
  };
}

function isTime(text: string): boolean {
  return dateIn(text) !== undefined || timeRangeIn(text) !== undefined;
}

/** `10月31日 - name`, `name (v0.2.0) - 2025年12月`. */
function withoutDate(title: string): { readonly name: string; readonly date?: string } {
  const parts = title.split(/[ \t]+[-–—|][ \t]+/);
  const index = parts.findIndex((part) => {
    const found = dateIn(part);
    return found !== undefined && found.text.length >= part.trim().length - 2;
  });
  const date = parts[index];
  if (date === undefined || parts.length < 2) return { name: title };
  const name = parts.filter((_, at) => at !== index).join(' - ');
  return { name: readTitle(`-${name}`, 0).title.replace(/^-/, '').trim(), date: date.trim() };
}

function headingMilestone(plan: PlanText, line: PlanLine): readonly MilestoneFact[] {
  const { section } = line;
  const head = section === undefined ? undefined : headOf(line, line.raw, line.rawStart);
  if (section === undefined || head === undefined) return [];
  const own = plan.linesOf(section).filter((each) => each.section === section);
  const fields = readBlockFields(own, 'milestone');
  const claims = claimsIn(own.filter((each, index) => isPromise(each, own.slice(0, index))));
  if (claims.length === 0 && fields.due === undefined && head.dueText === undefined) return [];
  const due = fields.due ?? datedLabel(own);
  const statuses = [...(head.statuses ?? []), ...(fields.statuses ?? [])];
  return [
    {
      ...head,
      fact: 'milestone',
      line: line.line,
      claims,
      statuses,
      ...(head.dueText === undefined && due && { dueText: due.text }),
    },
  ];
}

/** `**目标日期**: 2025年10月10日`. */
function datedLabel(lines: readonly PlanLine[]): Pick<Stated<string>, 'text'> | undefined {
  const label = lines.find(({ label: each }) => each?.hasColon === true && /日期|date/i.test(each.text))?.label;
  return label !== undefined && isTime(label.value) ? { text: label.value } : undefined;
}

/** An outermost point that stands under no label, or under one of deliverables. */
function isPromise(line: PlanLine, above: readonly PlanLine[]): boolean {
  if (line.kind !== 'list' || line.depth > 0 || line.label?.hasColon === true) return false;
  const isOver = ({ kind, label: each }: PlanLine): boolean =>
    kind === 'text' && each?.hasColon === true && each.value === '';
  const label = above.findLast(isOver)?.label;
  return label === undefined || labelKindOf(label.text) === 'outputs' || labelKindOf(label.text) === 'acceptance';
}

/** The words behind the name are what it delivers. */
function listMilestone(plan: PlanText, line: ListLine): readonly MilestoneFact[] {
  const { label } = line;
  if (label === undefined || line.depth > 0) return [];
  const head = headOf(line, label.text, label.span.start);
  if (head === undefined || label.value === '') return [];
  const more = plan.lines.filter(
    (each) => each.kind === 'text' && each.parent !== undefined && plan.lines[each.parent] === line,
  );
  const text = [label.value, ...more.map((each) => each.text)].join(' ');
  const deliverable: Stated<string> = { value: text, text, via: 'milestone', line: line.line, span: label.valueSpan };
  return [{ ...head, fact: 'milestone', line: line.line, deliverable }];
}
