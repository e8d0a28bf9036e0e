// The progress report that people write by hand: what is done with its real lines, figures of each group, what comes next,
// progress of each priority, where the plan and the files differ. Every figure is counted; nothing is copied from a claim.
import type { Locale, MessageKey } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import { isComplete } from '../../core/roadmap/statedStatus.ts';
import { markdownTable } from './itemTable.ts';
import { effortText, grouped, stateLabel } from './labels.ts';
import { groupOf, phaseLabel, phaseOf } from './owner.ts';
import { rollUpOf } from './rollUpOf.ts';
import { rowsOfPlan, type RoadmapRow } from './rows.ts';

interface Report {
  readonly read: ReadPlan;
  readonly rows: readonly RoadmapRow[];
  readonly text: (key: MessageKey, args?: Readonly<Record<string, string | number>>) => string;
  readonly locale: Locale;
}

/** One report for each plan, one after the other; plans without items have none. */
export function progressReport(plans: readonly ReadPlan[], rows: readonly RoadmapRow[], locale: Locale): string {
  const text: Report['text'] = (key, args) => renderMessage({ key, ...(args && { args }) }, locale);
  const reports = plans.flatMap((read) => {
    const own = rowsOfPlan(rows, read);
    return own.length === 0 ? [] : [reportOf({ read, rows: own, text, locale })];
  });
  return reports.join('\n---\n\n');
}

function reportOf(report: Report): string {
  const { read, rows, text } = report;
  const sums = rollUpOf(rows);
  const head = [
    `# ${text('report.title', { title: read.plan.title })}\n`,
    `**${text('report.plan')}:** \`${read.plan.path}\`  \n**${text('report.progress')}:** ${shareOf(sums.complete, sums.items)}\n`,
  ];
  const sections = [
    doneSection(report),
    groupSection(report),
    begunSection(report),
    nextSection(report),
    prioritySection(report),
    driftSection(report),
  ];
  return [...head, ...sections.filter((section) => section !== '')].join('\n');
}

function doneSection({ rows, text, locale }: Report): string {
  const done = rows.filter(({ state }) => isComplete(state.state));
  if (done.length === 0) return `## ${text('report.done')}\n\n${text('report.none-done')}\n`;
  const head = ['#', text('column.title'), text('column.group'), text('column.lines'), text('column.state')];
  const cells = done.map((row, index) => [
    String(index + 1),
    row.item.title,
    placeOf(row),
    row.state.lines === undefined ? '' : grouped(row.state.lines),
    stateLabel(row.state.state, locale),
  ]);
  const counted = done.filter(({ state }) => state.lines !== undefined);
  const lines = grouped(counted.reduce((sum, { state }) => sum + (state.lines ?? 0), 0));
  const sum = counted.length === 0 ? '' : `\n${text('report.lines', { lines, count: counted.length })}\n`;
  return `## ${text('report.done')} (${String(done.length)})\n\n${markdownTable(head, cells)}${sum}`;
}

/** Figures of each group: how much is done, how many lines are there. */
function groupSection({ rows, text }: Report): string {
  const groups = new Map<string, RoadmapRow[]>();
  for (const row of rows) groups.set(placeOf(row), [...(groups.get(placeOf(row)) ?? []), row]);
  if (groups.size < 2) return '';
  const total = rows.reduce((sum, { state }) => sum + (state.lines ?? 0), 0);
  const head = [text('column.group'), text('report.progress'), text('column.lines'), text('report.share')];
  const cells = [...groups].map(([name, own]) => {
    const { complete, items } = rollUpOf(own);
    const lines = own.reduce((sum, { state }) => sum + (state.lines ?? 0), 0);
    const share = total === 0 ? '' : `${String(Math.round((lines / total) * 100))}%`;
    return [name === '' ? text('roadmap.none') : name, shareOf(complete, items), grouped(lines), share];
  });
  return `## ${text('report.groups')}\n\n${markdownTable(head, cells)}`;
}

const NOT_BEGUN: ReadonlySet<string> = new Set(['missing', 'open', 'unknown', 'scaffolded', 'archived']);

function begunSection({ rows, text, locale }: Report): string {
  const begun = rows.filter(({ state }) => !isComplete(state.state) && !NOT_BEGUN.has(state.state));
  if (begun.length === 0) return '';
  const head = [
    text('column.title'),
    text('column.group'),
    text('column.lines'),
    text('column.state'),
    text('report.open'),
  ];
  const cells = begun.map((row) => [
    row.item.title,
    placeOf(row),
    row.state.lines === undefined ? '' : grouped(row.state.lines),
    stateLabel(row.state.state, locale),
    renderMessage(row.state.reason, locale),
  ]);
  return `## ${text('report.begun')} (${String(begun.length)})\n\n${markdownTable(head, cells)}`;
}

function nextSection({ rows, text, locale }: Report): string {
  const next = rows.filter(({ state }) => NOT_BEGUN.has(state.state) && state.state !== 'archived');
  if (next.length === 0) return '';
  const head = [
    '#',
    text('column.title'),
    text('column.group'),
    text('column.expected'),
    text('column.effort'),
    text('column.state'),
  ];
  const tables = byPriority(next).map(([priority, own]) => {
    const cells = own.map((row, index) => [
      row.item.number ?? String(index + 1),
      row.item.title,
      placeOf(row),
      row.expectedSize?.text ?? '',
      row.effort === undefined ? '' : effortText(row.effort.value, locale),
      stateLabel(row.state.state, locale),
    ]);
    return `### ${priority === '' ? text('roadmap.none') : priority} (${String(own.length)})\n\n${markdownTable(head, cells)}`;
  });
  return `## ${text('report.next')}\n\n${tables.join('\n')}`;
}

function prioritySection({ rows, text }: Report): string {
  const parts = byPriority(rows);
  const head = [text('column.priority'), text('report.complete'), text('report.progress')];
  const cells = parts.map(([priority, own]) => {
    const { complete, items } = rollUpOf(own);
    return [
      priority === '' ? text('roadmap.none') : priority,
      `${String(complete)}/${String(items)}`,
      percent(complete, items),
    ];
  });
  const { complete, items } = rollUpOf(rows);
  const all = [[text('report.all'), `${String(complete)}/${String(items)}`, percent(complete, items)]];
  return `## ${text('report.overall')}\n\n${markdownTable(head, parts.length > 1 ? [...cells, ...all] : all)}`;
}

function driftSection({ rows, text, locale }: Report): string {
  const drift = rows.filter(({ hasDrift }) => hasDrift);
  if (drift.length === 0) return '';
  const head = [
    text('column.title'),
    text('column.stated'),
    text('column.state'),
    text('report.reason'),
    text('column.line'),
  ];
  const cells = drift.map(({ item, stated, state }) => [
    item.title,
    stated?.status.text ?? '',
    stateLabel(state.state, locale),
    renderMessage(state.reason, locale),
    stated === undefined ? String(item.line + 1) : `${stated.member.read.plan.path}:${String(stated.status.line + 1)}`,
  ]);
  return `## ${text('report.drift')} (${String(drift.length)})\n\n${markdownTable(head, cells)}`;
}

function byPriority(rows: readonly RoadmapRow[]): readonly (readonly [string, readonly RoadmapRow[]])[] {
  const parts = new Map<string, RoadmapRow[]>();
  for (const row of rows) {
    const { priority = '' } = row;
    parts.set(priority, [...(parts.get(priority) ?? []), row]);
  }
  return [...parts].toSorted(([a], [b]) => ((a || 'Z') < (b || 'Z') ? -1 : 1));
}

/** Group, else phase. */
function placeOf({ item, read: { plan } }: RoadmapRow): string {
  const phase = phaseOf(plan, item);
  return groupOf(plan, item)?.title ?? (phase === undefined ? '' : phaseLabel(phase));
}

function shareOf(part: number, whole: number): string {
  return `${percent(part, whole)} (${String(part)}/${String(whole)})`;
}

/** Rounded down: 99.6 % is not all. */
function percent(part: number, whole: number): string {
  return `${String(whole === 0 ? 0 : Math.floor((part / whole) * 100))}%`;
}
