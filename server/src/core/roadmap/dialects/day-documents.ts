// A day of a schedule that is one document: `### Day 1-2: name` with `**文档**: path` below, and what has to be in it as boxes. Days
// that list several things are schedules of what other places define.
import { readBlockFields } from '../blockFields.ts';
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import type { TimeRange } from '../plan.ts';
import type { HeadingLine, PlanLine, PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { labelKindOf } from '../words/labels.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const dayDocuments: Dialect = {
  name: 'day-documents',
  read: (plan) => plan.lines.flatMap((line) => (line.kind === 'heading' ? factsOf(plan, line) : [])),
};

interface DayHeading {
  readonly range: TimeRange;
  readonly title: ItemTitle;
}

function dayOf({ raw, rawStart }: HeadingLine): DayHeading | undefined {
  const day = timeRangeIn(raw.slice(0, 40));
  if (day?.value.unit !== 'day' || /[\p{L}\p{N}]/u.test(raw.slice(0, day.index))) return undefined;
  const end = day.index + day.text.length;
  const at = end + (/^[\s:：—–-]*/.exec(raw.slice(end))?.[0].length ?? 0);
  const title = readTitle(raw.slice(at), rawStart + at);
  return title.title === '' ? undefined : { range: day.value, title };
}

function factsOf(plan: PlanText, line: HeadingLine): readonly PlanFact[] {
  const { section } = line;
  const day = section === undefined ? undefined : dayOf(line);
  if (section === undefined || day === undefined) return [];
  const body = plan.linesOf(section).filter((each) => each.section === section);
  const { paths, tasks, outline, acceptance, expectedSize, efforts } = readBlockFields(body);
  const [path, more] = paths ?? [];
  if (!body.some(isFileLine) || path === undefined || more !== undefined) return [];
  const head = headValues(line, day.title, 'item');
  const place = { line: line.line, span: day.title.span };
  const item: ItemFact = {
    ...head,
    fact: 'item',
    via: 'item',
    kind: 'document',
    title: day.title.title,
    ...place,
    extent: section.span,
    paths: [path],
    tasks,
    outline,
    acceptance,
    efforts: [...(head.efforts ?? []), ...(efforts ?? [])],
    ...(expectedSize && { expectedSize }),
  };
  return [item, { fact: 'slot', range: day.range, text: day.title.title, isBlock: false, ...place }];
}

function isFileLine({ label }: PlanLine): boolean {
  return label !== undefined && labelKindOf(label.text) === 'file' && label.value !== '';
}
