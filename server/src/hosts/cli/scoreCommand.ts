// `casewright score [paths]`: what documents earn by their review standard: one with its evidence, several as a table.
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderMessage } from '../../core/messages/render.ts';
import type { Message } from '../../core/finding.ts';
import { readDocument, relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import { threadsFor, type Analyzer, type OpenAnalyzer } from './analyzer.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { inTurns } from './inTurns.ts';
import { readRecords } from './libraryLife.ts';
import { DocumentSources } from './documentSources.ts';
import { readLibraryFolder } from './libraryFolder.ts';
import type { ScoreAnswer, ScoredText, ScoreRequest, ScoreTableText } from './scoreEngine.ts';
import { scoreText } from './scoreFormats.ts';
import { isBelow, unknownGrade } from './scoreMinimum.ts';
import { collectTargets, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeResult } from './writeReport.ts';

/** Documents in work at once for each thread. */
const AHEAD = 3;

export interface ScoredLibrary {
  /** Relative to the working folder. */
  readonly root: string;
  /** By path. */
  readonly documents: readonly ScoredText[];
  readonly tables: readonly ScoreTableText[];
  /** Documents without a score, and why. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

export async function scoreCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const { workingFolder } = terminal;
  const targets = await collectTargets(line, workingFolder);
  const libraries: ScoredLibrary[] = [];
  for (const library of targets) {
    if (library.documents.length > 0) libraries.push(await scoredLibrary(library, { line, workingFolder, open }));
  }
  const documents = libraries.flatMap((library) => library.documents);
  const unknown = line.minimum === undefined ? undefined : unknownGrade(line.minimum, documents);
  if (unknown !== undefined) throw new CommandFailure(unknown);
  await writeResult(scoreText(libraries, { line, terminal, isOne: isOneFile(line, workingFolder) }), line, terminal);
  const below = documents.filter((one) => line.minimum !== undefined && isBelow(line.minimum, one));
  if (below.length > 0 && !line.isQuiet) {
    const message: Message = { key: 'cli.score.below', args: { count: below.length, minimum: line.minimum ?? '' } };
    terminal.err.write(`${renderMessage(message, line.locale)}\n`);
  }
  return below.length > 0 ? exitCodes.findings : exitCodes.ok;
}

function isOneFile({ paths }: CommandLine, workingFolder: string): boolean {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return false;
  return statSync(resolve(workingFolder, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

interface Run {
  readonly line: CommandLine;
  readonly workingFolder: string;
  readonly open: OpenAnalyzer;
}

async function scoredLibrary(library: LibraryTargets, { line, workingFolder, open }: Run): Promise<ScoredLibrary> {
  const { texts, documents } = library;
  const { root } = texts;
  const threads = threadsFor(documents.length, line.threads);
  const analyzer = open({ library: texts, today: today() }, threads);
  try {
    const folder = library.folder ?? (await readLibraryFolder(root, library.configuration));
    const records = readRecords(folder, new DocumentSources(root, realpathSync(root)));
    const found = new Map<string, ScoredText | string>();
    await inTurns(documents, threads * AHEAD, async (document) => {
      const path = relativePath(root, document);
      const scored = await scoreOf(document, path, { analyzer, line, records });
      if (scored !== undefined) found.set(path, scored);
    });
    const sorted = documents.map((document) => relativePath(root, document));
    const scored = sorted.flatMap((path) => scoredOf(found.get(path)));
    const rows = scored.map(({ row }) => row);
    const answer = await ask(analyzer, { kind: 'tables', rows, locale: line.locale });
    if (typeof answer === 'string') throw new Error(answer);
    const tables = answer.kind === 'tables' ? answer.tables : [];
    const skipped = sorted.flatMap((path) => {
      const reason = found.get(path);
      return typeof reason === 'string' ? [{ path, reason }] : [];
    });
    return { root: relativePath(workingFolder, root) || '.', documents: scored, tables, skipped };
  } finally {
    await analyzer.close();
  }
}

function scoredOf(found: ScoredText | string | undefined): readonly ScoredText[] {
  return found === undefined || typeof found === 'string' ? [] : [found];
}

interface Scoring {
  readonly analyzer: Analyzer;
  readonly line: CommandLine;
  readonly records: ReturnType<typeof readRecords>;
}

/** A text says why there is no score; undefined for documents that no standard judges. */
async function scoreOf(
  document: string,
  path: string,
  { analyzer, line: { locale }, records }: Scoring,
): Promise<ScoredText | string | undefined> {
  const read = await readDocument(document);
  if (!read.isText) return renderMessage(read.finding.message, locale);
  const review = records.get(path);
  const question = { path, text: read.text, locale, ...(review && { review: { events: review.events } }) };
  const answer = await ask(analyzer, { kind: 'document', question });
  return typeof answer === 'string' ? answer : answer.kind === 'document' ? answer.scored : undefined;
}

/** A text says why there is no answer. */
async function ask(analyzer: Analyzer, request: ScoreRequest): Promise<ScoreAnswer | string> {
  const outcome = await analyzer.run({ kind: 'score', request });
  if (outcome.kind === 'done') return outcome.value.kind === 'score' ? outcome.value.answer : outcome.value.kind;
  return outcome.kind === 'crash' ? outcome.detail : outcome.kind;
}
