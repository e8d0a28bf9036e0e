// JUnit XML: one suite for each document, one failed case for each error or warning; a document without any passes.
import { printable } from '../../../core/messages/render.ts';
import type { ReportedFile, ReportedFinding } from '../report.ts';
import type { Formatter } from './format.ts';

export const formatJunit: Formatter = ({ files }) => {
  const suites = files.map(suiteOf);
  const tests = files.reduce((sum, file) => sum + casesOf(file), 0);
  const failures = files.reduce((sum, file) => sum + failing(file).length, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="casewright" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
};

function failing(file: ReportedFile): readonly ReportedFinding[] {
  return file.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function casesOf(file: ReportedFile): number {
  return Math.max(1, failing(file).length);
}

function suiteOf(file: ReportedFile): string {
  const found = failing(file);
  const name = attribute(file.path);
  const head = `  <testsuite name="${name}" tests="${casesOf(file)}" failures="${found.length}" errors="0" skipped="0">`;
  const cases =
    found.length === 0
      ? [`    <testcase classname="${name}" name="casewright"/>`]
      : found.map((one) => caseOf(file, one));
  return [head, ...cases, '  </testsuite>'].join('\n');
}

function caseOf(file: ReportedFile, { code, severity, message, range, source }: ReportedFinding): string {
  const place = `${file.path}:${range.start.line + 1}:${range.start.character + 1}`;
  const origin = source === undefined ? '' : `\n${source.path}:${source.line + 1}`;
  return [
    `    <testcase classname="${attribute(file.path)}" name="${attribute(`${code} ${range.start.line + 1}:${range.start.character + 1}`)}" file="${attribute(file.path)}" line="${range.start.line + 1}">`,
    `      <failure type="${attribute(severity)}" message="${attribute(message)}">${content(`${place}\n${message}${origin}`)}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function content(text: string): string {
  const lines = text.split('\n').map((line) => wellFormed(printable(line)));
  return lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

/** XML has no lone surrogates and no noncharacters. */
function wellFormed(text: string): string {
  return text.replace(
    /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
}
