// Everything known about an item and why, as Markdown for tree and hover. Text of the plan is escaped.
import type { Locale, MessageKey } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Stated } from '../../core/roadmap/plan.ts';
import { cutText, escapeMarkdown } from '../plainMarkdown.ts';
import { effortText, grouped, rangeLabel, sizeText, slotsOf, stateLabel, statusLabel } from './labels.ts';
import { groupOf, milestoneLabel, milestoneOf, phaseLabel, phaseOf } from './owner.ts';
import type { RoadmapRow, RowMember } from './rows.ts';

const MAX_OUTLINE = 12;
const MAX_LENGTH = 4_000;

/** One fact a line; what is not known is left out. */
export function itemTooltip(row: RoadmapRow, locale: Locale): string {
  const text = (key: MessageKey, args?: Readonly<Record<string, string | number>>): string =>
    renderMessage({ key, ...(args && { args }) }, locale);
  const fact = (key: MessageKey, value: string | undefined): readonly string[] =>
    value === undefined || value === '' ? [] : [`- **${text(key)}**: ${value}`];
  const { item, read, state } = row;
  const head = `**${escapeMarkdown(item.title)}**${item.id === undefined ? '' : ` (${escapeMarkdown(item.id)})`}`;
  const group = groupOf(read.plan, item);
  const phase = phaseOf(read.plan, item);
  const milestone = milestoneOf(read.plan, item);
  const lines = [
    head,
    '',
    ...fact(
      'fact.state',
      `${stateLabel(state.state, locale)} · ${escapeMarkdown(renderMessage(state.reason, locale))}`,
    ),
    ...statements(row, locale).flatMap((line) => fact('fact.stated', line)),
    ...fact('fact.path', pathFact(row)),
    ...fact('fact.size', sizeFact(row, locale)),
    ...fact('fact.priority', row.item.priorities.map((stated) => origin(stated, locale)).join(', ')),
    ...fact(
      'fact.effort',
      row.item.efforts.map((stated) => withLine(stated, effortText(stated.value, locale), locale)).join(', '),
    ),
    ...fact('fact.group', group && escapeMarkdown(group.title)),
    ...fact('fact.phase', phase && escapeMarkdown(phaseLabel(phase))),
    ...fact('fact.milestone', milestone && escapeMarkdown(milestoneLabel(milestone))),
    ...fact('fact.schedule', scheduleFact(row, locale)),
    ...fact('fact.depends', escapeMarkdown(item.dependencyTexts.map((stated) => stated.text).join('; '))),
    ...fact('fact.owner', item.owner && escapeMarkdown(item.owner.value)),
    ...fact('fact.due', item.due && escapeMarkdown(item.due.value)),
    ...fact('fact.mentions', mentionsFact(row, locale)),
    ...outlineLines(row, text('fact.outline')),
  ];
  return cutText(lines.join('\n'), MAX_LENGTH);
}

function statements(row: RoadmapRow, locale: Locale): readonly string[] {
  return members(row).flatMap(({ item, read }) =>
    item.statuses.map((status) => {
      const word = `${escapeMarkdown(status.text)} (${statusLabel(status.value, locale)})`;
      return withLine(status, word, locale, row.others.length === 0 ? undefined : read.plan.path);
    }),
  );
}

function withLine(stated: Stated<unknown>, text: string, locale: Locale, path?: string): string {
  const where = renderMessage({ key: 'fact.line', args: { line: stated.line + 1 } }, locale);
  return `${text} · ${path === undefined ? '' : `${escapeMarkdown(path)} `}${where}`;
}

function origin(stated: Stated<string>, locale: Locale): string {
  const via = stated.via === 'item' ? '' : `${renderMessage({ key: `via.${stated.via}` }, locale)} `;
  const where = renderMessage({ key: 'fact.line', args: { line: stated.line + 1 } }, locale);
  return `${stated.value} · ${via}${where}`;
}

function pathFact({ item, state }: RoadmapRow): string | undefined {
  const [first] = item.paths;
  const found = state.path ?? state.plannedPath;
  if (first === undefined) return found === undefined ? undefined : escapeMarkdown(found);
  const note = first.note === undefined ? '' : ` (${escapeMarkdown(first.note)})`;
  const leads = found === undefined || found === first.path ? '' : ` → ${escapeMarkdown(found)}`;
  const more = item.paths.length > 1 ? ` +${String(item.paths.length - 1)}` : '';
  return `${escapeMarkdown(first.path)}${note}${leads}${more}`;
}

function sizeFact({ expectedSize, item, state }: RoadmapRow, locale: Locale): string {
  const parts = [
    expectedSize && sizeText(expectedSize.value, locale),
    item.actualSize && `${renderMessage({ key: 'fact.claimed' }, locale)} ${sizeText(item.actualSize.value, locale)}`,
    state.lines === undefined
      ? undefined
      : `${renderMessage({ key: 'fact.actual' }, locale)} ${renderMessage({ key: 'unit.lines', args: { count: grouped(state.lines) } }, locale)}`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function scheduleFact(row: RoadmapRow, locale: Locale): string {
  return members(row)
    .flatMap(({ item, read }) => slotsOf(item, read.plan.slots))
    .map((slot) => {
      const where = renderMessage({ key: 'fact.line', args: { line: slot.line + 1 } }, locale);
      return `${rangeLabel(slot.range)}${slot.half === undefined ? '' : ` ${escapeMarkdown(slot.half)}`} · ${where}`;
    })
    .join(', ');
}

function mentionsFact(row: RoadmapRow, locale: Locale): string {
  return members(row)
    .map(({ item, read }) => {
      const lines = [...new Set(item.mentions.map((mention) => mention.line + 1))].join(', ');
      const where = renderMessage({ key: 'fact.line', args: { line: lines } }, locale);
      return `${escapeMarkdown(read.plan.path)} ${where}`;
    })
    .join('; ');
}

function outlineLines({ item }: RoadmapRow, title: string): readonly string[] {
  if (item.outline.length === 0) return [];
  const shown = item.outline.slice(0, MAX_OUTLINE).map((point) => `  - ${escapeMarkdown(point.value)}`);
  const rest = item.outline.length - shown.length;
  return [`- **${title}**:`, ...shown, ...(rest > 0 ? [`  - … +${String(rest)}`] : [])];
}

function members(row: RoadmapRow): readonly RowMember[] {
  return [row, ...row.others];
}
