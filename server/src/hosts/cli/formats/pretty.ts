// For people: the message, the words that it is about, the line that demands it. Every column counts as it is shown.
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import type { Severity } from '../../../core/finding.ts';
import { printable, renderMessage } from '../../../core/messages/render.ts';
import type { MessageKey } from '../../../core/messages/catalog.ts';
import type { SkipReason } from '../../walkFolder.ts';
import type { Report, ReportedFile, ReportedFinding } from '../report.ts';
import type { Formatter, FormatOptions } from './format.ts';

type Colors = ReturnType<typeof createColors>;
type Text = (key: MessageKey, args?: Readonly<Record<string, string | number>>) => string;

const TAB = '    ';
/** Room for the line number and the bar. */
const GUTTER = 8;
const MIN_EXCERPT_WIDTH = 20;

export const formatPretty: Formatter = (report, options) => {
  const colors = createColors(options.hasColor);
  const text: Text = (key, args = {}) => renderMessage({ key, args }, report.locale);
  const files = report.files.filter((file) => file.findings.length > 0);
  const blocks = files.map((file) => fileBlock(file, { colors, text, options }));
  return `${[blocks.join('') + summaryLine(report, colors, text), ...skippedLines(report, text)].join('\n')}\n`;
};

interface Context {
  readonly colors: Colors;
  readonly text: Text;
  readonly options: FormatOptions;
}

function fileBlock(file: ReportedFile, context: Context): string {
  const { colors, text } = context;
  const template = file.template === undefined ? '' : ` · ${printable(file.template)}`;
  const head = `${colors.bold(printable(file.path))} ${colors.dim(`${kindName(file.kind, text)}${template}`)}`;
  return `${head}\n${file.findings.map((finding) => findingBlock(file, finding, context)).join('')}\n`;
}

function findingBlock(file: ReportedFile, finding: ReportedFinding, context: Context): string {
  const { colors, text, options } = context;
  const { range, source } = finding;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const severity = painted(finding.severity, text(`cli.severity.${finding.severity}`), colors);
  const lines = [`  ${colors.cyan(place)} ${severity} ${finding.message} ${colors.dim(finding.code)}`];
  lines.push(...excerpt(file, finding, options.columns, colors));
  if (source !== undefined) {
    lines.push(`      ${colors.dim(text('cli.demanded-by', { place: `${source.path}:${source.line + 1}` }))}`);
  }
  for (const related of finding.related) {
    const relatedPlace = `${related.path}:${related.range.start.line + 1}`;
    lines.push(`      ${colors.dim(`${printable(relatedPlace)} ${related.message}`)}`);
  }
  const fix = finding.fixes.find((one) => one.isPreferred);
  if (fix !== undefined) lines.push(`      ${colors.green(text('cli.fixable', { title: fix.title }))}`);
  return `${lines.join('\n')}\n`;
}

function painted(severity: Severity, label: string, colors: Colors): string {
  if (severity === 'error') return colors.red(label);
  return severity === 'warning' ? colors.yellow(label) : colors.blue(label);
}

/** The line of the finding, cut to the terminal, with marks under its words. */
function excerpt(file: ReportedFile, { range }: ReportedFinding, columns: number, colors: Colors): string[] {
  const line = file.source.lineText(range.start.line);
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const room = Math.max(MIN_EXCERPT_WIDTH, columns - GUTTER);
  const view = cutAround(line, range.start.character, room);
  if (shown(view.text).trim() === '') return [];
  const before = stringWidth(shown(line.slice(view.start, range.start.character)));
  const marked = line.slice(range.start.character, Math.min(end, view.start + view.text.length));
  const width = Math.max(1, stringWidth(shown(marked)));
  const number = String(range.start.line + 1).padStart(5);
  return [
    `${colors.dim(`${number} │`)} ${shown(view.text)}`,
    `${colors.dim('      │')} ${' '.repeat(before)}${colors.red(width > 1 ? '~'.repeat(width) : '^')}`,
  ];
}

/** A piece of a long line that holds the offset, at most `room` columns wide, never inside a character. */
function cutAround(line: string, offset: number, room: number): { readonly start: number; readonly text: string } {
  if (stringWidth(shown(line.slice(0, room * 2))) <= room && line.length <= room * 2) return { start: 0, text: line };
  let start = 0;
  if (stringWidth(shown(line.slice(Math.max(0, offset - room), offset))) > room / 2) {
    start = offset;
    for (let width = 0; start > 0 && width < room / 3;) {
      start -= isTrailing(line, start - 1) ? 2 : 1;
      width = stringWidth(shown(line.slice(start, offset)));
    }
  }
  let text = '';
  for (const character of line.slice(start, start + room)) {
    if (stringWidth(shown(text + character)) > room) break;
    text += character;
  }
  return { start, text };
}

function isTrailing(line: string, index: number): boolean {
  return index > 0 && /[\uDC00-\uDFFF]/.test(line.charAt(index));
}

/** As it is written to the terminal: tabs as blanks, nothing that steers the terminal. */
function shown(text: string): string {
  return printable(text.replaceAll('\t', TAB).replaceAll('\uFEFF', ''));
}

function summaryLine({ summary }: Report, colors: Colors, text: Text): string {
  const { files, other, errors, warnings, information, hints, fixable, baselined, suppressed, fixed } = summary;
  const counts = text('cli.summary', { files, errors, warnings, information, hints });
  const parts = [errors > 0 ? colors.red(counts) : warnings > 0 ? colors.yellow(counts) : colors.green(counts)];
  if (other > 0) parts.push(text('cli.summary.other', { other }));
  if (fixed > 0) parts.push(text('cli.summary.fixed', { fixed }));
  if (fixable > 0) parts.push(text('cli.summary.fixable', { fixable }));
  if (baselined > 0) parts.push(text('cli.summary.baselined', { baselined }));
  if (suppressed > 0) parts.push(text('cli.summary.suppressed', { suppressed }));
  return parts.join(' · ');
}

/** Left out by everybody's habit: not worth a line in every run. */
const habits: ReadonlySet<SkipReason> = new Set(['hidden', 'dependencies', 'link']);
/** Left out because somebody said so; what nobody meant comes first. */
const meant: ReadonlySet<SkipReason> = new Set(['ignored', 'excluded']);
const MOST_SKIPPED = 3;

function skippedLines({ skipped }: Report, text: Text): readonly string[] {
  const said = skipped.filter(({ reason }) => !habits.has(reason));
  if (said.length === 0) return [];
  const sorted = said.toSorted((a, b) => Number(meant.has(a.reason)) - Number(meant.has(b.reason)));
  const named = sorted
    .slice(0, MOST_SKIPPED)
    .map(({ path, reason }) => text('cli.skipped.one', { path, reason: text(`skipped.${reason}`) }));
  const more = said.length > named.length ? text('cli.skipped.more') : '';
  return [text('cli.skipped', { count: said.length, paths: named.join(text('cli.skipped.separator')) + more })];
}

const namedKinds = ['case', 'topic', 'plan', 'template', 'standard', 'other'] as const;

function kindName(kind: string, text: Text): string {
  const named = namedKinds.find((name) => name === kind);
  return named === undefined ? printable(kind) : text(`kind.${named}`);
}
