// What a library needs, as a page of Markdown: the same for editor, terminal and CI.
import type { Message } from '../finding.ts';
import type { Configuration } from '../library/configuration.ts';
import type { Locale } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import { escapeText, linkTo, tableLines } from '../regions/markdownText.ts';
import { labelOfState } from '../review/stateWords.ts';
import type { MaintainedDocument, Maintenance, MonthOfWork } from './maintenance.ts';
import { countsOf } from './maintenance.ts';
import { awaitedPeople, concernReasons, maintenanceGroups, type MaintenanceConcern } from './maintenanceGroups.ts';

export interface MaintenancePage {
  /** Name of the library. */
  readonly root: string;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly maintenance: Maintenance;
  readonly configuration: Pick<Configuration, 'review'>;
  readonly locale: Locale;
  /** Address of a document for links, ready for Markdown; absent: its path alone is shown. */
  readonly addressOf?: (path: string) => string;
}

/** Months in a table; programs get all of them. */
export const MOST_MONTHS = 12;
/** Signs of the longest bar. */
const BAR = 20;

export function maintenanceMarkdown(page: MaintenancePage): string {
  const { root, today, maintenance, locale } = page;
  const say: Say = (key, args) => renderMessage({ key, ...(args && { args }) }, locale);
  const groups = maintenanceGroups(maintenance);
  const blocks = [
    `# ${escapeText(say('maintenance.heading', { root }))}`,
    escapeText(say('maintenance.counts', { ...countsOf(maintenance), today })),
    ...(groups.length === 0 ? [say('maintenance.healthy')] : []),
    ...groups.flatMap(({ concern, documents }) => [
      `## ${say(`maintenance.group.${concern}`)} (${documents.length})`,
      ...(concern === 'waiting' ? [peopleLine(maintenance, say)] : []),
      groupTable(concern, documents, { page, say }),
    ]),
    ...(maintenance.months.length === 0 ? [] : [`## ${say('maintenance.trend')}`, monthTable(maintenance.months, say)]),
    ...(maintenance.isCut ? [say('maintenance.cut')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type Say = (key: Message['key'], args?: Message['args']) => string;

function peopleLine(maintenance: Maintenance, say: Say): string {
  const people = awaitedPeople(maintenance).map(([name, count]) => say('maintenance.awaited', { name, count }));
  return escapeText(people.join(' · '));
}

function groupTable(
  concern: MaintenanceConcern,
  documents: readonly MaintainedDocument[],
  { page, say }: { readonly page: MaintenancePage; readonly say: Say },
): string {
  const { configuration, locale, addressOf } = page;
  const columns = (['document', 'state', 'last', 'why'] as const).map((name) => ({
    label: say(`maintenance.column.${name}`),
  }));
  const rows = documents.map((document) => {
    const { path, title, state, lastDay = '' } = document;
    const name =
      addressOf === undefined ? `${escapeText(title)} · ${escapeText(path)}` : linkTo(title, addressOf(path));
    const why = concernReasons(document, concern).map((reason) => renderMessage(reason, locale));
    return [name, escapeText(labelOfState(state, configuration, locale)), lastDay, escapeText(why.join('; '))];
  });
  const shown = concern === 'archived' ? 3 : columns.length;
  return tableLines(
    columns.slice(0, shown),
    rows.map((row) => row.slice(0, shown)),
  ).join('\n');
}

function monthTable(months: readonly MonthOfWork[], say: Say): string {
  const last = months.slice(-MOST_MONTHS);
  const most = Math.max(1, ...last.map(({ edited }) => edited));
  const columns = [
    { label: say('maintenance.column.month') },
    ...(['added', 'edited', 'approved'] as const).map((name) => ({
      label: say(`maintenance.column.${name}`),
      isNumeric: true,
    })),
    { label: '' },
  ];
  const rows = last.map(({ month, added, edited, approved }) => [
    month,
    ...[added, edited, approved].map(String),
    monthBar(edited, most),
  ]);
  return tableLines(columns, rows).join('\n');
}

/** As long as the share of the busiest month, never gone where there was work. */
export function monthBar(edited: number, most: number): string {
  return '█'.repeat(edited === 0 ? 0 : Math.max(1, Math.round((edited / most) * BAR)));
}
