// Findings in the configuration, templates, standards and review records of a library, beside those of its documents.
import { configurationPath } from '../../core/library/narrowConfiguration.ts';
import { builtInText } from '../../core/library/builtIn.ts';
import { isRecordPath } from '../../core/review/recordPath.ts';
import { SourceText } from '../../core/sourceText.ts';
import type { LibraryTexts } from '../libraryFiles.ts';
import type { LibraryProblems } from './checkProtocol.ts';
import type { DocumentSources } from './documentSources.ts';
import type { Reporter, ReportedFile } from './report.ts';

export interface LibraryProblemsPorts {
  readonly problems: LibraryProblems;
  readonly texts: LibraryTexts;
  readonly reporter: Reporter;
  /** For files of the library that are neither configuration nor template. */
  readonly sources?: Pick<DocumentSources, 'textOf'>;
}

/**
 * The checked documents, and after them the files of the library that have findings of their own. A file that is both
 * keeps its document's findings and gains those that it has not yet.
 */
export function withProblems(
  checked: readonly ReportedFile[],
  { problems, texts, reporter, sources }: LibraryProblemsPorts,
): ReportedFile[] {
  const files = new Map(checked.map((file) => [file.path, file]));
  for (const [path, findings] of problems) {
    if (findings.length === 0) continue;
    const source = new SourceText(isRecordPath(path) ? (sources?.textOf(path) ?? '') : textOf(path, texts));
    const shown = reporter.shownPath(path);
    const reported = reporter.findings(path, source, findings);
    const known = files.get(shown);
    const seen = new Set(known?.findings.map((finding) => `${finding.code} ${finding.fingerprint}`));
    const added = reported.filter((finding) => !seen.has(`${finding.code} ${finding.fingerprint}`));
    const kind = path === configurationPath ? 'configuration' : isRecordPath(path) ? 'record' : 'template';
    const base = known ?? { path: shown, source, kind, findings: [], suppressedCount: 0 };
    files.set(shown, { ...base, findings: [...base.findings, ...added] });
  }
  return [...files.values()];
}

function textOf(path: string, texts: LibraryTexts): string {
  if (path === configurationPath) return texts.configurationText ?? '';
  return texts.files.get(path) ?? builtInText(path) ?? '';
}
