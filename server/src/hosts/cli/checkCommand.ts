// `casewright check` and `casewright fix`: read, check, mend, report, decide the exit code.
import { resolve } from 'node:path';
import { compareText } from '../../core/finding.ts';
import { configurationPath } from '../../core/library/narrowConfiguration.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { SourceText } from '../../core/sourceText.ts';
import { decode, relativePath } from '../nodeFiles.ts';
import type { SkippedPath } from '../walkFolder.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import { baselineText, readBaseline, withoutKnown } from './baseline.ts';
import { openCache } from './cacheFolder.ts';
import type { CheckedDocument, LibraryProblems } from './checkProtocol.ts';
import type { CommandLine } from './commandLine.ts';
import type { DocumentSources } from './documentSources.ts';
import type { ExaminationCache } from './examinationCache.ts';
import { CommandFailure } from './failure.ts';
import { LibraryCheck, unreadDocument } from './libraryCheck.ts';
import { openLibrary, type OpenLibrary } from './libraryFacts.ts';
import { readLibraryFolder } from './libraryFolder.ts';
import { withProblems } from './libraryProblems.ts';
import { mendLibrary } from './mendLibrary.ts';
import { PlanFindings } from './planFindings.ts';
import { Progress } from './progress.ts';
import { Reporter, summarize, type ReportedFile } from './report.ts';
import { collectTargets, libraryOf, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeOutput, replaceDocument } from './writeFile.ts';
import { writeReport } from './writeReport.ts';
import { unifiedDiff } from './unifiedDiff.ts';

/** What of a run goes beyond its findings. */
interface Outcome {
  readonly files: ReportedFile[];
  fixed: number;
  fixedFiles: number;
  /** Unified diffs, in order of the documents. */
  readonly diffs: string[];
  /** Files that could not be written. */
  readonly failures: CommandFailure[];
  readonly skipped: SkippedPath[];
}

const noText = new SourceText('');

export async function checkCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const outcome: Outcome = { files: [], fixed: 0, fixedFiles: 0, diffs: [], failures: [], skipped: [] };
  if (line.isStdin) return checkInput(line, terminal, { open, outcome });
  const targets = await collectTargets(line, terminal.workingFolder);
  const total = targets.reduce((sum, library) => sum + library.documents.length, 0);
  if (total === 0 && line.changedSince !== undefined) {
    say(terminal, line, { key: 'cli.nothing-changed', args: { revision: line.changedSince } });
  }
  for (const library of targets) await checkLibrary(library, { line, terminal, open, outcome });
  return finish(line, terminal, outcome);
}

interface LibraryRun {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly open: OpenAnalyzer;
  readonly outcome: Outcome;
}

async function checkLibrary(library: LibraryTargets, run: LibraryRun): Promise<void> {
  const { texts, documents } = library;
  if (documents.length === 0) return;
  const paths = documents.map((path) => relativePath(texts.root, path));
  await withCheck(library, { ...run, paths }, async ({ check, opened, reporter }) => {
    const { sources, state } = opened;
    if (isFixing(run.line)) await mend(check, paths, { ...run, sources, reporter, root: texts.root });
    if (run.line.asksOutside) await askOutside(check, opened, { ...run, paths });
    const checked = paths.map((path) => reportedFile(reporter, check.judge(path), sources));
    const problems: LibraryProblems = [...state.problems, [configurationPath, check.idle], ...check.records];
    run.outcome.files.push(...withProblems(checked, { problems, texts, reporter, sources }));
    for (const skipped of opened.folder.skipped) {
      run.outcome.skipped.push({ ...skipped, path: reporter.shownFolder(skipped.path) });
    }
  });
}

/** The network is used here and nowhere else. */
async function askOutside(
  check: LibraryCheck,
  { index }: OpenLibrary,
  { line, terminal, paths }: LibraryRun & { readonly paths: readonly string[] },
): Promise<void> {
  const { externalFindings } = await import('./externalLinks.ts');
  const { findings, asked } = await externalFindings(index, paths);
  check.give(findings);
  if (!line.isQuiet) say(terminal, line, { key: 'cli.external-asked', args: { count: asked } });
}

interface CheckRun {
  readonly check: LibraryCheck;
  readonly opened: OpenLibrary;
  readonly reporter: Reporter;
}

/** Reads the library, lets `work` look at it, keeps what was learned, and ends all workers. */
async function withCheck(
  library: LibraryTargets,
  run: LibraryRun & { readonly paths: readonly string[]; readonly given?: ReadonlyMap<string, string> },
  work: (run: CheckRun) => Promise<void>,
): Promise<void> {
  const { line, terminal, open, paths, given } = run;
  const { texts, configuration } = library;
  const cache = openCache(texts, run);
  const folder = library.folder ?? (await readLibraryFolder(texts.root, configuration));
  const seen = line.isInLibrary ? folder : { ...folder, documents: [] };
  const progress = new Progress(terminal.err, renderMessage({ key: 'cli.progress' }, line.locale));
  const opened = await openLibrary(library, open, {
    folder: seen,
    more: paths,
    ...(given && { given }),
    ...(line.threads !== undefined && { threads: line.threads }),
    ...(cache && { cache }),
    onStep: (total) => {
      if (!line.isQuiet) progress.step(total);
    },
  }).finally(() => {
    progress.end();
  });
  const planFindings = new PlanFindings({ library: opened, texts, open, ...(cache && { cache }) });
  try {
    const check = new LibraryCheck({ library: opened, planFindings, isAlone: !line.isInLibrary });
    await check.readPlanFindings(paths);
    await work({ check, opened, reporter: reporterFor(library, { line, terminal, opened }) });
    await keepCache(cache, line, terminal);
  } finally {
    await Promise.all([opened.analyzer.close(), planFindings.close()]);
  }
}

/** A cache that is broken or can not be written costs time, never a result. */
async function keepCache(cache: ExaminationCache | undefined, line: CommandLine, terminal: Terminal): Promise<void> {
  if (cache === undefined) return;
  if (cache.brokenFiles > 0) say(terminal, line, { key: 'cli.cache-broken', args: { count: cache.brokenFiles } });
  const detail = await cache.save();
  if (detail !== undefined) say(terminal, line, { key: 'cli.cache-unwritten', args: { detail } });
}

interface MendRun extends LibraryRun {
  readonly sources: DocumentSources;
  readonly reporter: Reporter;
  readonly root: string;
}

async function mend(check: LibraryCheck, paths: readonly string[], run: MendRun): Promise<void> {
  const { sources, outcome } = run;
  const before = new Map(
    paths.flatMap((path) => {
      const text = sources.textOf(path);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
  for (const [path, { text, fixedCount }] of await mendLibrary(check, before)) {
    outcome.fixed += fixedCount;
    outcome.fixedFiles += 1;
    await keep(path, { before: before.get(path) ?? '', after: text }, run);
  }
}

/** Writes the mended text, or its difference. A file that can not be written does not stop the others. */
async function keep(path: string, change: { before: string; after: string }, run: MendRun): Promise<void> {
  const shown = run.reporter.shownPath(path);
  if (run.line.diff) run.outcome.diffs.push(unifiedDiff(shown, shown, change.before, change.after));
  if (run.line.isDryRun) return;
  try {
    await replaceDocument(resolve(run.root, path), { ...change, shown });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    run.outcome.failures.push(error);
  }
}

/** Texts are looked at only where there is something to show. */
function reportedFile(
  reporter: Reporter,
  document: CheckedDocument,
  sources: Pick<DocumentSources, 'sourceOf'>,
): ReportedFile {
  const source = document.findings.length === 0 ? noText : sources.sourceOf(document.path);
  return {
    path: reporter.shownPath(document.path),
    source,
    kind: document.kind,
    reason: document.reason,
    findings: reporter.findings(document.path, source, document.findings),
    suppressedCount: document.suppressedCount,
    ...(document.template !== undefined && { template: document.template }),
  };
}

/** One document from standard input. When fixing, the mended text is the output and the report goes to standard error. */
async function checkInput(
  line: CommandLine,
  terminal: Terminal,
  { open, outcome }: Pick<LibraryRun, 'open' | 'outcome'>,
): Promise<ExitCode> {
  if (line.paths.length > 0) throw new CommandFailure({ key: 'cli.stdin-no-paths' });
  const path = resolve(terminal.workingFolder, line.stdinName ?? 'stdin.md');
  const library = await libraryOf(path, line, { workingFolder: terminal.workingFolder });
  const local = relativePath(library.texts.root, path);
  const read = decode(await terminal.readInput());
  if (!read.isText) {
    const reporter = reporterFor(library, { line, terminal });
    outcome.files.push(reportedFile(reporter, unreadDocument(local, [read.finding]), { sourceOf: () => noText }));
    return finish(line, terminal, outcome);
  }
  const given = new Map([[local, read.text]]);
  const run = { line, terminal, open, outcome, paths: [local], given };
  await withCheck(library, run, async ({ check, opened, reporter }) => {
    if (isFixing(line)) {
      const mended = (await mendLibrary(check, given)).get(local);
      outcome.fixed = mended?.fixedCount ?? 0;
      const shown = reporter.shownPath(local);
      const after = mended?.text ?? read.text;
      terminal.out.write(line.diff ? unifiedDiff(shown, shown, read.text, after) : after);
    }
    outcome.files.push(reportedFile(reporter, check.judge(local), opened.sources));
  });
  return finish(line, isFixing(line) ? { ...terminal, out: terminal.err } : terminal, outcome);
}

/** Baseline, report and exit code. */
async function finish(line: CommandLine, terminal: Terminal, outcome: Outcome): Promise<ExitCode> {
  const sorted = outcome.files.toSorted((a, b) => compareText(a.path, b.path));
  const { files, known } = await withBaseline(sorted, line, terminal);
  const summary = summarize(files, { baselined: known, fixed: line.isDryRun ? 0 : outcome.fixed });
  for (const diff of outcome.diffs) terminal.out.write(diff);
  const isReportBesideDiff = line.diff && line.format === 'pretty' && line.output === undefined;
  const reportTerminal = isReportBesideDiff ? { ...terminal, out: terminal.err } : terminal;
  await writeReport({ files, summary, skipped: outcome.skipped, locale: line.locale }, line, reportTerminal);
  sayFixed(line, terminal, outcome);
  for (const failure of outcome.failures) say(terminal, line, failure.problem);
  if (outcome.failures.length > 0) return exitCodes.failure;
  const isOverMax = line.maxWarnings !== undefined && summary.warnings > line.maxWarnings;
  return summary.errors > 0 || isOverMax ? exitCodes.findings : exitCodes.ok;
}

/** The findings that the baseline does not hold; after `--update-baseline` it holds all of them. */
async function withBaseline(
  files: readonly ReportedFile[],
  line: CommandLine,
  terminal: Terminal,
): Promise<{ readonly files: readonly ReportedFile[]; readonly known: number }> {
  const { baseline } = line;
  if (baseline === undefined) return { files, known: 0 };
  const path = resolve(terminal.workingFolder, baseline);
  if (line.updateBaseline) {
    await writeOutput(path, baselineText(files), baseline);
    const count = files.reduce((sum, file) => sum + file.findings.length, 0);
    say(terminal, line, { key: 'cli.baseline-written', args: { path: baseline, count } });
  }
  return withoutKnown(files, readBaseline(path));
}

function sayFixed(line: CommandLine, terminal: Terminal, { fixed, fixedFiles }: Outcome): void {
  if (!isFixing(line) || line.isQuiet || line.isStdin) return;
  const key = line.isDryRun ? 'cli.fix.would' : 'cli.fix.done';
  say(terminal, line, { key, args: { count: fixed, files: fixedFiles } });
}

function isFixing(line: CommandLine): boolean {
  return line.command === 'fix' || line.fix;
}

function reporterFor(
  { texts }: Pick<LibraryTargets, 'texts'>,
  { line, terminal, opened }: Pick<LibraryRun, 'line' | 'terminal'> & { readonly opened?: OpenLibrary },
): Reporter {
  const { workingFolder } = terminal;
  const textOf = (path: string): string | undefined => texts.files.get(path) ?? opened?.sources.textOf(path);
  return new Reporter({ root: texts.root, workingFolder, locale: line.locale, textOf });
}

function say(terminal: Terminal, line: CommandLine, message: Parameters<typeof renderMessage>[0]): void {
  terminal.err.write(`${renderMessage(message, line.locale)}\n`);
}
