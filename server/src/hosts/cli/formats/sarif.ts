// SARIF 2.1.0, with fixes and fingerprints. Lines and columns count from one, columns in UTF-16 code units.
import type { Log, Region, ReportingDescriptor, Result, Run, Fix as SarifFix } from 'sarif';
import type { Severity } from '../../../core/finding.ts';
import type { Range } from '../../../core/sourceText.ts';
import { numberRepeats } from '../fingerprint.ts';
import type { Report, ReportedFile, ReportedFinding } from '../report.ts';
import type { FormatOptions, Formatter } from './format.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export const formatSarif: Formatter = (report, options) => {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, options)],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function runOf(report: Report, options: FormatOptions): Run {
  const codes = [...new Set(report.files.flatMap((file) => file.findings.map((finding) => finding.code)))].sort();
  const rules: ReportingDescriptor[] = codes.map((id) => ({ id, name: pascalCase(id) }));
  return {
    tool: { driver: { name: 'casewright', version: options.version, language: report.locale, rules } },
    columnKind: 'utf16CodeUnits',
    results: report.files.flatMap((file) => resultsOf(file, codes)),
  };
}

function resultsOf(file: ReportedFile, codes: readonly string[]): Result[] {
  const fingerprints = numberRepeats(file.findings.map((finding) => finding.fingerprint));
  return file.findings.map((finding, index) => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file.path) }, region: regionOf(finding.range) } }],
    partialFingerprints: { 'casewrightFinding/v1': fingerprints[index] ?? '' },
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => fixOf(file, fix)) }),
    ...relatedOf(finding),
  }));
}

/** The line of the template that demands it, then whatever else the finding points to. */
function relatedOf(finding: ReportedFinding): Pick<Result, 'relatedLocations'> {
  const places = [
    ...(finding.source === undefined
      ? []
      : [{ path: finding.source.path, region: { startLine: finding.source.line + 1 }, message: finding.code }]),
    ...finding.related.map(({ path, range, message }) => ({ path, region: regionOf(range), message })),
  ].filter(({ path }) => !path.startsWith('builtin:'));
  if (places.length === 0) return {};
  return {
    relatedLocations: places.map(({ path, region, message }, index) => ({
      id: index + 1,
      message: { text: message },
      physicalLocation: { artifactLocation: { uri: uriOf(path) }, region },
    })),
  };
}

function fixOf(file: ReportedFile, fix: ReportedFinding['fixes'][number]): SarifFix {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(file.path) },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: regionOf(edit.range),
          ...(edit.newText !== '' && { insertedContent: { text: edit.newText } }),
        })),
      },
    ],
  };
}

function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative reference with each segment encoded. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function pascalCase(code: string): string {
  return code
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
