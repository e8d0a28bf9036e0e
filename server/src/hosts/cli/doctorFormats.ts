// What the doctor found, for people, programs and pages. JSON is version 1: members are only ever added.
import { createColors } from 'picocolors';
import type { SeenDocument } from '../../core/doctor/diagnosis.ts';
import {
  documentLines,
  doctorSections,
  type ExaminedLibrary,
  type ReportLine,
} from '../../core/doctor/doctorReport.ts';
import { doctorMarkdown } from '../../core/doctor/doctorMarkdown.ts';
import type { Message } from '../../core/finding.ts';
import { printable, renderMessage } from '../../core/messages/render.ts';
import type { CommandLine } from './commandLine.ts';
import type { Terminal } from './terminal.ts';
import { hasColor } from './writeReport.ts';

/** Lines of a section in the terminal. */
const MOST_LINES = 10;

type Text = (message: Message) => string;

export function doctorText(examined: ExaminedLibrary, line: CommandLine, terminal: Terminal): string {
  if (line.doctorFormat === 'json') return json(libraryJson(examined, line));
  if (line.doctorFormat === 'markdown') return doctorMarkdown(examined, line.locale);
  const colors = createColors(line.output === undefined && hasColor(terminal));
  const text: Text = (message) => renderMessage(message, line.locale);
  const lines = [
    colors.bold(text({ key: 'doctor.heading', args: { root: examined.root } })),
    countLine(examined, text),
  ];
  for (const { title, advice, isTrouble, lines: all } of doctorSections(examined)) {
    const heading = `${text(title)} (${all.length})`;
    lines.push('', isTrouble ? colors.yellow(heading) : colors.bold(heading));
    lines.push(...all.slice(0, MOST_LINES).map((one) => `  ${reportLine(one, text)}`));
    const more = all.length - MOST_LINES;
    if (more > 0) lines.push(`  ${colors.dim(text({ key: 'doctor.more', args: { count: more } }))}`);
    if (advice !== undefined)
      lines.push(`  ${colors.dim(text({ key: 'doctor.advice', args: { text: text(advice) } }))}`);
  }
  if (lines.length === 2) lines.push('', colors.green(text({ key: 'doctor.healthy' })));
  return `${lines.join('\n')}\n`;
}

/** How one path of the library was seen, or why it was not. */
export function doctorDocument(examined: ExaminedLibrary, path: string, line: CommandLine): string {
  const text: Text = (message) => renderMessage(message, line.locale);
  const document = examined.diagnosis.documents.find((one) => one.path === path);
  const reason = document === undefined ? reasonOf(examined, path) : undefined;
  if (line.doctorFormat === 'json') {
    const seen = document === undefined ? null : documentJson(document, text);
    return json({ version: 1, path, document: seen, notSeen: reason === undefined ? null : text(reason) });
  }
  if (document === undefined) {
    const why = text(reason ?? { key: 'doctor.outside' });
    return `${text({ key: 'doctor.not-seen', args: { path, reason: why } })}\n`;
  }
  return `${[printable(path), ...documentLines(document).map((message) => `  ${text(message)}`)].join('\n')}\n`;
}

/** The nearest folder or file that was left out and holds the path. */
function reasonOf({ skipped, unread }: ExaminedLibrary, path: string): Message {
  const found =
    unread.find((one) => one.path === path) ??
    skipped.find((one) => one.path === path || (one.path.endsWith('/') && path.startsWith(one.path)));
  return found?.reason ?? { key: 'doctor.outside' };
}

function countLine({ diagnosis }: ExaminedLibrary, text: Text): string {
  const { documents, kinds } = diagnosis;
  const each = kinds.map(({ kind, count }) => text({ key: 'doctor.kind-count', args: { kind, count } }));
  return text({ key: 'doctor.counts', args: { count: documents.length, kinds: each.join(', ') } });
}

function reportLine({ name, remarks }: ReportLine, text: Text): string {
  return [printable(name), ...remarks.map(text)].join(' · ');
}

function libraryJson(
  { root, diagnosis, skipped, unread, problems }: ExaminedLibrary,
  { locale }: CommandLine,
): unknown {
  const text: Text = (message) => renderMessage(message, locale);
  const reasoned = ({ path, reason }: { readonly path: string; readonly reason: Message }): unknown => ({
    path,
    reason: text(reason),
  });
  return {
    version: 1,
    root,
    kinds: diagnosis.kinds,
    troubles: {
      problems: problems.map(({ path, finding: { code, severity, message } }) => ({
        path,
        code,
        severity,
        message: text(message),
      })),
      unread: unread.map(reasoned),
      ...diagnosis.troubles,
    },
    skipped: skipped.map(reasoned),
    documents: diagnosis.documents.map((document) => documentJson(document, text)),
  };
}

function documentJson({ reason, facets, ...document }: SeenDocument, text: Text): unknown {
  const classified = facets.map(({ facet, values, reason: why }) => ({ facet, values, reason: text(why) }));
  return { ...document, reason: text(reason), facets: classified };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
