// Workflow commands that GitHub shows as annotations beside the lines. Lines and columns count from one.
import type { Severity } from '../../../core/finding.ts';
import type { ReportedFile, ReportedFinding } from '../report.ts';
import type { Formatter } from './format.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const formatGithub: Formatter = ({ files }) =>
  files.flatMap((file) => file.findings.map((finding) => annotation(file, finding))).join('');

function annotation(file: ReportedFile, { code, severity, message, range, source }: ReportedFinding): string {
  const isOneLine = range.start.line === range.end.line;
  const properties = [
    `file=${property(file.path)}`,
    `line=${range.start.line + 1}`,
    `endLine=${range.end.line + 1}`,
    // Columns are only understood within one line.
    ...(isOneLine ? [`col=${range.start.character + 1}`, `endColumn=${range.end.character + 1}`] : []),
    `title=${property(`casewright: ${code}`)}`,
  ];
  const origin = source === undefined ? '' : ` (${source.path}:${source.line + 1})`;
  return `::${levels[severity]} ${properties.join(',')}::${data(`${message}${origin}`)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
