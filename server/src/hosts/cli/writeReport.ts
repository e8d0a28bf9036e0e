// A report in the wanted format, to standard output or a file.
import { resolve } from 'node:path';
import { renderMessage } from '../../core/messages/render.ts';
import type { CommandLine } from './commandLine.ts';
import { formatters } from './formats/formatters.ts';
import type { Report } from './report.ts';
import type { Terminal } from './terminal.ts';
import { productVersion } from './version.ts';
import { writeOutput } from './writeFile.ts';

export async function writeReport(report: Report, line: CommandLine, terminal: Terminal): Promise<void> {
  const shown = line.isQuiet ? onlyErrors(report) : report;
  const isToFile = line.output !== undefined;
  const text = formatters[line.format](shown, {
    hasColor: !isToFile && hasColor(terminal),
    columns: terminal.out.columns,
    version: productVersion,
  });
  await writeResult(text, line, terminal);
}

/** To standard output, or to the file that is named. */
export async function writeResult(text: string, line: CommandLine, terminal: Terminal): Promise<void> {
  if (line.output === undefined) {
    terminal.out.write(text);
    return;
  }
  await writeOutput(resolve(terminal.workingFolder, line.output), text, line.output);
  if (!line.isQuiet) {
    terminal.err.write(`${renderMessage({ key: 'cli.written', args: { path: line.output } }, line.locale)}\n`);
  }
}

/** The summary still counts everything, so that the exit code can be understood. */
function onlyErrors(report: Report): Report {
  const files = report.files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => finding.severity === 'error'),
  }));
  return { ...report, files };
}

/** https://no-color.org and FORCE_COLOR, else colours on terminals only. */
export function hasColor(terminal: Terminal): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return terminal.out.isTerminal && TERM !== 'dumb';
}
