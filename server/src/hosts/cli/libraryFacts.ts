// The facts of every document of a library, and the index that they make: what find, graph, index and doctor start from,
// and the first phase of check. Documents are examined in workers, each under its own deadline.
import { realpathSync } from 'node:fs';
import type { Finding } from '../../core/finding.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import type { LibraryLife } from '../../core/review/libraryLife.ts';
import { today } from '../today.ts';
import { threadsFor, type Analyzer, type OpenAnalyzer } from './analyzer.ts';
import type { LibraryState } from './checkProtocol.ts';
import { DocumentSources } from './documentSources.ts';
import type { ExaminationCache } from './examinationCache.ts';
import { Examiner, type Examined } from './examiner.ts';
import { inTurns } from './inTurns.ts';
import { readLibraryFolder, type LibraryFolder } from './libraryFolder.ts';
import { readLibraryLife } from './libraryLife.ts';
import { readLibraryPlans } from './libraryRoadmap.ts';
import type { LibraryTargets } from './targets.ts';

export interface LibraryFacts {
  readonly folder: LibraryFolder;
  readonly index: LibraryIndex;
  /** By path relative to the root, in the order of the index. */
  readonly examined: ReadonlyMap<string, Examined>;
  /** Documents that could not be read or examined, and why: no facts are known of them. */
  readonly unread: ReadonlyMap<string, Finding>;
  readonly state: LibraryState;
  /** The plans of the library, in order of their paths. */
  readonly plans: readonly Plan[];
  /** Review records, and what git tells where it was asked for. */
  readonly life: LibraryLife;
}

export interface LibraryFactsOptions {
  readonly threads?: number;
  readonly cache?: ExaminationCache;
  /** The listing, where it is known already. */
  readonly folder?: LibraryFolder;
  /** Documents besides those of the folder, relative: what a person names is looked at even where it is ignored. */
  readonly more?: readonly string[];
  /** Texts that take the place of files, by path. */
  readonly given?: ReadonlyMap<string, string>;
  /** Called for each document that is done, with the number of all. */
  readonly onStep?: (total: number) => void;
}

/** A library that has been read, with its engine still open. */
export interface OpenLibrary extends LibraryFacts {
  readonly analyzer: Analyzer;
  readonly examiner: Examiner;
  readonly sources: DocumentSources;
}

type Library = Pick<LibraryTargets, 'texts' | 'configuration'>;

/** Documents in work at once for each thread: one is examined while the next is read. */
const AHEAD = 3;

/** Facts of all documents of the library, whatever of it was asked for. */
export async function readLibraryFacts(
  library: Library,
  open: OpenAnalyzer,
  options: LibraryFactsOptions = {},
): Promise<LibraryFacts> {
  const read = await openLibrary(library, open, options);
  await read.analyzer.close();
  return read;
}

/** The same; whoever calls it closes the analyzer. */
export async function openLibrary(
  { texts, configuration }: Library,
  open: OpenAnalyzer,
  options: LibraryFactsOptions = {},
): Promise<OpenLibrary> {
  const { root } = texts;
  const { more = [], given = new Map<string, string>(), cache } = options;
  const listed = options.folder ?? (await readLibraryFolder(root, configuration));
  const folder = withMore(listed, [...more, ...given.keys()]);
  const sources = new DocumentSources(root, realpathSync(root));
  for (const [path, text] of given) sources.give(path, text);
  const threads = threadsFor(folder.documents.length, options.threads);
  const analyzer = open({ library: texts, today: today() }, threads);
  try {
    const examiner = new Examiner({ analyzer, sources, ...(cache && { cache }) });
    const [state, { examined, unread }, life] = await Promise.all([
      examiner.library(),
      examineAll(folder.documents, examiner, { atOnce: threads * AHEAD, ...options }),
      readLibraryLife(folder, sources),
    ]);
    const index = updateIndex(emptyIndex, {
      changed: [...examined.values()].map(({ facts }) => facts),
      paths: folder.paths,
    });
    const plans = await readLibraryPlans({ folder, configuration: state.configuration, examined, examiner });
    return { folder, index, examined, unread, state, plans, life, analyzer, examiner, sources };
  } catch (error) {
    await analyzer.close();
    throw error;
  }
}

/** Workers answer in any order; everything that is made of the answers must not depend on it. */
async function examineAll(
  documents: readonly string[],
  examiner: Examiner,
  { atOnce, onStep }: Pick<LibraryFactsOptions, 'onStep'> & { readonly atOnce: number },
): Promise<Pick<LibraryFacts, 'examined' | 'unread'>> {
  const results = new Map<string, Examined | Finding>();
  await inTurns(documents, atOnce, async (path) => {
    results.set(path, await examiner.file(path));
    onStep?.(documents.length);
  });
  const examined = new Map<string, Examined>();
  const unread = new Map<string, Finding>();
  for (const path of documents) {
    const result = results.get(path);
    if (result === undefined) continue;
    if ('facts' in result) examined.set(path, result);
    else unread.set(path, result);
  }
  return { examined, unread };
}

function withMore(folder: LibraryFolder, more: readonly string[]): LibraryFolder {
  const known = new Set(folder.documents);
  const added = more.filter((path) => !known.has(path));
  if (added.length === 0) return folder;
  const documents = [...new Set([...folder.documents, ...added])].sort();
  return { ...folder, documents, paths: new Set([...folder.paths, ...added]) };
}
