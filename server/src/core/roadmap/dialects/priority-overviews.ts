// Overviews under a heading of one priority: `1. name（10个，19周）` names a group with its figures, `4. name（4周）` an item again with
// its effort, `**name（20周）**：` sums up the lines below it, `**总计**: 31周` all of them.
import type { Dialect, ItemFact, PlanFact, TotalFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import { listRuns, type ListRun } from '../listRuns.ts';
import type { Effort, Place, Priority, Stated } from '../plan.ts';
import type { ListLine, PlanLine, PlanText } from '../planText.ts';
import { effortIn } from '../words/effort.ts';
import { amountsIn, type Figure } from '../words/figure.ts';
import { prioritiesIn } from '../words/priority.ts';
import type { Section } from '../../model/documentModel.ts';
import type { Found } from '../words/effort.ts';

export const priorityOverviews: Dialect = {
  name: 'priority-overviews',
  read(plan) {
    const runs = listRuns(plan);
    return plan.model.sections.flatMap((section) => {
      const priority = priorityOf(section);
      return priority === undefined ? [] : overviewOf(plan, section, priority, runs);
    });
  },
};

/** The heading names one priority and is about nothing but it. */
function priorityOf({ heading, level }: Section): Priority | undefined {
  const found = prioritiesIn(heading.text);
  const [only] = found;
  if (only === undefined || found.length > 1 || level < 2) return undefined;
  return /^[^\p{L}\p{N}]*$/u.test(heading.text.slice(0, only.index)) ? only.value : undefined;
}

interface Line {
  readonly line: ListLine;
  readonly title: string;
  readonly span: Place['span'];
  readonly figures: readonly Found<Figure>[];
  /** Of the bracket that holds the figures. */
  readonly bracket: { readonly text: string; readonly span: Place['span'] };
}

function overviewOf(
  plan: PlanText,
  section: Section,
  priority: Priority,
  runs: readonly ListRun[],
): readonly PlanFact[] {
  const own = runs.filter((run) => run.section === section);
  const byRun = own.map((run) => ({ run, lines: run.entries.flatMap(({ line }) => figureLine(line) ?? []) }));
  const all = byRun.flatMap(({ lines }) => lines);
  if (all.length === 0) return [];
  const facts: PlanFact[] = all.flatMap((line) => [mentionOf(line, priority), ...totalsOf(line)]);
  for (const { run, lines } of byRun) facts.push(...headTotals(run, lines));
  for (const line of plan.linesOf(section)) facts.push(...sumTotals(line, all));
  return facts;
}

/** A line whose last bracket holds nothing but figures. */
function figureLine(line: ListLine): Line | undefined {
  const { title, span, brackets } = readTitle(line.raw, line.rawStart);
  const bracket = brackets.find(({ text }) => isFigures(text));
  if (bracket === undefined || title === '') return undefined;
  return { line, title, span, bracket, figures: amountsIn(bracket.text) };
}

/** `10个，19周`, `约 4 周`: figures, and hardly another word. */
export function isFigures(text: string): boolean {
  const figures = amountsIn(text);
  const rest = figures
    .reduce((left, figure) => left.replace(figure.text, ''), text)
    .replace(/[\s,，、;；约共总计~≈+]/g, '');
  return figures.length > 0 && rest.length <= 4;
}

function mentionOf({ line, title, span, bracket, figures }: Line, value: Priority): ItemFact {
  const at = { line: line.line, via: 'overview' } as const;
  const priority: Stated<Priority> = { ...at, span: line.span, value, text: value };
  const isGroup = figures.some(({ value: figure }) => !isEffort(figure));
  const effort = isGroup ? undefined : effortIn(bracket.text);
  const efforts: readonly Stated<Effort>[] =
    effort === undefined ? [] : [{ ...at, span: bracket.span, value: effort.value, text: effort.text }];
  return { fact: 'item', ...at, title, span, isMentionOnly: true, priorities: [priority], efforts };
}

function isEffort({ unit }: Figure): boolean {
  return unit === 'hour' || unit === 'day' || unit === 'week' || unit === 'month';
}

/** Figures of a group: its count, and its effort where a count stands beside it. */
function totalsOf({ line, title, bracket, figures }: Line): readonly TotalFact[] {
  if (figures.every(({ value }) => isEffort(value))) return [];
  const scope = { kind: 'group', of: title, label: title } as const;
  return figures.map(({ value }) => total(line.line, bracket, value, { scope }));
}

interface TotalOptions {
  readonly scope: TotalFact['scope'];
  readonly parts?: TotalFact['parts'];
}

function total(
  line: number,
  { text, span }: Line['bracket'],
  { min, max, unit = 'case', bound }: Figure,
  { scope, parts }: TotalOptions,
): TotalFact {
  return { fact: 'total', line, span, text, min, max, unit, scope, ...(bound && { bound }), ...(parts && { parts }) };
}

/** `**name（20周）**：` over lines with efforts of the same unit. */
function headTotals({ head }: ListRun, lines: readonly Line[]): readonly TotalFact[] {
  const { label } = head ?? {};
  if (head === undefined || label === undefined) return [];
  const { title, brackets } = readTitle(label.text, label.span.start);
  const bracket = brackets.find(({ text }) => isFigures(text));
  if (bracket === undefined) return [];
  const whole = { text: label.text, span: label.span };
  return amountsIn(bracket.text)
    .filter(({ value }) => isEffort(value))
    .map(({ value }) => {
      return total(head.line, whole, value, { scope: { kind: 'list', label: title }, parts: partsOf(lines, value) });
    });
}

const SUM = /^(?:总计|合计|共计|小计|总工作量|total|sum)$/i;

/** `**总计**: 31周` over every line of the section above it. */
function sumTotals(line: PlanLine, all: readonly Line[]): readonly TotalFact[] {
  const { label } = line;
  if (label === undefined || !SUM.test(label.text.trim())) return [];
  return amountsIn(label.value).map(({ value }) => {
    const above = all.filter((each) => each.line.line < line.line);
    const place = { text: line.text, span: label.valueSpan };
    return total(line.line, place, value, { scope: { kind: 'list', label: label.text }, parts: partsOf(above, value) });
  });
}

function partsOf(lines: readonly Line[], { unit }: Figure): NonNullable<TotalFact['parts']> {
  return lines.flatMap(({ line, bracket, figures }) => {
    const same = figures.find(({ value }) => value.unit === unit);
    if (same === undefined) return [];
    return [{ place: { line: line.line, span: bracket.span }, min: same.value.min, max: same.value.max }];
  });
}
