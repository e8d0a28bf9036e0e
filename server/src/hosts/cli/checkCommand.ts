// `casewright check` and `casewright fix`: read, check, mend, report, decide the exit code.
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { compareText } from '../../core/finding.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { SourceText } from '../../core/sourceText.ts';
import { decode, readDocument, relativePath, type FileText } from '../nodeFiles.ts';
import { threadsFor, type Analyzer, type OpenAnalyzer } from './analyzer.ts';
import { today } from '../today.ts';
import { baselineText, readBaseline, withoutKnown } from './baseline.ts';
import { checkDocument, mendDocument, unreadDocument, type MendedDocument } from './checkDocument.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { readLibraryRoadmap } from './libraryRoadmap.ts';
import { libraryProblems } from './libraryProblems.ts';
import { Progress } from './progress.ts';
import { Reporter, summarize, type ReportedFile } from './report.ts';
import { collectTargets, libraryOf, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeOutput, replaceDocument } from './writeFile.ts';
import { writeReport } from './writeReport.ts';

/** What of a run goes beyond its findings. */
interface Outcome {
  readonly files: ReportedFile[];
  fixed: number;
  fixedFiles: number;
  /** Unified diffs, in order of the documents. */
  readonly diffs: string[];
  /** Files that could not be written. */
  readonly failures: CommandFailure[];
}

/** Documents in work at once for each thread: one is analysed while the next is read. */
const AHEAD = 3;

export async function checkCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const outcome: Outcome = { files: [], fixed: 0, fixedFiles: 0, diffs: [], failures: [] };
  if (line.isStdin) return checkInput(line, terminal, { open, outcome });
  const targets = await collectTargets(line, terminal.workingFolder);
  const total = targets.reduce((sum, library) => sum + library.documents.length, 0);
  if (total === 0 && line.changedSince !== undefined) {
    say(terminal, line, { key: 'cli.nothing-changed', args: { revision: line.changedSince } });
  }
  const label = renderMessage({ key: 'cli.progress' }, line.locale);
  const progress = new Progress(terminal.err, { label, total });
  try {
    for (const library of targets) await checkLibrary(library, { line, terminal, open, outcome, progress });
  } finally {
    progress.end();
  }
  return finish(line, terminal, outcome);
}

interface LibraryRun {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly open: OpenAnalyzer;
  readonly outcome: Outcome;
  readonly progress: Progress;
}

async function checkLibrary(library: LibraryTargets, run: LibraryRun): Promise<void> {
  const { line, terminal, outcome, progress } = run;
  const { texts, documents } = library;
  const threads = threadsFor(documents.length, line.threads);
  const roadmap = await readLibraryRoadmap(library, run.open);
  const analyzer = run.open({ library: { ...texts, ...(roadmap && { roadmap }) }, today: today() }, threads);
  const reporter = reporterFor({ texts: { ...texts, ...(roadmap && { roadmap }) } }, line, terminal);
  const results: (ReportedFile | undefined)[] = documents.map(() => undefined);
  const queue = documents.entries();
  const work = async (): Promise<void> => {
    for (const [index, path] of queue) {
      results[index] = await checkFile(path, { ...run, analyzer, reporter, root: texts.root });
      if (!line.isQuiet) progress.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: threads * AHEAD }, work));
    const checked = results.filter((file) => file !== undefined);
    outcome.files.push(...(await libraryProblems(analyzer, reporter, { texts, checked })));
  } finally {
    await analyzer.close();
  }
}

interface FileRun extends LibraryRun {
  readonly analyzer: Analyzer;
  readonly reporter: Reporter;
  readonly root: string;
}

async function checkFile(path: string, run: FileRun): Promise<ReportedFile> {
  const local = relativePath(run.root, path);
  const read = await readDocument(path);
  if (!read.isText)
    return reportedFile(run.reporter, { document: unreadDocument(local, read.finding), text: '', fixedCount: 0 });
  const mended = await checkText(read.text, local, run);
  if (mended.text !== read.text) {
    run.outcome.fixed += mended.fixedCount;
    run.outcome.fixedFiles += 1;
    await keep(path, { before: read.text, after: mended.text }, run);
  }
  return reportedFile(run.reporter, mended);
}

async function checkText(
  text: string,
  path: string,
  { line, analyzer }: Pick<FileRun, 'line' | 'analyzer'>,
): Promise<MendedDocument> {
  if (isFixing(line)) return mendDocument(analyzer, { path, text });
  return { document: await checkDocument(analyzer, { path, text }), text, fixedCount: 0 };
}

/** Writes the mended text, or its difference. A file that can not be written does not stop the others. */
async function keep(path: string, change: { before: string; after: string }, run: FileRun): Promise<void> {
  const shown = run.reporter.shownPath(relativePath(run.root, path));
  if (run.line.diff) run.outcome.diffs.push(createTwoFilesPatch(shown, shown, change.before, change.after));
  if (run.line.isDryRun) return;
  try {
    await replaceDocument(path, { ...change, shown });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    run.outcome.failures.push(error);
  }
}

function reportedFile(reporter: Reporter, { document, text }: MendedDocument): ReportedFile {
  const source = new SourceText(text);
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
  run: { readonly open: OpenAnalyzer; readonly outcome: Outcome },
): Promise<ExitCode> {
  if (line.paths.length > 0) throw new CommandFailure({ key: 'cli.stdin-no-paths' });
  const path = resolve(terminal.workingFolder, line.stdinName ?? 'stdin.md');
  const library = await libraryOf(path, line, { workingFolder: terminal.workingFolder });
  const local = relativePath(library.texts.root, path);
  const read: FileText = decode(await terminal.readInput());
  const reporter = reporterFor(library, line, terminal);
  const roadmap = await readLibraryRoadmap({ ...library, documents: [path] }, run.open);
  const analyzer = run.open({ library: { ...library.texts, ...(roadmap && { roadmap }) }, today: today() }, 1);
  try {
    const mended = read.isText
      ? await checkText(read.text, local, { line, analyzer })
      : { document: unreadDocument(local, read.finding), text: '', fixedCount: 0 };
    run.outcome.files.push(reportedFile(reporter, mended));
    if (!isFixing(line) || !read.isText) return await finish(line, terminal, run.outcome);
    run.outcome.fixed = mended.fixedCount;
    const shown = reporter.shownPath(local);
    terminal.out.write(line.diff ? createTwoFilesPatch(shown, shown, read.text, mended.text) : mended.text);
    return await finish(line, { ...terminal, out: terminal.err }, run.outcome);
  } finally {
    await analyzer.close();
  }
}

/** Baseline, report and exit code. */
async function finish(line: CommandLine, terminal: Terminal, outcome: Outcome): Promise<ExitCode> {
  const sorted = outcome.files.toSorted((a, b) => compareText(a.path, b.path));
  const { files, known } = await withBaseline(sorted, line, terminal);
  const summary = summarize(files, { baselined: known, fixed: line.isDryRun ? 0 : outcome.fixed });
  for (const diff of outcome.diffs) terminal.out.write(diff);
  const isReportBesideDiff = line.diff && line.format === 'pretty' && line.output === undefined;
  const reportTerminal = isReportBesideDiff ? { ...terminal, out: terminal.err } : terminal;
  await writeReport({ files, summary, locale: line.locale }, line, reportTerminal);
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

function reporterFor({ texts }: Pick<LibraryTargets, 'texts'>, line: CommandLine, terminal: Terminal): Reporter {
  const { workingFolder } = terminal;
  const files = new Map([...(texts.roadmap?.plans ?? []), ...texts.files]);
  return new Reporter({ root: texts.root, workingFolder, locale: line.locale, texts: files });
}

function say(terminal: Terminal, line: CommandLine, message: Parameters<typeof renderMessage>[0]): void {
  terminal.err.write(`${renderMessage(message, line.locale)}\n`);
}
