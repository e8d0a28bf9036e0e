// What a run found, as every output format needs it: ranges instead of offsets, paths as people type them.
import { relative, resolve, sep } from 'node:path';
import { builtInText } from '../../core/library/builtIn.ts';
import type { Finding, Message, Origin, RelatedSpan, Severity } from '../../core/finding.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import { SourceText, type Range } from '../../core/sourceText.ts';
import { messageText } from '../../features/diagnostics.ts';
import type { SkippedPath } from '../walkFolder.ts';
import { fingerprintOf } from './fingerprint.ts';

export interface ReportedEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface ReportedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly source?: { readonly path: string; readonly line: number };
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly ReportedEdit[];
    readonly isPreferred: boolean;
  }[];
  readonly dimension?: string;
  /** Equal for equal findings wherever their line has moved to. */
  readonly fingerprint: string;
}

export interface ReportedFile {
  /** As shown: relative to the working folder, forward slashes. */
  readonly path: string;
  readonly source: SourceText;
  readonly kind: string;
  readonly reason?: Message;
  readonly template?: string;
  readonly findings: readonly ReportedFinding[];
  readonly suppressedCount: number;
}

export interface Summary {
  readonly files: number;
  /** Documents that nothing is demanded of. */
  readonly other: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  readonly fixable: number;
  readonly suppressed: number;
  /** Findings that the baseline holds; not reported. */
  readonly baselined: number;
  /** Findings that were mended in this run. */
  readonly fixed: number;
}

export interface Report {
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
  /** What lies in the libraries and was not looked at; paths as shown. */
  readonly skipped: readonly SkippedPath[];
  readonly locale: Locale;
}

/** Turns findings of one library into reported ones. */
export class Reporter {
  readonly #root: string;
  readonly #workingFolder: string;
  readonly #locale: Locale;
  readonly #textOf: (path: string) => string | undefined;

  /** `textOf`: text of a file of the library, for ranges of related places. */
  constructor(options: {
    readonly root: string;
    readonly workingFolder: string;
    readonly locale: Locale;
    readonly textOf: (path: string) => string | undefined;
  }) {
    this.#root = options.root;
    this.#workingFolder = options.workingFolder;
    this.#locale = options.locale;
    this.#textOf = options.textOf;
  }

  /** Path relative to the root to a path relative to the working folder; built-in names stay. */
  shownPath(path: string): string {
    if (path.startsWith('builtin:')) return path;
    return relative(this.#workingFolder, resolve(this.#root, path)).split(sep).join('/') || '.';
  }

  /** The same for a folder, which keeps its slash. */
  shownFolder(path: string): string {
    return path.endsWith('/') ? `${this.shownPath(path)}/` : this.shownPath(path);
  }

  findings(path: string, source: SourceText, findings: readonly Finding[]): ReportedFinding[] {
    return findings.map((finding) => this.#finding(path, source, finding));
  }

  #finding(path: string, source: SourceText, finding: Finding): ReportedFinding {
    const fixes = (finding.fixes ?? []).map((fix) => ({
      title: this.#text(fix.title),
      edits: fix.edits.map((edit) => ({ range: source.rangeOf(edit.span), newText: edit.newText })),
      isPreferred: fix.isPreferred === true,
    }));
    return {
      code: finding.code,
      severity: finding.severity,
      message: this.#text(finding.message),
      range: source.rangeOf(finding.span),
      related: (finding.related ?? []).map((related) => this.#related(path, source, related)),
      fixes,
      fingerprint: fingerprintOf(path, source, finding),
      ...(finding.origin !== undefined && { source: this.#origin(finding.origin) }),
      ...(finding.dimension !== undefined && { dimension: finding.dimension }),
    };
  }

  #origin(origin: Origin): { path: string; line: number } {
    return { path: this.shownPath(origin.path), line: origin.line };
  }

  #related(path: string, source: SourceText, related: RelatedSpan): ReportedFinding['related'][number] {
    const other = related.path === undefined || related.path === path ? undefined : related.path;
    const text = other === undefined ? undefined : (this.#textOf(other) ?? builtInText(other) ?? '');
    const range = (text === undefined ? source : new SourceText(text)).rangeOf(related.span);
    return { path: this.shownPath(other ?? path), range, message: this.#text(related.message) };
  }

  #text(message: Message): string {
    return messageText(message, this.#locale);
  }
}

export function summarize(
  files: readonly ReportedFile[],
  counts: { readonly baselined: number; readonly fixed: number },
): Summary {
  const findings = files.flatMap((file) => file.findings);
  const ofSeverity = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: files.length,
    other: files.filter((file) => file.kind === 'other').length,
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
    information: ofSeverity('information'),
    hints: ofSeverity('hint'),
    fixable: findings.filter((finding) => finding.fixes.some((fix) => fix.isPreferred)).length,
    suppressed: files.reduce((sum, file) => sum + file.suppressedCount, 0),
    ...counts,
  };
}
