// `casewright maintenance [folder]`: what a library needs from the people who keep it, for people, programs and pages.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { countsOf, maintenanceOf, type Maintenance } from '../../core/maintenance/maintenance.ts';
import { awaitedPeople, concernReasons, maintenanceGroups } from '../../core/maintenance/maintenanceGroups.ts';
import { maintenanceMarkdown, monthBar, MOST_MONTHS } from '../../core/maintenance/maintenanceMarkdown.ts';
import type { MessageKey } from '../../core/messages/catalog.ts';
import { printable, renderMessage } from '../../core/messages/render.ts';
import { labelOfState } from '../../core/review/stateWords.ts';
import { relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { readLibraryFacts, type LibraryFacts } from './libraryFacts.ts';
import { libraryOf } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { hasColor, writeResult } from './writeReport.ts';

/** Documents of a group in the terminal. */
const MOST_LINES = 10;

interface Found {
  readonly root: string;
  readonly today: string;
  readonly maintenance: Maintenance;
  readonly configuration: LibraryFacts['state']['configuration'];
}

export async function maintenanceCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const { workingFolder } = terminal;
  const [word = '.'] = line.paths;
  const target = resolve(workingFolder, word);
  if (statSync(target, { throwIfNoEntry: false }) === undefined)
    throw new CommandFailure({ key: 'cli.path-missing', args: { path: word } });
  const library = await libraryOf(target, line, { workingFolder });
  const threads = line.threads === undefined ? {} : { threads: line.threads };
  const { index, life, state } = await readLibraryFacts(library, open, threads);
  const { configuration } = state;
  const day = today();
  const maintenance = maintenanceOf({ index, configuration, life, today: day });
  const root = relativePath(workingFolder, library.texts.root) || '.';
  await writeResult(textOf({ root, today: day, maintenance, configuration }, line, terminal), line, terminal);
  return conclude(maintenance, line, terminal);
}

function conclude(maintenance: Maintenance, { failsOn, locale }: CommandLine, terminal: Terminal): ExitCode {
  const failing = maintenanceGroups(maintenance).filter(({ concern }) => failsOn.includes(concern));
  if (failing.length === 0) return exitCodes.ok;
  const count = new Set(failing.flatMap(({ documents }) => documents)).size;
  const names = failing.map(({ concern }) => concern).join(', ');
  terminal.err.write(`${renderMessage({ key: 'maintenance.failed', args: { count, names } }, locale)}\n`);
  return exitCodes.findings;
}

function textOf(found: Found, line: CommandLine, terminal: Terminal): string {
  const { root, maintenance } = found;
  switch (line.doctorFormat) {
    case 'json': {
      const { documents, months, isCut } = maintenance;
      const counts = countsOf(maintenance);
      const value = { version: 1, root, today: found.today, counts, documents, months, isHistoryCut: isCut };
      return `${JSON.stringify(value, undefined, 2)}\n`;
    }
    case 'markdown':
      return maintenanceMarkdown({ ...found, locale: line.locale });
    case 'pretty':
      return prettyText(found, line, terminal);
  }
}

function prettyText(
  { root, today: day, maintenance, configuration }: Found,
  line: CommandLine,
  terminal: Terminal,
): string {
  const { locale } = line;
  const colors = createColors(line.output === undefined && hasColor(terminal));
  const say = (key: MessageKey, args: Readonly<Record<string, string | number>> = {}): string =>
    renderMessage({ key, args }, locale);
  const groups = maintenanceGroups(maintenance);
  const lines = [
    colors.bold(say('maintenance.heading', { root })),
    say('maintenance.counts', { ...countsOf(maintenance), today: day }),
    ...(groups.length === 0 ? ['', colors.green(say('maintenance.healthy'))] : []),
  ];
  for (const { concern, documents } of groups) {
    lines.push('', colors.bold(`${say(`maintenance.group.${concern}`)} (${documents.length})`));
    if (concern === 'waiting') {
      const people = awaitedPeople(maintenance).map(([name, count]) => say('maintenance.awaited', { name, count }));
      lines.push(`  ${people.join('  ')}`);
    }
    for (const document of documents.slice(0, MOST_LINES)) {
      const why = concernReasons(document, concern).map((reason) => renderMessage(reason, locale));
      const label = labelOfState(document.state, configuration, locale);
      lines.push(printable(`  ${[`${label}  ${document.path}`, ...why].join(' · ')}`));
    }
    const more = documents.length - MOST_LINES;
    if (more > 0) lines.push(`  ${colors.dim(say('doctor.more', { count: more }))}`);
  }
  return `${[...lines, ...monthLines(maintenance, say)].join('\n')}\n`;
}

function monthLines({ months, isCut }: Maintenance, say: (key: MessageKey) => string): readonly string[] {
  const last = months.slice(-MOST_MONTHS);
  const most = Math.max(1, ...last.map(({ edited }) => edited));
  const rows = last.map(({ month, added, edited, approved }) => {
    const counts = [
      `${say('maintenance.column.added')} ${String(added)}`,
      `${say('maintenance.column.edited')} ${String(edited)}`,
      `${say('maintenance.column.approved')} ${String(approved)}`,
    ];
    return `  ${month}  ${counts.join('  ')}  ${monthBar(edited, most)}`.trimEnd();
  });
  return [
    ...(rows.length === 0 ? [] : ['', say('maintenance.trend'), ...rows]),
    ...(isCut ? ['', say('maintenance.cut')] : []),
  ];
}
