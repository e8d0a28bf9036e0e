// The facts of every document of a library, and the index that they make: what find, graph, index and doctor start from,
// and the first phase of check. Documents are read here and examined in workers, each under its own deadline.
import { join } from 'node:path';
import type { Finding, Message } from '../../core/finding.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../core/index/libraryIndex.ts';
import { limits } from '../../core/limits.ts';
import { readDocument } from '../nodeFiles.ts';
import { today } from '../today.ts';
import { threadsFor, type Analyzer, type OpenAnalyzer } from './analyzer.ts';
import type { ExaminedDocument } from './checkProtocol.ts';
import { readLibraryFolder, type LibraryFolder } from './libraryFolder.ts';
import type { LibraryTargets } from './targets.ts';

export interface LibraryFacts {
  readonly folder: LibraryFolder;
  readonly index: LibraryIndex;
  /** By path relative to the root, in the order of the index. */
  readonly examined: ReadonlyMap<string, ExaminedDocument>;
  /** Documents that could not be read or examined, and why: no facts are known of them. */
  readonly unread: ReadonlyMap<string, Finding>;
}

export interface LibraryFactsOptions {
  readonly threads?: number;
}

/** Documents in work at once for each thread: one is examined while the next is read. */
const AHEAD = 3;

/** Facts of all documents of the library that `library` is about, whatever of it is asked for. */
export async function readLibraryFacts(
  library: Pick<LibraryTargets, 'texts' | 'configuration'>,
  open: OpenAnalyzer,
  options: LibraryFactsOptions = {},
): Promise<LibraryFacts> {
  const { texts, configuration } = library;
  const folder = await readLibraryFolder(texts.root, configuration);
  const threads = threadsFor(folder.documents.length, options.threads);
  const analyzer = open({ library: texts, today: today() }, threads);
  const examined = new Map<string, ExaminedDocument>();
  const unread = new Map<string, Finding>();
  try {
    await inTurns(folder.documents, threads * AHEAD, async (path) => {
      const read = await readDocument(join(texts.root, path));
      const result = read.isText ? await examineText(analyzer, { path, text: read.text }) : read.finding;
      if ('facts' in result) examined.set(path, result);
      else unread.set(path, result);
    });
  } finally {
    await analyzer.close();
  }
  return { folder, ...ordered(folder, examined), unread };
}

/** Workers answer in any order; everything that is made of the index must not depend on it. */
function ordered(
  { documents, paths }: LibraryFolder,
  examined: ReadonlyMap<string, ExaminedDocument>,
): Pick<LibraryFacts, 'index' | 'examined'> {
  const inOrder = documents.flatMap((path) => {
    const document = examined.get(path);
    return document === undefined ? [] : [[path, document] as const];
  });
  const index = updateIndex(emptyIndex, { changed: inOrder.map(([, { facts }]) => facts), paths });
  return { index, examined: new Map(inOrder) };
}

/** The document by itself, or the finding that says why it could not be examined. */
export async function examineText(
  analyzer: Analyzer,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<ExaminedDocument | Finding> {
  const outcome = await analyzer.run({ kind: 'examine', path, text });
  if (outcome.kind === 'done' && outcome.value.kind === 'examined') return outcome.value.examined;
  const message: Message =
    outcome.kind === 'deadline'
      ? { key: 'document-not-analyzed', args: { seconds: limits.commandLineAnalysisTime / 1000 } }
      : { key: 'document-not-analyzed.crash', args: { detail: outcome.kind === 'crash' ? outcome.detail : '' } };
  return { code: 'document-not-analyzed', severity: 'error', message, span: { start: 0, end: 0 } };
}

/** Runs `job` over all items, at most `atOnce` at the same time. */
export async function inTurns<T>(items: readonly T[], atOnce: number, job: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) await job(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}
